import { readSources } from '../../language/read-source.ts';
import type { Source } from '../../records/source.ts';
import type { EntryFields } from './entry-fields.ts';
import { readWord, rules as ruleWords } from './entry-words.ts';
import type { EntryReading } from './read-entry.ts';

const mostSources = 50;
const mostAttribution = 300;

/** The sources, on which terms they spoke and how many unnamed people they are; and the attribution as worded. */
export function readEntrySources(fields: EntryFields, { values, faults }: EntryReading): void {
  const { source = '', rules = 'unknown', count, attribution } = fields;
  const rule = readWord(ruleWords, rules);
  if ('fault' in rule) faults.push({ field: 'rules', message: rule.fault });
  const groundRules = 'value' in rule ? rule.value : 'unknown';

  const long = source.split(/;\s|\n/).find((label) => label.length > 300);
  const number = count === undefined ? undefined : Number(count);
  const isCount = number === undefined || (Number.isInteger(number) && number >= 1 && number <= 1000);
  if (!isCount) faults.push({ field: 'count', message: 'How many unnamed people, as a number: 4.' });
  if (long)
    faults.push({
      field: 'source',
      message: 'At most 300 characters a source; several are parted by semicolons.',
    });
  else if (count !== undefined && source === '')
    faults.push({ field: 'source', message: 'Say who they are: “people familiar with the talks”.' });
  else
    values.sources = withCount(readSources(source), isCount ? number : undefined).map((one) => ({
      ...one,
      groundRules,
    }));
  if ((values.sources?.length ?? 0) > mostSources)
    faults.push({ field: 'source', message: `At most ${mostSources} sources.` });

  if (attribution === undefined) return;
  if (attribution.length <= mostAttribution) values.attribution = attribution;
  else faults.push({ field: 'attribution', message: `At most ${mostAttribution} characters.` });
}

type Found = Omit<Source, 'groundRules'>;

/** A count is of unnamed people: given one, "Ford insiders" are unnamed, too. */
function withCount(sources: readonly Found[], count: number | undefined): Found[] {
  if (count === undefined) return [...sources];
  const at = Math.max(
    0,
    sources.findIndex(({ kind }) => kind === 'unnamed'),
  );
  return sources.map((source, index) => {
    const isPeople = source.kind === 'unnamed' || source.kind === 'named';
    return index === at && isPeople ? { ...source, kind: 'unnamed', count } : source;
  });
}
