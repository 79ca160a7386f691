import { partLetters } from '../editing/drafts/chosen-parts.ts';
import { lineEdits } from '../editing/drafts/edit-proposal.ts';
import { cutText } from '../language/cut-text.ts';
import { formatMoment } from '../language/dates.ts';
import type { Newsroom } from '../newsroom.ts';
import { type Draft, type DraftPart, type Proposal, partLists } from '../records/draft.ts';
import type { EntryContent } from '../records/entry.ts';
import { attributionOf, stanceWords, statement } from './entry-line.ts';
import { kindWords, sourceLine } from './entry-page.ts';
import { type Button, bold, code, type Inline, italic, joined, type Part } from './page.ts';

/** The whole of it is in the form behind Edit. */
const mostText = 600;
const mostStatement = 240;
const mostSources = 3;

interface Drawing {
  draft: Draft;
  newsroom: Pick<Newsroom, 'entities'>;
  /** Only editors accept and drop. */
  mayDecide: boolean;
  /** Goes along with every button, so that one comes back to where one was. */
  page: number;
  /** The entry on record that says nearly the same. */
  alike: (text: string) => { id: string } | undefined;
}

/** What a member is called where it is typed: `4`, `n2`, `q1`. */
export const wordOf = (part: DraftPart, at: number): string => `${partLetters[part]}${at + 1}`;

/** One proposal as it would be recorded, and what may be done with it. */
export function proposalParts(at: number, proposal: Proposal, drawing: Drawing): Part[] {
  const { content, statement: words, became } = proposal;
  const facts = joined(
    [
      bold(kindWords[content.kind]),
      content.verification,
      italic(attributionOf(content, drawing.newsroom, 120)),
      ...ownWords(content, drawing.newsroom),
      content.occurred ? `happened ${formatMoment(content.occurred)}` : undefined,
      content.embargoedUntil ? 'under embargo' : undefined,
    ],
    ' · ',
  );
  const sources = content.sources
    .slice(0, mostSources)
    .flatMap((source): Inline[] => ['\nSource: ', ...sourceLine(source)]);
  const isOwn = content.text.includes(words) || words.includes(content.text);
  return [
    { part: 'paragraph', text: [bold(wordOf('proposal', at)), '  ', statement(content, mostText)] },
    {
      part: 'context',
      text: [
        ...facts,
        ...sources,
        ...taggedWords(content, drawing.newsroom),
        ...alikeWords(proposal, drawing),
      ],
    },
    ...(isOwn
      ? []
      : [{ part: 'context', text: ['From: ', italic(cutText(words, mostStatement))] } satisfies Part]),
    ...settledOr(became, [{ part: 'buttons', buttons: ways('proposal', at, drawing) }]),
    ...(became === 'dropped' ? [{ part: 'buttons', buttons: waysBack(at, drawing) } satisfies Part] : []),
  ];
}

/** A suggested name or a question in a line of its own. */
export function otherParts(part: 'entity' | 'question', at: number, drawing: Drawing): Part[] {
  const member = drawing.draft[partLists[part]][at];
  if (!member) return [];
  return [
    { part: 'paragraph', text: otherLine(part, at, drawing.draft) },
    ...settledOr(member.became, [{ part: 'buttons', buttons: ways(part, at, drawing) }]),
  ];
}

export function otherLine(part: 'entity' | 'question', at: number, { entities, questions }: Draft): Inline[] {
  const number = [bold(wordOf(part, at)), '  '];
  if (part === 'question') return [...number, questions[at]?.text ?? ''];
  const suggested = entities[at];
  const aliases = suggested?.aliases.length ? ` · also ${cutText(suggested.aliases.join(', '), 200)}` : '';
  return [...number, suggested?.name ?? '', ` — ${suggested?.schema ?? ''}${aliases}`];
}

function settledOr(became: string | undefined, open: Part[]): Part[] {
  if (became === undefined) return open;
  const words: Inline[] =
    became === 'dropped'
      ? ['Dropped']
      : /^E-\d+$/.test(became)
        ? ['Recorded as ', { entry: became }]
        : ['On record: ', code(became)];
  return [{ part: 'context', text: words }];
}

/** Goes along with what accepts: a line that somebody changes meanwhile is not recorded unread. */
export const shownWords = (draft: Draft): string => ` shown:${lineEdits(draft).length}`;

function ways(part: DraftPart, at: number, { draft, mayDecide, page }: Drawing): Button[] {
  const { id } = draft;
  const word = wordOf(part, at);
  const back = page > 1 ? ` page:${page}` : '';
  const edit: Button[] = part === 'proposal' ? [{ label: 'Edit', command: `change ${id} ${word}` }] : [];
  if (!mayDecide) return edit;
  return [
    { label: 'Accept', command: `accept ${id} ${word}${back}${shownWords(draft)}` },
    ...edit,
    { label: 'Drop', command: `drop ${id} ${word}${back}` },
  ];
}

/** Two articles mostly tell the same: whoever accepts a line should know what it would double. */
function alikeWords({ content, became }: Proposal, { alike }: Drawing): Inline[] {
  const entry = became === undefined || became === 'dropped' ? alike(content.text) : undefined;
  return entry ? ['\n', bold('Much the same is on record: '), { entry: entry.id }] : [];
}

/** What was dropped can be thought better of. */
const waysBack = (at: number, drawing: Drawing): Button[] =>
  ways('proposal', at, drawing).filter(({ label }) => label !== 'Drop');

/** What only a figure or a response says. */
function ownWords(content: EntryContent, { entities }: Pick<Newsroom, 'entities'>): string[] {
  if (content.kind === 'figure') {
    const { metric, amount, unit, bound, asOf } = content.figure;
    const much = [bound, amount.toLocaleString('en', { maximumFractionDigits: 6 }), unit]
      .filter(Boolean)
      .join(' ');
    return [`${metric}: ${much}${asOf ? `, as of ${formatMoment({ date: asOf })}` : ''}`];
  }
  if (content.kind !== 'response') return [];
  const { entity, stance, respondsTo } = content.response;
  const name = entities.get(entity)?.name ?? entity;
  return [`${name} ${stanceWords[stance]}${respondsTo ? `, to ${respondsTo}` : ''}`];
}

function taggedWords({ entities }: EntryContent, newsroom: Pick<Newsroom, 'entities'>): Inline[] {
  const names = entities.map((slug) => newsroom.entities.get(slug)?.name ?? slug);
  return names.length > 0 ? [`\nTagged: ${cutText(names.join(', '), 300)}`] : [];
}
