import { type Source, sourceSchema } from '../records/source.ts';
import { beginningOf } from './cut-text.ts';

type Found = Omit<Source, 'groundRules'>;

const numberWords = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

const people =
  '(?:people|persons?|sources?|individuals?|officials?|executives?|insiders?|employees?|workers|aides?|diplomats?|lawmakers?|investors?|bankers?|advis[eo]rs?|lawyers?|staffers?|staff|men|women)';
const knowing =
  /\b(?:familiar with|with (?:direct |first-?hand )?knowledge|briefed on|close to|involved in|anonym\w*|condition of|not authori[sz]ed|unnamed|declined to be (?:named|identified))\b/i;
const counted = new RegExp(
  `^(?:at least |about |more than )?(\\d{1,3}|an?|${numberWords.join('|')})\\b.*\\b${people}\\b`,
  'i',
);
const beginsWithPeople =
  /^(?:some |several |many |multiple |other |senior )?(?:people|persons|sources|individuals|insiders|officials|executives|employees)\b(?! magazine)/i;
// In the plural only: "chief executive" ends the title of somebody who is named.
const endsInPeople =
  /(?:^|\s)(?:people|persons|sources?|individuals?|officials|executives|insiders?|employees|workers|aides|diplomats|lawmakers|investors|bankers|advis[eo]rs|lawyers|staffers)$/i;
const publications =
  /^(?:the )?(?:reuters|ap|associated press|afp|bloomberg|ft|financial times|wsj|wall street journal|nyt|new york times|washington post|guardian|bbc|cnn|cnbc|economist|axios|politico|nikkei|le monde|der spiegel|handelsblatt|caixin|xinhua|al jazeera|npr|nbc news|abc news|cbs news|fox news|sky news|the times|los angeles times|detroit news|detroit free press|south china morning post|scmp|the verge|techcrunch)\b/i;
const documents =
  /\b(?:filings?|reports?|documents?|memos?|memorandum|transcripts?|letters?|e-?mails?|court papers|lawsuit|complaint|indictment|affidavit|presentation|slides|press release|news release|statement|minutes|contract|invoice|stud(?:y|ies)|survey|audit|dataset|database|records|ruling|order|bill|10-[kq]|8-k)\b/i;
const address = /https?:\/\/[^\s<>|]+/i;
const repeated = /[,;]?\s+(?:via|per|as reported by|cited by)\s+(.{2,120})$/i;

/**
 * What somebody wrote after `src:` as a source: "four people familiar with the talks" are four unnamed people,
 * an SEC filing is a document, the FT a publication; whoever is left has a name or an office.
 */
export function readSource(typed: string): Found {
  const label = beginningOf(typed.trim(), 300);
  const url = address.exec(label)?.[0].replace(/[.,)]+$/, '');
  const [, origin] = repeated.exec(label) ?? [];
  const from = origin && publications.test(origin) ? { origin: origin.trim() } : {};
  if (url && isAddress(url)) {
    const words = label
      .replace(url, '')
      .replace(/[\s(),.–—-]+$/, '')
      .trim();
    return {
      kind: documents.test(words) && !publications.test(words) ? 'document' : 'publication',
      label: words || hostOf(url),
      url,
      ...from,
    };
  }
  if (publications.test(label)) return { kind: 'publication', label };
  const number = counted.exec(label)?.[1]?.toLowerCase();
  const isUnnamed =
    knowing.test(label) ||
    (number !== undefined && !documents.test(label)) ||
    beginsWithPeople.test(label) ||
    endsInPeople.test(label);
  if (isUnnamed) return { kind: 'unnamed', label, ...countOf(number), ...from };
  return { kind: documents.test(label) ? 'document' : 'named', label, ...from };
}

/** Several are parted by semicolons or lines; commas stand in titles: "Jane Doe, chief executive". */
export const readSources = (typed: string): Found[] =>
  typed
    .split(/;\s|\n/)
    .map((one) => one.trim().replace(/;$/, ''))
    .filter((one) => one !== '')
    .map(readSource);

function countOf(number: string | undefined): { count?: number } {
  if (number === undefined) return {};
  const count = /^an?$/.test(number) ? 1 : /^\d/.test(number) ? Number(number) : numberWords.indexOf(number);
  return count > 0 ? { count } : {};
}

const hostOf = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/i, '').split(/[/?#]/)[0] || url;

/** As strict as the record: a slip in an address makes it words, not a broken link. */
const isAddress = (url: string): boolean => sourceSchema.shape.url.safeParse(url).success;
