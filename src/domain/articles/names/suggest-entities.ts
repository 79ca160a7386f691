import { freeSlug } from '../../editing/choose-slug.ts';
import { phraseOf, wordsOf } from '../../language/words-of.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { SuggestedEntity } from '../../records/draft.ts';
import type { Article } from '../article.ts';
import { plainLine, type Sentence } from '../sentences/passages.ts';
import { groupNames, type NamedGroup } from './group-names.ts';
import { schemaOf } from './judge-name.ts';
import { type NameRun, runsIn } from './name-runs.ts';
import { companyForms } from './organization-words.ts';

const mostSuggested = 200;
const mostAliases = 20;
const longestName = 120;

/** The people and bodies that an article names and the newsroom does not know. Rather too few than a wrong one. */
export function suggestEntities(
  newsroom: Newsroom,
  { named = [], publisher = '' }: Pick<Article, 'named' | 'publisher'>,
  sentences: readonly Sentence[],
): SuggestedEntity[] {
  const lowerCase = new Set(
    sentences.flatMap(({ text }) => text.match(/(?<![\p{L}’'-])\p{Ll}\p{L}+/gu) ?? []),
  );
  const marked = named.flatMap(({ name, schema }) => {
    const plain = plainLine(name);
    return plain === '' || plain.length > longestName
      ? []
      : [{ name: plain, schema, aliases: [] as string[] }];
  });
  const read = groupNames(runsOf(sentences), lowerCase).flatMap((group) => suggestion(group, lowerCase));
  // Whose article it is, is known from it; `the Echo` is no news in the Echo.
  const own = phraseOf(publisher);
  const found = new Map<string, { name: string; schema: SuggestedEntity['schema']; aliases: string[] }>();
  for (const one of [...marked, ...read]) {
    const key = phraseOf(one.name);
    const isOwn = ` ${own} `.includes(` ${key} `);
    if (key === '' || isOwn || found.has(key) || isKnown(newsroom, one.name)) continue;
    found.set(key, one);
  }
  const taken = new Set<string>();
  return [...found.values()].slice(0, mostSuggested).map(({ name, schema, aliases }) => ({
    slug: ownSlug(newsroom, name, taken),
    schema,
    name,
    aliases: aliases.filter((alias) => !isKnown(newsroom, alias)).slice(0, mostAliases),
  }));
}

/** Whoever begins a sentence, and the next one with `he`, is a person; so is who begins an interview. */
function runsOf(sentences: readonly Sentence[]): NameRun[] {
  const isInterview = sentences.some(({ isAnswer }) => isAnswer);
  return sentences.flatMap((sentence, at) => {
    const next = sentences[at + 1];
    const goesOn = /^(?:He|She|His|Her)\b/.test(next?.text ?? '') || (isInterview && at === 0);
    const isNear = /\b(?:he|she|his|her)\b/.test(next?.masked ?? '');
    const runs = runsIn(sentence);
    return runs.map((run, index) => ({
      ...run,
      isThenPerson: index === 0 && run.isAtStart && goesOn,
      isNearPronoun: runs.length === 1 && isNear,
    }));
  });
}

/** A word that the article has in lower case, too, would be found everywhere as an alias. */
function suggestion({ name, evidence, aliases }: NamedGroup, lowerCase: ReadonlySet<string>) {
  const schema = schemaOf(evidence);
  return schema === undefined || schema === 'Place'
    ? []
    : [{ name, schema, aliases: [...aliases].filter((alias) => !lowerCase.has(alias.toLowerCase())) }];
}

/** Known by this name, or by it without the form of the company: `Ford Inc.` is Ford. */
function isKnown({ entities }: Newsroom, name: string): boolean {
  const words = wordsOf(name);
  const bare = words.filter((word, at) => at === 0 || !companyForms.has(word));
  return [words, bare].some((some) => entities.by.phrase.at(some.join(' ')).size > 0);
}

function ownSlug(newsroom: Newsroom, name: string, taken: Set<string>): string {
  const free = freeSlug(newsroom, 'entity', name);
  let slug = free;
  for (let number = 2; taken.has(slug); number += 1) slug = freeSlug(newsroom, 'entity', `${free}-${number}`);
  taken.add(slug);
  return slug;
}
