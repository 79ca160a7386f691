import type { HomeView } from '@slack/types';
import { WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import type { Page } from '../../domain/pages/page.ts';
import { actOnCommand, type Office } from '../../services/act-on-command.ts';
import { withoutShare } from '../../services/public-answers.ts';
import { limits } from '../views/limits.ts';
import { pageBlocks, withinLimit } from '../views/page-message.ts';

/** The page somebody has in their App Home. */
interface Shown {
  words: string;
  /** The view as published last: what is the same is not published again. */
  view: string;
  at: number;
  underWay: Promise<void>;
}

interface Parts {
  office: Office;
  client: WebClient;
  log: Logger;
  now?: () => number;
}

/** Slack does not say when a Home is closed: one that nobody touched for this long counts as closed. */
const openMs = 30 * 60_000;
const mostOpen = 200;
/** How long changes are gathered before the open Homes are published anew. */
const gatherMs = 2000;

const start = 'home';

/** The App Homes of those who have them open. */
export class Homes {
  private readonly shown = new Map<string, Shown>();
  private gathering: ReturnType<typeof setTimeout> | undefined;
  private readonly parts: Parts;
  private readonly now: () => number;

  constructor(parts: Parts) {
    this.parts = parts;
    this.now = parts.now ?? Date.now;
  }

  /** They came back to it: what they had there, as it is now. */
  async opened(person: string): Promise<void> {
    const before = this.shown.get(person)?.words ?? start;
    const words = isHome(before) ? before : start;
    const page = await this.pageFor(person, words);
    if (page) await this.publish(person, words, page);
  }

  /** They pressed a button there, and this is what it leads to. */
  async turn(person: string, words: string, page: Page): Promise<void> {
    await this.publish(person, words, page);
  }

  /** Something was recorded: whoever has a Home open sees it soon, and never more often than changes are gathered. */
  changed(): void {
    if (this.shown.size > 0) this.refreshIn(gatherMs);
  }

  stop(): void {
    clearTimeout(this.gathering);
    this.shown.clear();
  }

  private refreshIn(ms: number): void {
    if (this.gathering) return;
    this.gathering = setTimeout(() => void this.refresh(), ms);
    this.gathering.unref();
  }

  private async refresh(): Promise<void> {
    this.gathering = undefined;
    for (const [person, { words, at }] of [...this.shown]) {
      if (this.now() - at > openMs) this.shown.delete(person);
      // Only our own pages: to ask for a briefing is to have looked at it, and a verb would act again.
      else if (isHome(words)) await this.renew(person, words);
    }
  }

  private async renew(person: string, words: string): Promise<void> {
    try {
      const page = await this.pageFor(person, words);
      // Meanwhile they may have turned to another page.
      if (page && this.shown.get(person)?.words === words) await this.publish(person, words, page, 'quietly');
    } catch (err) {
      // Many Homes are open: those that Slack did not take now are published when it does.
      if (err instanceof WebAPIRateLimitedError) this.refreshIn(err.retryAfter * 1000);
      this.parts.log.warn({ err }, 'an App Home could not be refreshed');
    }
  }

  private async pageFor(person: string, words: string): Promise<Page | undefined> {
    const outcome = await actOnCommand(this.parts.office, words, { person });
    return 'page' in outcome ? outcome.page : undefined;
  }

  private async publish(person: string, words: string, page: Page, how?: 'quietly'): Promise<void> {
    const before = this.shown.get(person);
    const view = homeView(page, words);
    const text = JSON.stringify(view);
    if (how === 'quietly' && before?.view === text) return;
    const call = (before?.underWay ?? Promise.resolve())
      .catch(() => {})
      .then(() => this.parts.client.views.publish({ user_id: person, view }))
      .then(() => {});
    const at = how === 'quietly' && before ? before.at : this.now();
    this.remember(person, { words, view: text, at, underWay: call });
    try {
      await call;
    } catch (error) {
      // Not there, so the next change publishes it, whether or not it alters what they see.
      this.remember(person, { words, view: '', at, underWay: call });
      throw error;
    }
  }

  private remember(person: string, shown: Shown): void {
    this.shown.delete(person);
    this.shown.set(person, shown);
    const [oldest] = this.shown.keys();
    if (this.shown.size > mostOpen && oldest !== undefined) this.shown.delete(oldest);
  }
}

const isHome = (words: string): boolean => /^home\b/.test(words);

export function homeView(page: Page, words: string): HomeView {
  const back: Page = { parts: [{ part: 'buttons', buttons: [{ label: 'Back', command: start }] }] };
  const whole =
    words === start ? withoutShare(page) : { parts: [...back.parts, ...withoutShare(page).parts] };
  return { type: 'home', blocks: withinLimit(pageBlocks(whole, 'home'), limits.viewBlocks) };
}
