import { storyAsTyped } from '../../domain/editing/stories/story-fields.ts';
import { namedTopic } from '../../domain/finding/named-topic.ts';
import { readOptions } from '../../domain/language/read-options.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import type { Story } from '../../domain/records/story.ts';
import { editStoryForm, storyForm } from '../forms/story-form.ts';
import { editEntity } from './entities.ts';
import { inOneLine } from './in-one-line.ts';
import type { Asking, Outcome, Verb } from './verb.ts';

const fieldsByKey = {
  headline: 'headline',
  why: 'nutGraf',
  status: 'status',
  desk: 'desk',
  subjects: 'subjects',
  aliases: 'aliases',
} as const;
const keys = { words: ['headline', 'why', 'status', 'desk'], lists: ['subjects', 'aliases'] } as const;

export const editVerb: Verb = {
  name: 'edit',
  usage: 'edit STORY | ENTITY [headline:"…"] [why:"…"] [status:active] [desk:autos] [aliases: …]',
  summary: 'Changes what is said of a story or an entity, in a form or in one line.',
  example: 'edit ford-xiaomi status:active',
  needs: 'editor',
  keepsText: true,
  answer: (words, asking) => {
    const { newsroom, threadTopics } = asking;
    const { rest, options, mistyped } = readOptions<keyof typeof fieldsByKey>(words, keys);
    const topic = namedTopic(newsroom, rest, { threadTopics });
    const slip: Problem | undefined = mistyped && { problem: 'unknown-option', ...mistyped };
    if (isProblem(topic)) {
      // An entity has keys of its own, so the words are read again with those.
      const outcome = editEntity(words, asking, topic);
      return isProblem(outcome) ? (slip ?? outcome) : outcome;
    }
    if (topic.kind === 'entity') return editEntity(words, asking, topic);
    if (slip) return slip;
    const story = newsroom.stories.get(topic.slug);
    if (!story) throw new Error(`${topic.slug} was found and is not there`);
    return editedStory(story, options, asking);
  },
};

function editedStory(
  story: Story,
  options: { readonly [key in keyof typeof fieldsByKey]?: string },
  asking: Asking,
): Outcome {
  const form = editStoryForm(story);
  const given = Object.entries(options).map(([key, value]) => [
    fieldsByKey[key as keyof typeof fieldsByKey],
    value,
  ]);
  if (given.length === 0) return form;
  const typed = { ...storyAsTyped(story), ...Object.fromEntries(given) };
  return inOneLine(storyForm.read(typed, form.about, asking));
}
