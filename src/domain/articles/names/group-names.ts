import {
  chiefOf,
  type Evidence,
  enough,
  mayBePerson,
  namesNobody,
  nobody,
  schemaOf,
  weigh,
} from './judge-name.ts';
import type { NameRun } from './name-runs.ts';
import { bodyNamed, companyForms, isOrganizationWord } from './organization-words.ts';
import { titleParts } from './title-words.ts';

/** All the ways in which an article names one person or body. */
export interface NamedGroup {
  name: string;
  words: readonly string[];
  aliases: Set<string>;
  evidence: Evidence;
  /** Read at least once where a capital means a name. */
  isSure: boolean;
}

type Groups = Map<string, NamedGroup>;

/** Mentions of the same name together, shorter forms with the longest: `Okafor` with `Daniel R. Okafor`. */
export function groupNames(runs: readonly NameRun[], lowerCase: ReadonlySet<string>): NamedGroup[] {
  const groups: Groups = new Map();
  for (const run of runs) {
    if (namesNobody(run.words) || run.name.length > 120) continue;
    const key = run.words.join(' ');
    const group = groups.get(key) ?? {
      name: run.name,
      words: run.words,
      aliases: new Set<string>(),
      evidence: nobody(),
      isSure: false,
    };
    groups.set(key, group);
    weigh(group.evidence, run);
    const acronym = /^ \((\p{Lu}[\p{Lu}&]{1,7})\)/u.exec(run.after)?.[1];
    if (acronym) group.aliases.add(acronym);
    const isWord = run.words.length === 1 && lowerCase.has(key.toLowerCase());
    group.isSure ||=
      run.hasTitle ||
      run.words.length > 1 ||
      (!isWord && (!run.isAtStart || (chiefOf.test(run.after) && !isOrganizationWord(key.toLowerCase()))));
  }
  return joinForms(groups);
}

/** Few names are long; each shorter one is looked up by the words it may be a form of. */
function joinForms(groups: Groups): NamedGroup[] {
  const all = [...groups.values()];
  const byForm = new Map<string, NamedGroup[]>();
  for (const group of all.filter(({ words }) => words.length > 1))
    for (const form of formsOf(group)) byForm.set(form, [...(byForm.get(form) ?? []), group]);
  const joined = new Set<NamedGroup>();
  for (const group of all) {
    const longer = (byForm.get(group.words.join(' ')) ?? []).filter(
      (other) =>
        other !== group &&
        (other.words.length > group.words.length || other.aliases.has(group.name)) &&
        !isTownOf(group, other),
    );
    const [first] = longer;
    if (!first) continue;
    joined.add(group);
    first.aliases.add(group.name);
    for (const other of longer) takeOver(other, group);
  }
  return all.filter((group) => !joined.has(group) && group.isSure);
}

/** `off Calvera` is not short for Calvera Lines. */
const isTownOf = (group: NamedGroup, longer: NamedGroup): boolean =>
  schemaOf(group.evidence) === 'Place' && schemaOf(longer.evidence) !== 'Place';

function takeOver(longer: NamedGroup, { evidence, words }: NamedGroup): void {
  const isSurname = words.length === 1 && longer.words.at(-1) === words[0];
  for (const schema of Object.keys(evidence) as (keyof Evidence)[])
    if (!isSurname || schema === 'Person') longer.evidence[schema] += evidence[schema];
  // Nobody but a person is called by the last word alone, as a rule.
  if (isSurname && mayBePerson(longer.words) && schemaOf(longer.evidence) !== 'Organization')
    longer.evidence.Person += enough;
}

/** Surname, first and last name, the name without `Inc.`, its first word, its initials, its acronym. */
function formsOf({ words, aliases }: NamedGroup): Set<string> {
  const first = words[0] ?? '';
  const last = words.at(-1) ?? '';
  const bare = words.filter((word) => !companyForms.has(word.toLowerCase()) && word !== '&');
  const initials = words.filter((word) => /^\p{Lu}/u.test(word)).map((word) => word.charAt(0));
  const prefixes = bare.slice(1).map((_, at) => bare.slice(0, at + 1).join(' '));
  const forms = [
    last,
    `${first} ${last}`,
    ...words.slice(1).map((_, at) => words.slice(at + 1).join(' ')),
    bare.join(' '),
    ...prefixes,
    initials.length > 1 ? initials.join('') : last,
    ...aliases,
  ];
  return new Set(forms.filter((form) => !isGeneric(form)));
}

/** `Ministry`, `House`, `Senate` are short for more than one name. */
const isGeneric = (form: string): boolean =>
  !form.includes(' ') &&
  (isOrganizationWord(form.toLowerCase()) ||
    bodyNamed([form]) !== undefined ||
    namesNobody([form]) ||
    titleParts.has(form.toLowerCase()) ||
    /^(?:house|white|red|new|north|south|east|west|great|grand|saint|big|blue|green|black|first|royal)$/i.test(
      form,
    ));
