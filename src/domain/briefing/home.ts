import { ownerlessFor, parkedFor, type Troubled } from '../following/troubled.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entry } from '../records/entry.ts';
import type { Topic } from '../records/identifiers.ts';
import type { Instant } from '../records/moment.ts';
import type { Question } from '../records/question.ts';
import type { Story } from '../records/story.ts';
import { isEmbargoed } from '../rules/embargo.ts';
import { catchUpOn, newsCount } from './catch-up.ts';
import { type CorrectedEntry, correctedSince } from './corrected-since.ts';
import { isOpenTo, isOverdue } from './questions.ts';
import { type Line, type Look, lineOf, shownEntries } from './standing.ts';
import { type Survey, surveyOf } from './survey.ts';

export interface HomeStory {
  story: Story;
  at: Instant;
  /** The entry that moved last; a story that was just opened has none. */
  latest?: Entry;
}

/** A story in which something is new to somebody who read it before. */
export interface HomeNews {
  story: Story;
  /** What they had seen of it, as a seq. */
  since: number;
  count: number;
}

/** What waits for an editor. */
export interface Queue {
  unverified: Entry[];
  disputed: Line[];
  embargoed: Entry[];
  overdue: Question[];
  /** How many articles propose something that nobody has decided on. */
  drafts: number;
}

export interface Home {
  moved: HomeStory[];
  news: HomeNews[];
  /** What they read was corrected since, and they have not said that they know. */
  corrected: CorrectedEntry[];
  /** Where nothing can be posted, and whose owner left. */
  parked: Troubled[];
  ownerless: Troubled[];
  /** Open questions that are this person's to answer. */
  questions: Question[];
  queue?: Queue;
}

/** Whose page it is; nobody's where nobody in particular asks. */
export interface Reader {
  person?: string | undefined;
  seen?: ((topic: Topic) => number | undefined) | undefined;
}

type Eyes = Look & { zone: string };

/** One person's newsroom, as they may see it now. */
export function homeOf(newsroom: Newsroom, look: Eyes, { person, seen }: Reader): Home {
  const survey = surveyOf(newsroom, look);
  const stories = [...newsroom.stories.all()].filter(({ mergedInto }) => !mergedInto);
  const open = [...newsroom.questions.all()].filter((question) => isOpenTo(newsroom, question, look));
  const reader = { person, seen };
  return {
    corrected: correctedSince(newsroom, person, look),
    parked: parkedFor(newsroom, look.viewer, reader),
    ownerless: ownerlessFor(newsroom, look.viewer),
    moved: stories
      .filter(({ status }) => status !== 'closed')
      .map((story) => movedStory(story, survey))
      .sort(byTime),
    news: seen ? stories.flatMap((story) => newsIn(newsroom, story, { look, seen, survey })) : [],
    questions: open.filter(({ owner }) => owner !== undefined && owner === person).sort(byDue),
    ...(look.viewer.role === 'editor' ? { queue: queueOf(newsroom, look, { open, survey }) } : {}),
  };
}

function movedStory(story: Story, { movements }: Survey): HomeStory {
  const { latest, at = '' } = movements.get(story.slug) ?? {};
  return { story, at: [story.at, at].toSorted().at(-1) ?? story.at, ...(latest ? { latest } : {}) };
}

interface Reading {
  look: Look;
  seen: (topic: Topic) => number | undefined;
  survey: Survey;
}

/** A story nobody looked at yet is no news to them: it stands among those that moved. */
function newsIn(newsroom: Newsroom, story: Story, { look, seen, survey }: Reading): HomeNews[] {
  const topic: Topic = { kind: 'story', slug: story.slug };
  const since = seen(topic);
  const newest = survey.movements.get(story.slug)?.newestSeq ?? 0;
  if (since === undefined || newest <= since) return [];
  const count = newsCount(catchUpOn(newsroom, { topic, since }, look));
  return count > 0 ? [{ story, since, count }] : [];
}

function queueOf(
  newsroom: Newsroom,
  look: Eyes,
  { open, survey }: { open: readonly Question[]; survey: Survey },
): Queue {
  const { entries } = newsroom;
  const embargoed = shownEntries(entries.where(entries.by.embargoed, 'yes'), look);
  return {
    unverified: [...survey.unverified],
    disputed: survey.denied.map((entry) => lineOf(newsroom, entry, look)),
    embargoed: embargoed
      .filter((entry) => isEmbargoed(entry, look.now))
      .sort((a, b) => ((a.embargoedUntil ?? '') < (b.embargoedUntil ?? '') ? -1 : 1)),
    overdue: open.filter((question) => isOverdue(question, look.now, look.zone)).sort(byDue),
    drafts: newsroom.drafts.by.waiting.at('yes').size,
  };
}

const byTime = (a: HomeStory, b: HomeStory): number => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0);

/** The most pressing first, a day before its month; those without a date last. */
function byDue(a: Question, b: Question): number {
  const [dueA, dueB] = [`${a.due ?? '9999'}~`, `${b.due ?? '9999'}~`];
  return dueA < dueB ? -1 : dueA > dueB ? 1 : a.seq - b.seq;
}
