import { waitingAt } from '../editing/drafts/chosen-parts.ts';
import { formatInstant, formatMoment } from '../language/dates.ts';
import { type Draft, type DraftVia, draftParts, mostProposals, partLists } from '../records/draft.ts';
import { code, counted, type Inline, joined } from './page.ts';
import { personOrDoor } from './person-or-door.ts';

const vias: { readonly [V in DraftVia]: string } = {
  paste: 'pasted',
  message: 'from a message',
  file: 'from a file',
  feed: 'from a feed',
  inbox: 'from the inbox folder',
};

/** `D-3 · pasted by Ana · 22 Nov 2026, 17:05 GMT · Financial Times, 2026-11-22`. */
export function cameWords(draft: Draft, zone: string): Inline[] {
  const { id, via, by, at, publisher, publishedAt, url, language } = draft;
  const isPerson = /^[UW][A-Z0-9]+$/.test(by);
  const from: Inline[] = isPerson ? [`${vias[via]} by `, personOrDoor(by)] : [vias[via]];
  const name = publisher ?? (url ? 'the article' : undefined);
  const published = publishedAt ? formatMoment({ date: publishedAt }) : undefined;
  return [
    code(id),
    ' · ',
    ...from,
    ' · ',
    ...joined(
      [
        formatInstant(at, zone),
        name && url ? { text: name, url } : name,
        published && `published ${published}`,
        languageWords(language),
        cutWords(draft),
      ],
      ' · ',
    ),
  ];
}

/** What is in another language is not read, only taken apart. */
export const languageWords = (language: string | undefined): string | undefined =>
  language === undefined || /^en\b/i.test(language)
    ? undefined
    : `in another language${language === 'und' ? ' than English' : ` (${language})`}: its sentences stand as plain statements`;

/** What came behind them is not read. */
const cutWords = ({ proposals }: Pick<Draft, 'proposals'>): string | undefined =>
  proposals.length >= mostProposals ? `only its first ${mostProposals} statements are here` : undefined;

/** `12 lines, 2 names and 1 question wait · 3 recorded · 1 dropped`. */
export function stateWords(draft: Draft): string {
  const [lines, names, questions] = draftParts.map((part) => waitingAt(draft, part).length);
  const waiting = [
    lines ? counted(lines, 'line') : '',
    names ? counted(names, 'name') : '',
    questions ? counted(questions, 'question') : '',
  ].filter(Boolean);
  const settled = draftParts.flatMap((part) => draft[partLists[part]].flatMap(({ became }) => became ?? []));
  const dropped = settled.filter((became) => became === 'dropped').length;
  return [
    waiting.length > 0 ? `${waiting.join(', ')} to decide` : 'All of it is decided',
    settled.length > dropped ? `${settled.length - dropped} accepted` : '',
    dropped > 0 ? `${dropped} dropped` : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
