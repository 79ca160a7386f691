import { answerOf } from '../briefing/questions.ts';
import type { Look } from '../briefing/standing.ts';
import { shownEntries } from '../briefing/standing.ts';
import type { Bundle, BundleQuestion } from '../bundle.ts';
import { numberedOrigin } from '../editing/bundle/recorded-as.ts';
import { successor } from '../finding/find-topic.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Entry } from '../records/entry.ts';
import type { Question } from '../records/question.ts';
import { questionContentSchema } from '../records/question.ts';
import { pickedFrom } from './picked.ts';
import { sharedSources } from './shared-sources.ts';
import { entitiesNamed, writtenEntry } from './written-entry.ts';
import { relationsAmong, writtenEntities, writtenStories } from './written-topics.ts';

/**
 * What this person may see of a story, or of everything, as a bundle: importing it gives the same stories, entities,
 * relations, entries and questions. It cannot say who did what when, numbers, what was withdrawn, who follows what.
 */
export function bundleOf(newsroom: Newsroom, story: string | undefined, look: Look): Bundle {
  const inStory = (slug: string) => story === undefined || slug === story;
  const stories = [...newsroom.stories.all()].filter(({ slug, mergedInto }) => !mergedInto && inStory(slug));
  const asked = [...newsroom.questions.all()].filter((one) =>
    inStory(successor(newsroom.stories, one.story)),
  );
  const entries = entriesFor(newsroom, story, asked, look);
  const kept = {
    stories: new Set(stories.map(({ slug }) => slug)),
    entries: new Set(entries.map(({ id }) => id)),
  };
  const slugs =
    story === undefined
      ? [...newsroom.entities.all()].filter(({ mergedInto }) => !mergedInto).map(({ slug }) => slug)
      : [
          ...stories.flatMap((one) => one.entities.map(({ entity }) => entity)),
          ...entitiesNamed(newsroom, entries),
        ];
  const entities = new Set(slugs.map((slug) => successor(newsroom.entities, slug)));

  const [isNewEntry, isNewQuestion] = [onlyOnce(), onlyOnce()];
  const bundle: Bundle = {
    format: 'slugline-bundle/1',
    name: story ?? 'newsroom',
    sources: {},
    stories: writtenStories(newsroom, stories),
    entities: writtenEntities(newsroom, entities),
    relations: relationsAmong(newsroom, entities),
    entries: entries.map((entry) =>
      writtenEntry(newsroom, entry, { ...kept, now: look.now, isNew: isNewEntry }),
    ),
    questions: asked.map((question) =>
      writtenQuestion(newsroom, question, { ...look, isNew: isNewQuestion }),
    ),
  };
  return sharedSources(bundle);
}

/** The story's entries, what they answer, and what answers its questions, in the order of their numbers. */
function entriesFor(
  newsroom: Newsroom,
  story: string | undefined,
  asked: readonly Question[],
  look: Look,
): Entry[] {
  const { entries } = newsroom;
  if (story === undefined) return shownEntries(entries.all(), look);
  const found = new Map<string, Entry>();
  const add = (entry: Entry | undefined): void => {
    if (!entry || found.has(entry.id) || shownEntries([entry], look).length === 0) return;
    found.set(entry.id, entry);
    if (entry.kind === 'response') add(entries.get(entry.response.respondsTo ?? ''));
  };
  for (const entry of entries.where(entries.by.story, story)) add(entry);
  for (const question of asked) add(answerOf(newsroom, question, look));
  return [...found.values()].sort((a, b) => Number(a.id.slice(2)) - Number(b.id.slice(2)));
}

/** Two records of one origin are two lines all the same. */
function onlyOnce(): (origin: string) => boolean {
  const seen = new Set<string>();
  return (origin) => seen.size < seen.add(origin).size;
}

function writtenQuestion(
  newsroom: Newsroom,
  question: Question,
  { isNew, ...look }: Look & { isNew: (origin: string) => boolean },
): BundleQuestion {
  const answer = answerOf(newsroom, question, look);
  const { originKey } = question;
  return {
    ...pickedFrom(question, questionContentSchema.shape),
    story: successor(newsroom.stories, question.story),
    key: question.id.toLowerCase(),
    originKey: originKey !== undefined && isNew(originKey) ? originKey : numberedOrigin(question),
    ...(answer ? { answeredBy: answer.id.toLowerCase() } : {}),
  };
}
