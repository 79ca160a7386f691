import { readSource } from '../../language/read-source.ts';
import type { Slug } from '../../records/identifiers.ts';
import type { Cast } from '../names/cast.ts';
import type { Sentence } from '../sentences/passages.ts';
import type { Attribution } from './find-attribution.ts';
import { readSpeakerWords } from './sources-of.ts';
import { type Speaker, speakerOf } from './speakers.ts';
import type { Talk } from './talk.ts';

const journalist =
  /\b(?:correspondent|reporter|journalist|columnist|bureau chief|editor)\b[^,]{0,40}?\b(?:for|at|of|with)\b(.+)$/i;
const spokesperson = /\b(?:spokes\w+|representative|lawyer|attorney|press office)\b/i;
const toPublication =
  /\btold (?:the|that|this) (?:newspaper|paper|daily|weekly|magazine|broadcaster|outlet|website)\b/i;
const press =
  /\b(?:times|post|journal|news|herald|gazette|tribune|chronicle|courier|observer|guardian|ledger|press|telegraph|mail|reuters|bloomberg)\b/i;

/** Who says it, under the one name that every mention of them gets: origins are counted by it. */
export function whoSpeaks(
  sentence: Sentence,
  attribution: Attribution,
  cast: Cast,
  talk: Talk,
): Speaker | undefined {
  if (attribution.speaker === undefined) return citedByPress(sentence, attribution, cast, talk);
  const speaker = speakerOf(attribution.speaker, cast, talk, readSpeakerWords);
  if (speaker.is === 'unnamed')
    return toPublication.test(attribution.words) && talk.publication !== undefined
      ? { ...speaker, origin: talk.publication }
      : speaker;
  if (speaker.is !== 'entity') return speaker;
  const member = cast.member(speaker.slug);
  const name = member?.name ?? speaker.label;
  if (member?.schema === 'Person') {
    const outlet = outletOf(attribution.speaker, cast) ?? talk.reporters.get(speaker.slug);
    if (outlet !== undefined) talk.reporters.set(speaker.slug, outlet);
    return { ...speaker, label: name, ...(outlet === undefined ? {} : { origin: outlet }) };
  }
  // A body that reports is an outlet to us, whatever else it is.
  if (/\breport(?:s|ed)\b/.test(attribution.words)) return { is: 'publication', label: name };
  const isVoice = spokesperson.test(speaker.label);
  return { ...speaker, label: isVoice ? speaker.label.replace(/^(?:an?|the) /i, '') : name };
}

/** `Jane Roe, correspondent for the Ledger`: what she says is the Ledger's reporting. */
function outletOf(words: string, cast: Cast): string | undefined {
  const employer = journalist.exec(words)?.[1] ?? '';
  const body = cast.mentionsIn(employer).find(({ entity }) => isBody(entity, cast));
  return body && cast.member(body.entity)?.name;
}

const isBody = (slug: Slug, cast: Cast): boolean =>
  !['Person', 'Place', 'Product', undefined].includes(cast.member(slug)?.schema);

/** `citing four people`, and nobody who cites them: the outlet that the sentence names, or the one spoken of. */
function citedByPress(
  { masked }: Sentence,
  { citing }: Attribution,
  cast: Cast,
  talk: Talk,
): Speaker | undefined {
  const cited = citing === undefined ? undefined : readSpeakerWords(citing);
  if (citing === undefined || cited?.kind !== 'unnamed') return undefined;
  const named = cast
    .mentionsIn(masked.slice(0, masked.indexOf('citing')))
    .map(({ entity }) => cast.member(entity)?.name ?? '')
    .find((name) => press.test(name) || readSource(name).kind === 'publication');
  const outlet = named ?? talk.publication;
  return outlet === undefined ? undefined : { is: 'publication', label: outlet };
}
