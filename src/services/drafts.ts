import type { Article } from '../domain/articles/article.ts';
import { readArticle } from '../domain/articles/read-article.ts';
import { draftMadeOf } from '../domain/editing/drafts/find-draft.ts';
import { type Drafted, draftOf, makeDraft } from '../domain/editing/drafts/make-draft.ts';
import type { Newsroom } from '../domain/newsroom.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import type { Draft, DraftVia } from '../domain/records/draft.ts';
import type { Slug } from '../domain/records/identifiers.ts';
import { isOffTheRecord } from '../domain/rules/off-the-record.ts';
import type { NewsroomService } from './newsroom-service.ts';
import type { Clock } from './ports.ts';

interface Parts {
  newsroom: NewsroomService;
  clock: Clock;
  zone: string;
}

interface Came {
  /** Names the file, or the item of the feed: it makes one draft. Without it, its words do. */
  key?: string;
  story?: Slug;
  permalink?: string;
}

export interface Made {
  draft: Draft;
  /** False where the same article had come before. */
  isNew: boolean;
  /** Something in it was said off the record, and is nowhere. */
  leftOut: boolean;
}

/** Who acts where nobody in Slack does. */
const doors: { readonly [V in DraftVia]: string } = {
  paste: 'cli',
  message: 'cli',
  file: 'import',
  feed: 'feed',
  inbox: 'inbox',
};

/** Turns articles into drafts that wait for an editor; nothing of them is on record before that. */
export class Drafts {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
  }

  async make(article: Article, via: DraftVia, came: Came = {}): Promise<Made | Problem> {
    const { newsroom: service, clock, zone } = this.parts;
    const drafted = draftFrom(service.newsroom, article, { ...came, via, now: clock.now(), zone });
    const recorded = await service.record(doors[via], makeDraft(drafted));
    if (isProblem(recorded)) return recorded;
    const isNew = recorded.changes.some(({ type }) => type === 'draft-made');
    return { draft: draftThere(service.newsroom, drafted), isNew, leftOut: drafted.leftOut };
  }
}

/** What is read of an article, ready to be decided on. */
export function draftFrom(
  newsroom: Newsroom,
  article: Article,
  { now, zone, via, key, story, permalink }: Came & { via: DraftVia; now: string; zone: string },
): Drafted {
  const filed = story === undefined ? {} : { story };
  const reading = readArticle(newsroom, article, { now, zone, ...filed });
  const drafted = draftOf(reading, {
    via,
    key: key ?? `${via}:${reading.fingerprint}`,
    ...filed,
    ...(permalink === undefined ? {} : { permalink }),
  });
  // The reader may have passed it over already.
  return { ...drafted, leftOut: drafted.leftOut || isOffTheRecord({ text: article.paragraphs.join('\n') }) };
}

export function draftThere(newsroom: Newsroom, { draft }: Drafted): Draft {
  const made = draftMadeOf(newsroom, draft);
  if (!made) throw new Error(`a draft was recorded and is not there: ${draft.key}`);
  return made;
}
