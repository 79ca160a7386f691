import { corroborationOf, isOf, isPickUp } from '../briefing/corroboration.ts';
import type { Dossier } from '../briefing/dossier.ts';
import type { Line } from '../briefing/standing.ts';
import { timelineOf } from '../briefing/timeline.ts';
import { cutText } from '../language/cut-text.ts';
import { foldName } from '../language/fold-name.ts';
import { tieLine } from './entity-page.ts';
import { disputedLines, entryLine } from './entry-line.ts';
import { counted, type Inline, joined } from './page.ts';
import { type Drawing, originLine, questionLine } from './shared-parts.ts';
import { shortNamed } from './short-name.ts';

/** One line of a view, and the heading it stands under. */
export interface Row {
  heading: string;
  line: Inline[];
}

const under = (heading: string, lines: readonly Inline[][]): Row[] =>
  lines.map((line) => ({ heading, line }));

export function timelineRows({ entries }: Dossier, { names }: Drawing): Row[] {
  const { dated, undated } = timelineOf(entries);
  return [
    ...under(
      'What happened when',
      dated.map((entry) => entryLine(entry, names, { dated: true })),
    ),
    ...under(
      'No date given',
      undated.map((entry) => entryLine(entry, names)),
    ),
  ];
}

export function claimRows({ known, reported, disputed, background }: Dossier, { names }: Drawing): Row[] {
  const weighed = ({ entry }: Line): Inline[] => [...entryLine(entry, names), ...supportOf(entry)];
  return [
    ...under('Confirmed', known.map(weighed)),
    ...under(
      'Disputed',
      disputed.flatMap((line) => disputedLines(line, names)),
    ),
    ...under('Reported', reported.map(weighed)),
    ...under('Background', background.map(weighed)),
  ];
}

/** "(1 origin, 4 unnamed sources, 1 pick-up)": outlets that repeat an origin do not make a second one. */
function supportOf(entry: Line['entry']): Inline[] {
  const { origins, unnamed, pickUps } = corroborationOf(entry);
  if (origins === 0) return [];
  const facts = [
    counted(origins, 'origin'),
    unnamed > 0 ? counted(unnamed, 'unnamed source') : '',
    pickUps > 0 ? counted(pickUps, 'pick-up') : '',
  ];
  return [' (', ...joined(facts, ', '), ')'];
}

export function gapRows({ questions, reported }: Dossier, drawing: Drawing): Row[] {
  const alone = reported.filter(({ entry }) => corroborationOf(entry).origins < 2);
  return [
    ...under(
      'Open questions',
      questions.map((question) => questionLine(question, drawing)),
    ),
    ...under(
      'Resting on a single origin or none',
      alone.map(({ entry }) => entryLine(entry, drawing.names)),
    ),
  ];
}

export function sourceRows({ origins }: Dossier): Row[] {
  return origins.flatMap((origin) => {
    const own = origin.entries.flatMap((entry) => entry.sources).filter((source) => isOf(source, origin));
    const distinct = new Map(own.map((source) => [source.label, source]));
    const lines = [...distinct.values()].map((source): Inline[] => {
      const repeats = isPickUp(source) ? 'pick-up' : source.kind;
      const rules = source.groundRules === 'unknown' ? '' : `on ${source.groundRules}`;
      const label: Inline = source.url
        ? { text: cutText(source.label, 160), url: source.url }
        : cutText(source.label, 160);
      return [label, ' — ', ...joined([repeats, rules, source.publishedAt], ' · ')];
    });
    return under(plainOrigin(origin), lines);
  });
}

const plainOrigin = (origin: Dossier['origins'][number]): string =>
  originLine(origin)
    .filter((inline) => typeof inline === 'string')
    .join('');

export function peopleRows({ involved, ties }: Dossier): Row[] {
  const cast = involved.map(({ entity, role }): Inline[] => {
    const says = cutText(entity.summary ?? '', 160);
    const summary = says && foldName(says) !== foldName(role ?? '') ? ` ${says}` : '';
    return [...shortNamed(entity), role ? ` — ${role}.` : ' —', summary].filter((inline) => inline !== '');
  });
  return [...under('Who is involved', cast), ...under('How they are related', ties.map(tieLine))];
}
