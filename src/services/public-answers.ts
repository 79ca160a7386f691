import { entriesOn, type Page, type Part } from '../domain/pages/page.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import type { Topic } from '../domain/records/identifiers.ts';
import type { Post } from '../domain/records/thread.ts';
import { AnswerOnce } from './answer-once.ts';
import { answer } from './commands/commands.ts';
import type { Answer } from './commands/verb.ts';
import type { NewsroomService } from './newsroom-service.ts';
import type { Announced, Announcer, Clock } from './ports.ts';

interface Parts {
  newsroom: NewsroomService;
  announcer: Announcer;
  clock: Clock;
  zone: string;
}

interface Asked {
  /** Names the event or the click: what comes twice under one key is answered once. */
  key: string;
  channel: string;
  words: string;
  by: string;
}

/** Answers that a whole channel sees. They show what any reader may see, whoever asked. */
export class PublicAnswers {
  private readonly once = new AnswerOnce();
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Answers a mention in its thread. `undefined`: it was answered before. */
  mention(asked: Asked & { threadTs: string; inThread: boolean }): Promise<Problem | Post | undefined> {
    const { newsroom } = this.parts;
    const threadTopics = asked.inThread ? this.topicsOfThread(asked.channel, asked.threadTs) : [];
    return this.once.run(asked.key, newsroom.newsroom, () =>
      this.put(asked, this.answerTo(asked.words, threadTopics), { as: 'answer', threadTs: asked.threadTs }),
    );
  }

  /** Posts what a person read in private, saying who shared it. `undefined`: it is there already. */
  share(asked: Asked & { sharedBy: string }): Promise<Problem | Post | undefined> {
    return this.once.run(asked.key, this.parts.newsroom.newsroom, () => {
      const told = this.answerTo(asked.words, []);
      const page = signed(told.page, asked.sharedBy);
      return this.put(asked, { ...told, page }, { as: 'share' });
    });
  }

  /** What a thread is about: what it was bound to, else what was last answered in it. */
  private topicsOfThread(channel: string, threadTs: string): readonly Topic[] {
    const { threads, posts } = this.parts.newsroom.newsroom;
    const bound = threads.get(`${channel}:${threadTs}`);
    if (bound) return [bound.topic];
    const about = [...posts.where(posts.by.thread, `${channel}:${threadTs}`)].filter(
      (post) => post.topics.length,
    );
    return about.at(-1)?.topics ?? [];
  }

  private answerTo(words: string, threadTopics: readonly Topic[]): Answer {
    const { newsroom, clock, zone } = this.parts;
    const viewer = { role: 'reader' } as const;
    return answer(words, { newsroom: newsroom.newsroom, viewer, now: clock.now(), zone, threadTopics });
  }

  private async put(
    { key, channel, by }: Asked,
    { page, topics }: Answer,
    { as, threadTs }: { as: Post['as']; threadTs?: string },
  ): Promise<Problem | Post> {
    const { announcer, clock, newsroom } = this.parts;
    const announced = await announcer.post({ channel, page, ...(threadTs ? { threadTs } : {}) });
    if (announced.outcome !== 'posted') return refusal(announced, channel);
    const post: Post = {
      channel,
      ts: announced.ts,
      ...(threadTs ? { threadTs } : {}),
      as,
      topics: topics.slice(0, 2),
      shows: entriesOn(page).flatMap((id) => this.shown(id)),
      answers: key,
      by,
      at: clock.now(),
    };
    const recorded = await newsroom.record(by, () => [{ type: 'posted', post }]);
    return isProblem(recorded) ? recorded : post;
  }

  private shown(id: string): Post['shows'] {
    const entry = this.parts.newsroom.newsroom.entries.get(id);
    return entry ? [{ entry: id, revision: entry.revisions.length }] : [];
  }
}

function refusal(announced: Exclude<Announced, { outcome: 'posted' }>, channel: string): Problem {
  if (announced.outcome === 'wait') return { problem: 'slack-busy', seconds: announced.seconds };
  if (announced.outcome === 'unconfirmed') return { problem: 'post-unconfirmed', channel };
  const isOutside = ['not_in_channel', 'channel_not_found'].includes(announced.error);
  return isOutside
    ? { problem: 'not-in-channel', channel }
    : { problem: 'cannot-post', channel, error: announced.error };
}

/** The page as shared: who shared it stands below its title, and there is nothing left to share. */
export function signed(page: Page, sharedBy: string): Page {
  const signature: Part = { part: 'context', text: [`Shared by ${sharedBy} with /brief`] };
  const [title, ...rest] = withoutShare(page).parts;
  return { parts: title ? [title, signature, ...rest] : [signature] };
}

export function withoutShare(page: Page): Page {
  const parts = page.parts.map((part) =>
    part.part === 'buttons'
      ? { ...part, buttons: part.buttons.filter((button) => !('share' in button)) }
      : part,
  );
  return { parts: parts.filter((part) => part.part !== 'buttons' || part.buttons.length > 0) };
}
