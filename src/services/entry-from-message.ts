import { recordedBefore } from '../domain/editing/entries/add-entry.ts';
import { guessStory } from '../domain/finding/guess-story.ts';
import { shownSlug } from '../domain/records/story.ts';
import { isOffTheRecord } from '../domain/rules/off-the-record.ts';
import { type Asked, askingOf, type Office, refusedTo } from './act-on-command.ts';
import { problemAnswer, respond } from './commands/commands.ts';
import type { Answer, Asking, Origin } from './commands/verb.ts';
import { entryForm } from './forms/entry-form.ts';
import type { Form } from './forms/form.ts';

interface Message extends Asked {
  text: string;
  /** The name of who wrote it. */
  author: string;
  origin: Origin;
}

/** A message as an entry, to be confirmed; one that was made an entry before leads to it. */
export async function entryFromMessage(office: Office, message: Message): Promise<Answer | Form> {
  const person = await office.directory.person(message.person);
  const refused = await refusedTo(office, person, 'contributor');
  if (refused) return problemAnswer(refused);
  const asking = askingOf(office, person, message);
  const { text, author, origin } = message;

  const before = recordedBefore(
    asking.newsroom,
    { key: origin.key, viewer: asking.viewer, by: person.id },
    asking.now,
  );
  if (before) {
    const known = respond(before.id, asking);
    if ('page' in known) return known;
  }
  if (isOffTheRecord({ text })) return problemAnswer({ problem: 'off-the-record' });
  const story = storyOf(asking, text);
  return entryForm(asking, {
    ...(story ? { story } : {}),
    ...(text ? { text } : {}),
    ...(author ? { source: author } : {}),
  });
}

/** What its thread is about, else what it names. */
function storyOf({ newsroom, threadTopics = [], now }: Asking, text: string): string | undefined {
  const ofThread = threadTopics.find(({ kind }) => kind === 'story')?.slug;
  const story = newsroom.stories.get(ofThread ?? guessStory(newsroom, text, now) ?? '');
  return story && shownSlug(story);
}
