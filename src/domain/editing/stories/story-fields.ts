import { namedTopic } from '../../finding/named-topic.ts';
import { beginningOf } from '../../language/cut-text.ts';
import { printList } from '../../language/read-options.ts';
import { slugFrom } from '../../language/slug.ts';
import type { Newsroom } from '../../newsroom.ts';
import { type FieldFault, isProblem } from '../../problem.ts';
import { type Story, type StoryContent, storyStatuses } from '../../records/story.ts';
import { FieldReading, type TypedFields } from '../read-fields.ts';
import type { StoryPatch } from './edit-story.ts';

type StoryWords = Omit<StoryContent, 'slug'>;

/** What the fields say of a story, or what is wrong with them. */
export function readStoryFields(
  newsroom: Newsroom,
  typed: TypedFields,
): { story: StoryWords } | { faults: FieldFault[] } {
  const reading = new FieldReading(typed);
  const headline = reading.required('headline', {
    label: 'Headline',
    most: 250,
    missing: 'Say in a line what the story is.',
  });
  const nutGraf = reading.text('nutGraf', { label: 'Why it matters', most: 1000 });
  const desk = reading.text('desk', { label: 'Desk', most: 80 });
  const story: StoryWords = {
    headline,
    ...(nutGraf ? { nutGraf } : {}),
    status: reading.choice('status', storyStatuses) ?? 'developing',
    ...(desk && slugFrom(desk) ? { desk: slugFrom(desk) } : {}),
    subjects: reading.list('subjects', { label: 'Subjects', most: 20, each: 80 }),
    aliases: reading.list('aliases', { label: 'Other names', most: 30, each: 120 }),
    entities: readCast(newsroom, typed['cast'] ?? '', reading),
  };
  return reading.faults.length > 0 ? { faults: reading.faults } : { story };
}

const byDash = /^(.+?)\s+[—–-]\s+(\S.*)$/;
const byColon = /^(.+?)\s*[—–:]\s*(\S.*)$/;

/** Who is involved, one a line: `Jim Farley — chief executive of Ford`. */
function readCast(newsroom: Newsroom, typed: string, reading: FieldReading): StoryWords['entities'] {
  const lines = typed.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > 50) reading.refuse('cast', `At most 50 lines, and these are ${lines.length}.`);
  const cast: StoryWords['entities'] = [];
  for (const line of lines) {
    const [, name = '', role = ''] = byDash.exec(line.trim()) ?? byColon.exec(line.trim()) ?? [];
    const found = namedTopic(newsroom, name, { kind: 'entity' });
    if (name === '')
      reading.refuse('cast', `“${beginningOf(line.trim(), 40)}”: write a name, a dash and the role.`);
    else if (isProblem(found))
      reading.refuse(
        'cast',
        `“${beginningOf(name, 40)}” is no entity on record, or more than one: use its slug.`,
      );
    else if (role.length > 120)
      reading.refuse('cast', `“${beginningOf(role, 40)}…”: a role has 120 characters at most.`);
    else cast.push({ entity: found.slug, role });
  }
  return cast;
}

/** The story as its fields would be typed, so that what is untouched reads back as it stands. */
export const storyAsTyped = (story: Story): { [field: string]: string } => ({
  headline: story.headline,
  nutGraf: story.nutGraf ?? '',
  status: story.status,
  desk: story.desk ?? '',
  subjects: printList(story.subjects),
  aliases: printList(story.aliases),
  cast: story.entities.map(({ entity, role }) => `${entity} — ${role}`).join('\n'),
});

/** The edit that makes a story what the fields say; fields that were not shown are not touched. */
export function storyPatch(words: StoryWords, hidden: readonly string[]): StoryPatch {
  const { headline, nutGraf = null, status, desk = null, subjects, aliases, entities } = words;
  const patch = { headline, nutGraf, status, desk, subjects, aliases, entities };
  const shown = Object.entries(patch).filter(
    ([field]) => !hidden.includes(field === 'entities' ? 'cast' : field),
  );
  return Object.fromEntries(shown);
}
