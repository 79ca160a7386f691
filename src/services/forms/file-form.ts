import { fileDraft } from '../../domain/editing/drafts/file-draft.ts';
import { findDraft } from '../../domain/editing/drafts/find-draft.ts';
import { guessStory } from '../../domain/finding/guess-story.ts';
import { namedTopic } from '../../domain/finding/named-topic.ts';
import type { Newsroom } from '../../domain/newsroom.ts';
import { isProblem } from '../../domain/problem.ts';
import type { Draft } from '../../domain/records/draft.ts';
import { shownSlug } from '../../domain/records/story.ts';
import type { Asking, Recording } from '../commands/verb.ts';
import { draftAnswer } from '../outcomes/draft-outcomes.ts';
import { storyField } from './entry-blank.ts';
import { type Blank, fillForm } from './fill-form.ts';
import type { Form, FormReader } from './form.ts';

const blank: Blank = { name: 'filing', title: 'File a draft', submit: 'File', fields: [storyField] };

/** As much of an article as it takes to guess what it is about. */
const lead = 12;

/** Asks for the story of a draft; what it is most likely about stands there. */
export function fileForm({ newsroom, now }: Asking, draft: Draft): Form {
  const text = draft.proposals.slice(0, lead).map(({ statement }) => statement);
  const guessed = draft.story ?? guessStory(newsroom, [draft.headline ?? '', ...text].join('\n'), now);
  const story = newsroom.stories.get(guessed ?? '');
  const notice = draft.headline ? [{ part: 'paragraph' as const, text: [draft.headline] }] : [];
  return fillForm(blank, {
    typed: story ? { story: shownSlug(story) } : {},
    about: { draft: draft.id },
    notice,
  });
}

export const fileOutcome = (asking: Asking, id: string, slug: string): Recording => ({
  decide: fileDraft(id, slug),
  told: (newsroom) =>
    draftAnswer(newsroom, asking, id, { note: [{ part: 'paragraph', text: [filedWords(newsroom, slug)] }] }),
});

const filedWords = ({ stories }: Newsroom, slug: string): string => {
  const story = stories.get(slug);
  return `Filed under ${story ? shownSlug(story) : slug}.`;
};

export const filingForm: FormReader = {
  needs: 'contributor',
  read: (typed, about, asking) => {
    const draft = findDraft(asking.newsroom, about['draft'] ?? '', asking.viewer);
    if (isProblem(draft)) return draft;
    const topic = namedTopic(asking.newsroom, typed['story'] ?? '', { kind: 'story' });
    if (!isProblem(topic)) return fileOutcome(asking, draft.id, topic.slug);
    const message = 'No story, or more than one, is called that: write its slug.';
    return fillForm(blank, { typed, about, faults: [{ field: 'story', message }] });
  },
  again: (typed, about, { parts }) => fillForm(blank, { typed, about, notice: parts }),
};
