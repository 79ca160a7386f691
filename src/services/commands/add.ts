import { type EntryFields, entryFieldsOf } from '../../domain/editing/entries/entry-fields.ts';
import { type AddLine, readAddLine } from '../../domain/language/add-line.ts';
import { beginningOf } from '../../domain/language/cut-text.ts';
import { foldName } from '../../domain/language/fold-name.ts';
import type { Newsroom } from '../../domain/newsroom.ts';
import { code, type Part } from '../../domain/pages/page.ts';
import type { Topic } from '../../domain/records/identifiers.ts';
import { shownSlug } from '../../domain/records/story.ts';
import { isOffTheRecord } from '../../domain/rules/off-the-record.ts';
import { entryForm } from '../forms/entry-form.ts';
import { addOutcome } from '../outcomes/add-outcome.ts';
import type { Asking, Outcome, Verb } from './verb.ts';

export const addVerb: Verb = {
  name: 'add',
  usage: 'add SLUG [TEXT | src: … | rules: … | kind: … | on: …]',
  summary: 'Adds an entry to a story. Without a text it opens a form.',
  example: 'add ford-xiaomi Ford declined to comment | src: Ford spokesperson | rules: record',
  needs: 'contributor',
  keepsText: true,
  answer: (words, asking) => {
    const line = readAddLine(words.replace(/^:\s*/, ''));
    const { story, text } = storyAndText(asking, line.text);
    const fields = entryFieldsOf({ ...line.fields, story, ...(text === '' ? {} : { text }) });
    if (isOffTheRecord(fields) || isOffTheRecord({ text: words })) return { problem: 'off-the-record' };
    return outcomeOf(asking, fields, line);
  },
};

function outcomeOf(asking: Asking, fields: EntryFields, { unknown }: AddLine): Outcome {
  if (unknown.length > 0) return entryForm(asking, fields, { notice: unknownParts(unknown) });
  // Nothing but a topic: whoever wants the form has made no mistake yet.
  if (fields.text === undefined) return entryForm(asking, fields);
  return addOutcome(asking, fields, { about: {}, mayGuess: true });
}

export const unknownParts = (unknown: AddLine['unknown']): Part[] =>
  unknown.map(({ typed, value, near }) => ({
    part: 'paragraph',
    text: [
      'I don’t know ',
      code(`${beginningOf(typed, 40)}:`),
      ...(near ? [', did you mean ', code(`${near}:`), '?'] : ['.']),
      ` It said: “${value}”`,
    ],
  }));

/**
 * Which of the words name the story. In a thread about one, a first word is text unless it is written as a slug:
 * "Ford declined …" is about Ford, in the story at hand.
 */
function storyAndText(
  { newsroom, threadTopics = [] }: Asking,
  typed: string,
): { story: string; text: string } {
  const ofThread = threadTopics.find(({ kind }) => kind === 'story');
  const beforeColon = /^([^:|"“\n]{1,120}):(?:\s+|$)([\s\S]*)$/.exec(typed);
  const named = beforeColon?.[1]?.trim() ?? '';
  if (beforeColon && isStory(newsroom, named)) return { story: named, text: beforeColon[2] ?? '' };

  const [, first = '', rest = ''] = /^#?(\S+?):?(?:\s+([\s\S]*))?$/.exec(typed) ?? [];
  const isWritten = first.includes('-') || first === first.toLowerCase();
  if (ofThread && !(isWritten && first.includes('-') && isStory(newsroom, first))) {
    return { story: slugOf(newsroom, ofThread), text: typed };
  }
  return isWritten || isStory(newsroom, first) ? { story: first, text: rest } : { story: '', text: typed };
}

/** Exactly a story’s slug, name or alias: a word that is merely near to one is the text’s. */
function isStory({ stories }: Newsroom, name: string): boolean {
  const folded = foldName(name);
  const slugs = [name.toLowerCase(), folded.replaceAll(' ', '-')];
  return (
    folded !== '' &&
    (slugs.some((slug) => stories.by.slug.count(slug) > 0) || stories.by.name.count(folded) > 0)
  );
}

const slugOf = ({ stories }: Newsroom, { slug }: Topic): string => {
  const story = stories.get(slug);
  return story ? shownSlug(story) : slug;
};
