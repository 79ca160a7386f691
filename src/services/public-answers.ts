import { currentTopics } from '../domain/finding/named-topic.ts';
import type { Newsroom } from '../domain/newsroom.ts';
import { entriesOn, type Page, type Part } from '../domain/pages/page.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import type { Topic } from '../domain/records/identifiers.ts';
import type { Instant } from '../domain/records/moment.ts';
import type { Post } from '../domain/records/thread.ts';
import { maySee } from '../domain/rules/embargo.ts';
import { AnswerOnce } from './answer-once.ts';
import { answer, verbFor } from './commands/commands.ts';
import type { Answer } from './commands/verb.ts';
import { lookUp } from './look-up.ts';
import type { NewsroomService } from './newsroom-service.ts';
import type { Announced, Announcer, Clock } from './ports.ts';
import type { Search } from './search.ts';
import { shownOn } from './shown-on.ts';

interface Parts {
  newsroom: NewsroomService;
  announcer: Announcer;
  clock: Clock;
  zone: string;
  search?: Pick<Search, 'find'>;
}

interface Asked {
  /** Names the event or the click: what comes twice under one key is answered once. */
  key: string;
  channel: string;
  words: string;
  by: string;
}

/** Words longer than this ask for nothing that could be drawn again. */
const longestKept = 300;

/** Answers that a whole channel sees. They show what any reader may see, whoever asked. */
export class PublicAnswers {
  private readonly once = new AnswerOnce();
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  /** Answers a mention in its thread. `undefined`: it was answered before. */
  mention(asked: Asked & { threadTs: string; inThread: boolean }): Promise<Problem | Post | undefined> {
    const { words, threadTs } = asked;
    return this.once.run(asked.key, this.parts.newsroom.newsroom, async () => {
      const told = await this.answerTo(words, asked.inThread ? this.topicsIn(asked.channel, threadTs) : []);
      return this.put(asked, told, { as: 'answer', threadTs, words });
    });
  }

  /** Puts what `compose` says in a thread. `undefined`: it was said before, or it is not for everybody. */
  reply(
    asked: Omit<Asked, 'words'> & { threadTs: string },
    compose: () => Answer | undefined | Promise<Answer | undefined>,
  ): Promise<Problem | Post | undefined> {
    return this.once.run(asked.key, this.parts.newsroom.newsroom, async () => {
      const told = await compose();
      return told && this.put(asked, told, { as: 'answer', threadTs: asked.threadTs });
    });
  }

  /** Posts what a person read in private, saying who shared it. `undefined`: it is there already. */
  share(asked: Asked & { sharedBy: string }): Promise<Problem | Post | undefined> {
    return this.once.run(asked.key, this.parts.newsroom.newsroom, async () => {
      const told = await this.answerTo(asked.words, []);
      // Only editors may see what they asked for: a refusal signed with their name would say that it is there.
      if (told.onlyForAsker || told.isPrivate) return { problem: 'not-for-everybody' } as const;
      const page = signed(told.page, asked.sharedBy);
      return this.put(asked, { ...told, page }, { as: 'share', words: asked.words });
    });
  }

  /** What a thread is about: what it was bound to, else what was last answered in it. */
  topicsIn(channel: string, threadTs: string): readonly Topic[] {
    const { threads, posts } = this.parts.newsroom.newsroom;
    const bound = threads.get(`${channel}:${threadTs}`);
    if (bound) return currentTopics(this.parts.newsroom.newsroom, [bound.topic]);
    const about = [...posts.where(posts.by.thread, `${channel}:${threadTs}`)].filter(
      (post) => post.topics.length,
    );
    return currentTopics(this.parts.newsroom.newsroom, about.at(-1)?.topics ?? []);
  }

  private async answerTo(words: string, threadTopics: readonly Topic[]): Promise<Answer> {
    const { newsroom, clock, zone, search } = this.parts;
    const viewer = { role: 'reader' } as const;
    const asking = { newsroom: newsroom.newsroom, viewer, now: clock.now(), zone, threadTopics };
    const said = verbFor(words);
    return answer(words, await lookUp(said, asking, search), said);
  }

  private async put(
    { key, channel, by }: Omit<Asked, 'words'>,
    { page, topics, again }: Answer,
    { as, threadTs, words }: { as: 'answer' | 'share'; threadTs?: string; words?: string },
  ): Promise<Problem | Post> {
    const { announcer, clock, newsroom } = this.parts;
    // An answer to no words, an entry that was added, is no page to be asked for.
    const askedFor = words === undefined ? '' : (again ?? words);
    // As drawn: whatever is corrected while it is on its way is put right afterwards.
    const shows = shownOn(newsroom.newsroom, page);
    const announced = await announcer.post({ channel, page, ...(threadTs ? { threadTs } : {}) });
    if (announced.outcome !== 'posted') return refusal(announced, channel, as);
    const post: Post = {
      channel,
      ts: announced.ts,
      ...(threadTs ? { threadTs } : {}),
      as,
      topics: topics.slice(0, 2),
      shows,
      ...(askedFor !== '' && askedFor.length <= longestKept ? { asked: askedFor } : {}),
      answers: key,
      by,
      at: clock.now(),
    };
    const recorded = await newsroom.record(by, () => [{ type: 'posted', post }]);
    if (!isProblem(recorded)) return post;
    const reason = recorded.problem === 'not-saved' ? recorded.reason : 'unwritable';
    return { problem: 'post-unrecorded', reason, posting: as };
  }
}

/**
 * Whether nothing in an answer is for some eyes only: neither its tone, nor an entry on it, nor one that was made
 * of what it answers (`origin`), which under embargo may not even be heard of.
 */
export function mayBePublic(
  { page, onlyForAsker, isPrivate }: Answer,
  { newsroom, now, origin }: { newsroom: Newsroom; now: Instant; origin: string },
): boolean {
  const { entries } = newsroom;
  const shown = entriesOn(page).flatMap((id) => entries.get(id) ?? []);
  const made = [...entries.where(entries.by.origin, origin)];
  return (
    !onlyForAsker &&
    !isPrivate &&
    [...shown, ...made].every((entry) => maySee(entry, { role: 'reader' }, now))
  );
}

function refusal(
  announced: Exclude<Announced, { outcome: 'posted' }>,
  channel: string,
  posting: 'answer' | 'share',
): Problem {
  if (announced.outcome === 'wait') return { problem: 'slack-busy', seconds: announced.seconds, posting };
  if (announced.outcome === 'unconfirmed') return { problem: 'post-unconfirmed', channel, posting };
  const isOutside = ['not_in_channel', 'channel_not_found'].includes(announced.error);
  // Slack's D is a conversation between two people, into which nobody can be invited.
  if (isOutside && channel.startsWith('D')) return { problem: 'not-in-conversation', posting };
  return isOutside
    ? { problem: 'not-in-channel', channel, posting }
    : { problem: 'cannot-post', channel, error: announced.error, posting };
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
