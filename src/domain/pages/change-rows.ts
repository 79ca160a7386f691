import type { Happening } from '../briefing/changes.ts';
import type { Dossier } from '../briefing/dossier.ts';
import { cutText } from '../language/cut-text.ts';
import { formatInFull, formatMoment, localTime } from '../language/dates.ts';
import type { Entry } from '../records/entry.ts';
import { differences } from './difference.ts';
import { embargoMark, statement } from './entry-line.ts';
import { bold, code, counted, type Inline, italic } from './page.ts';
import { personOrDoor } from './person-or-door.ts';
import type { Drawing } from './shared-parts.ts';
import type { Row } from './view-rows.ts';

type Of<About extends Happening['about']> = Extract<Happening, { about: About }>;
type Tell<About extends Happening['about']> = (happening: Of<About>, zone: string) => Inline[];

const numbered = (entry: Entry): Inline => ({ entry: entry.id });
const quoted = (entry: Entry): string => statement(entry, 160);
const between = ({ before, after }: Happening): Inline[] => (before ? differences(before, after) : []);

const entryActs: { readonly [act: string]: Tell<'entry'> } = {
  'entry-added': ({ after, together }) =>
    together > 1
      ? [`added ${counted(together, 'entry', 'entries')} at once, from `, numbered(after)]
      : ['added ', numbered(after), `: ${quoted(after)}`],
  'entry-corrected': (step) => [bold('corrected'), ' ', numbered(step.after), ': ', ...between(step)],
  'entry-clarified': (step) => ['clarified ', numbered(step.after), ': ', ...between(step)],
  'entry-verified': (step) => ['verified ', numbered(step.after), ': ', ...between(step)],
  'entry-withdrawn': ({ after }) => [bold('withdrew'), ' ', numbered(after), `: ${quoted(after)}`],
  'entry-tagged': (step) => ['filed ', numbered(step.after), ' anew: ', ...between(step)],
  'entry-embargoed': ({ before, after }, zone) => [
    before?.embargoedUntil ? 'moved the embargo on ' : 'embargoed ',
    numbered(after),
    ` until ${formatInFull(after.embargoedUntil ?? after.at, zone)}`,
  ],
  'embargo-lifted': ({ after }) => ['lifted the embargo on ', numbered(after)],
};

const otherActs: {
  readonly [About in Exclude<Happening['about'], 'entry'>]: { readonly [act: string]: Tell<About> };
} = {
  story: {
    'story-opened': ({ after }) => ['opened the story ', code(after.slug), `: ${after.headline}`],
    'story-renamed': ({ before, after }) => [
      'renamed the story ',
      code(before?.renamedTo ?? after.slug),
      ' → ',
      code(after.renamedTo ?? after.slug),
    ],
    'story-merged': ({ after }) => [
      'merged ',
      code(after.slug),
      ` (${after.headline}) into `,
      code(after.mergedInto ?? ''),
    ],
  },
  entity: {
    'entity-added': ({ after }) => ['added ', bold(after.name)],
    'entity-merged': ({ after }) => ['merged ', bold(after.name), ' into ', code(after.mergedInto ?? '')],
  },
  relation: {
    'relation-added': ({ after }) => [`added ${after.subject} — ${after.role} — ${after.object}`],
  },
  question: {
    'question-asked': ({ after }) => ['asked ', code(after.id), `: ${after.text}`],
    'question-answered': ({ after }) => [
      'answered ',
      code(after.id),
      ' with ',
      { entry: after.answeredBy ?? '' },
      `: ${after.text}`,
    ],
  },
};

const nameOf = (happening: Happening): Inline => {
  if (happening.about === 'entry') return { entry: happening.after.id };
  if (happening.about === 'story' || happening.about === 'entity') return code(happening.after.slug);
  return code(happening.after.id);
};

function told(happening: Happening, zone: string): Inline[] {
  const acts = happening.about === 'entry' ? entryActs : otherActs[happening.about];
  const tell = (acts as { readonly [act: string]: Tell<Happening['about']> })[happening.act];
  return tell ? tell(happening, zone) : ['edited ', nameOf(happening), ': ', ...between(happening)];
}

/** Who did what, when: a line for each act, under its day. */
export function changeRows({ changes }: Dossier, { zone, names }: Drawing): Row[] {
  return changes().map((happening) => {
    const [day = '', time = ''] = localTime(happening.at, zone).split('T');
    const current = happening.about === 'entry' ? happening.current : undefined;
    const mark = current ? embargoMark(current, names) : [];
    const reason = happening.reason ? [' — ', italic(cutText(happening.reason, 240))] : [];
    return {
      heading: `${formatMoment({ date: day })} (${zone})`,
      line: [`${time} `, ...mark, personOrDoor(happening.by), ' ', ...told(happening, zone), ...reason],
    };
  });
}
