import type { Sections } from '../briefing/sections.ts';
import type { Line } from '../briefing/standing.ts';
import { disputedLines, entryLine, type Names } from './entry-line.ts';
import type { Button, Part } from './page.ts';

/** A briefing reads at a glance: no section is longer than this. */
export const glance = 5;

interface Wording {
  names: Names;
  /** What opens the whole list. */
  rest: string;
}

export const moreButton = (hidden: number, command: string): { more?: Button } =>
  hidden > 0 ? { more: { label: `${hidden.toLocaleString('en')} more`, command } } : {};

const section = (heading: string, lines: readonly Line[], { names, rest }: Wording, most = glance): Part[] =>
  lines.length === 0
    ? []
    : [
        {
          part: 'list',
          heading,
          lines: lines.slice(0, most).map(({ entry }) => entryLine(entry, names)),
          ...moreButton(lines.length - most, rest),
        },
      ];

/** What is claimed, the surest first. An empty "What we know" says so: that is news, too. */
export function claimSections({ known, reported, disputed }: Sections, wording: Wording): Part[] {
  const nothingKnown: Part = {
    part: 'list',
    heading: 'What we know',
    lines: [['Nothing is confirmed yet.']],
  };
  return [
    ...(known.length === 0 && reported.length + disputed.length > 0 ? [nothingKnown] : []),
    ...section('What we know', known, wording),
    ...section('Reported, by whom', reported, wording),
    ...disputedSection(disputed, wording),
  ];
}

/** A taste of it: whoever is on deadline wants what moves, whoever is new to the story presses the button. */
export const backgroundSection = ({ background }: Sections, wording: Wording): Part[] =>
  section('Background', background, wording, 2);

/** Two disputes at a glance: each takes a line for the claim and at most two for its denials. */
function disputedSection(disputed: readonly Line[], { names, rest }: Wording): Part[] {
  if (disputed.length === 0) return [];
  const lines = disputed.slice(0, 2).flatMap((line) => disputedLines(line, names).slice(0, 3));
  const shown = lines.slice(0, glance);
  return [{ part: 'list', heading: 'Disputed', lines: shown, ...moreButton(disputed.length - 2, rest) }];
}
