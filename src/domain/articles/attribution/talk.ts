import type { Slug } from '../../records/identifiers.ts';
import type { Cast } from '../names/cast.ts';
import type { Sentence } from '../sentences/passages.ts';
import { readSpeakerWords } from './sources-of.ts';
import type { Speaker } from './speakers.ts';

/** Who has spoken and who was named up to here: what `he`, `the people`, `the newspaper` and a bare quotation mean. */
export interface Talk {
  /** Persons by how lately they spoke or were named, the last one first. */
  persons: Slug[];
  /** The body that spoke or was named last, for `it` and `the company`. */
  body?: Slug;
  /** The group of people without names, for `the people` and `two of them`. */
  unnamed?: Extract<Speaker, { is: 'unnamed' }>;
  publication?: string;
  /** Journalists, by whose reporting they speak of. */
  reporters: Map<Slug, string>;
  /** For a quotation that stands alone. */
  last?: { words: string | undefined; speaker: Speaker; paragraph: number };
  /** The last sentence that nobody said, since somebody spoke: `Then she looks up.` */
  since?: Sentence | undefined;
}

interface Heard {
  sentence: Sentence;
  cast: Cast;
  speaker: Speaker | undefined;
  words: string | undefined;
  mentioned: readonly Slug[];
  citing: string | undefined;
}

/** Enough to look back to: whoever was named before them is not `he` any more. */
const mostPersons = 12;

/** What a sentence leaves in the reader's mind. */
export function heard(talk: Talk, { sentence, cast, speaker, words, mentioned, citing }: Heard): void {
  const schemaOf = (slug: Slug) => cast.member(slug)?.schema;
  const persons = mentioned.filter((slug) => schemaOf(slug) === 'Person');
  const speaking = speaker?.is === 'entity' && schemaOf(speaker.slug) === 'Person' ? [speaker.slug] : [];
  talk.persons = [...new Set([...speaking, ...persons, ...talk.persons])].slice(0, mostPersons);
  const bodies = mentioned.filter(
    (slug) => !['Person', 'Place', 'Product', undefined].includes(schemaOf(slug)),
  );
  const [body] = speaker?.is === 'entity' && speaking.length === 0 ? [speaker.slug] : bodies;
  if (body !== undefined) talk.body = body;
  talk.since = speaker ? undefined : sentence;
  if (!speaker) return;
  const isSome = talk.unnamed && /^\S+ of /.test(speaker.label);
  if (speaker.is === 'unnamed' && !isSome) talk.unnamed = speaker;
  const cited = citing === undefined ? undefined : readSpeakerWords(citing);
  if (cited?.kind === 'unnamed')
    talk.unnamed = {
      is: 'unnamed',
      label: cited.label,
      ...(cited.count ? { count: cited.count } : {}),
      ...(speaker.is === 'publication' ? { origin: speaker.label } : {}),
    };
  if (speaker.is === 'publication') talk.publication = speaker.label;
  talk.last = { words, speaker, paragraph: sentence.paragraph };
}
