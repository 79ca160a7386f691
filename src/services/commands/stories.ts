import { slugProblem } from '../../domain/editing/choose-slug.ts';
import { closeStory, reopenStory } from '../../domain/editing/stories/edit-story.ts';
import { renameStory } from '../../domain/editing/stories/rename-story.ts';
import { namedTopic } from '../../domain/finding/named-topic.ts';
import { aroundQuotes, readOptions, unquoted } from '../../domain/language/read-options.ts';
import { slugFrom, typedSlug } from '../../domain/language/slug.ts';
import type { Newsroom } from '../../domain/newsroom.ts';
import type { Page } from '../../domain/pages/page.ts';
import { storyEditedPage, storyRenamedPage } from '../../domain/pages/story-acts.ts';
import { isProblem } from '../../domain/problem.ts';
import { shownSlug } from '../../domain/records/story.ts';
import type { Decide } from '../decide-together.ts';
import { openStoryForm, storyForm } from '../forms/story-form.ts';
import type { Asking, Outcome, Recording, Verb } from './verb.ts';

const storyKeys = { words: ['desk', 'status'], lists: ['aliases', 'subjects'] } as const;

export const openVerb: Verb = {
  name: 'open',
  usage: 'open NEW-SLUG ["Headline"] [desk:autos] [aliases: …]',
  summary: 'Opens a story; without a headline, a form asks for it.',
  example: 'open ford-recall "Ford recalls pickups over brake fault"',
  needs: 'editor',
  keepsText: true,
  answer: (words, asking) => {
    const { rest, options, mistyped } = readOptions<string>(words, storyKeys);
    if (mistyped) return { problem: 'unknown-option', ...mistyped };
    const { slug, headline, isPlain } = slugThenHeadline(rest);
    const typed = { ...options, ...(slug ? { slug } : {}), ...(headline ? { headline } : {}) };
    if (slug && headline && isPlain) return storyForm.read({ status: 'developing', ...typed }, {}, asking);
    const retry = (near: string) => `open ${near} "Headline"`;
    const refused = slug ? slugProblem(asking.newsroom, 'story', slug, retry) : undefined;
    return refused ?? openStoryForm({ typed: { ...typed, slug: slug || slugFrom(headline) } });
  },
};

interface Opening {
  slug: string;
  headline: string;
  /** Where the one ends and the other begins is beyond doubt; else a form asks. */
  isPlain: boolean;
}

/** A headline alone, in quotation marks, has its slug made of it. */
function slugThenHeadline(text: string): Opening {
  const [first = ''] = text.split(/\s/);
  const rest = text.slice(first.length).trim();
  const isQuoted = /^["“„«].*["”“»]$/s.test(rest);
  if (/^["“„«]/.test(text)) return { slug: '', headline: unquoted(text), isPlain: false };
  if (first.includes('-') || isQuoted || rest === '')
    return { slug: typedSlug(first), headline: unquoted(rest), isPlain: true };
  const { before = '', quoted = '', after } = aroundQuotes(text) ?? {};
  // `open Ford Recall "…"`: all before the quotation marks was meant for a slug.
  if (after === '') return { slug: typedSlug(before), headline: quoted, isPlain: true };
  return { slug: slugFrom(text), headline: text, isPlain: false };
}

export const renameVerb: Verb = {
  name: 'rename',
  usage: 'rename STORY NEW-SLUG',
  summary: 'Gives a story another slug; every older one keeps working.',
  example: 'rename ford-xiaomi ford-xiaomi-talks',
  needs: 'editor',
  answer: (words, { newsroom, threadTopics }) => {
    const typed = words.split(' ').filter(Boolean);
    const to = typedSlug(typed.pop() ?? '');
    if (/^(?:to|as|into)$/i.test(typed.at(-1) ?? '')) typed.pop();
    if (!to || (typed.length === 0 && !threadTopics?.length))
      return { problem: 'words-missing', missing: 'the story and its new slug', example: renameVerb.example };
    const topic = namedTopic(newsroom, typed.join(' '), { kind: 'story', threadTopics });
    if (isProblem(topic)) return topic;
    const story = newsroom.stories.get(topic.slug);
    const from = story ? shownSlug(story) : topic.slug;
    return recording(topic.slug, renameStory(topic.slug, to), (after) =>
      storyRenamedPage(after, topic.slug, from),
    );
  },
};

const recording = (slug: string, decide: Decide, page: (newsroom: Newsroom) => Page): Recording => ({
  decide,
  told: (newsroom) => ({ page: page(newsroom), topics: [{ kind: 'story', slug }] }),
});

export const closeVerb: Verb = {
  name: 'close',
  usage: 'close STORY',
  summary: 'Closes a story: it takes no more entries and can still be read.',
  example: 'close ford-xiaomi',
  needs: 'editor',
  answer: (words, asking) => toStatus(words, asking, { decide: closeStory, as: 'closed' }),
};

export const reopenVerb: Verb = {
  name: 'reopen',
  usage: 'reopen STORY',
  summary: 'Opens a closed story again.',
  example: 'reopen ford-xiaomi',
  needs: 'editor',
  answer: (words, asking) => toStatus(words, asking, { decide: reopenStory, as: 'reopened' }),
};

function toStatus(
  words: string,
  { newsroom, threadTopics, person = '' }: Asking,
  { decide, as }: { decide: (slug: string) => Decide; as: 'closed' | 'reopened' },
): Outcome {
  const topic = namedTopic(newsroom, words, { kind: 'story', threadTopics });
  if (isProblem(topic)) return topic;
  return recording(topic.slug, decide(topic.slug), (after) =>
    storyEditedPage(after, topic.slug, { by: person, as }),
  );
}
