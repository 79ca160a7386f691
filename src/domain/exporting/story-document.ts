import { originsOf } from '../briefing/corroboration.ts';
import type { Line } from '../briefing/standing.ts';
import type { Involved, StoryBriefing } from '../briefing/story-briefing.ts';
import { formatInstant, formatMoment } from '../language/dates.ts';
import { conflictLines } from '../pages/conflict-section.ts';
import { attributionOf, embargoMark, type Names, stanceWords, statement } from '../pages/entry-line.ts';
import { type Inline, italic, joined } from '../pages/page.ts';
import { originLine } from '../pages/shared-parts.ts';
import type { Entry } from '../records/entry.ts';
import type { Question } from '../records/question.ts';
import type { Source } from '../records/source.ts';
import { shownSlug } from '../records/story.ts';

/** A briefing to be read outside Slack: nothing is cut, and nothing in it is a button. */
export interface StoryDocument {
  title: string;
  standfirst: string | undefined;
  /** Slug, status and when it was brought up to date. */
  facts: string;
  sections: { heading: string; lines: Inline[][] }[];
}

/** Who works on a question stays in the newsroom, so no line names anybody's Slack account. */
export function storyDocument(briefing: StoryBriefing, names: Names & { zone: string }): StoryDocument {
  const { zone } = names;
  const { story, entries, known, reported, disputed, background, questions, conflicts, involved, updatedAt } =
    briefing;
  const claims = (lines: readonly Line[]) => lines.map(({ entry }) => claimLine(entry, names));
  const nothing: Inline[][] = known.length === 0 && entries.length > 0 ? [['Nothing is confirmed yet.']] : [];
  const sections = [
    { heading: 'What we know', lines: [...claims(known), ...nothing] },
    { heading: 'Reported, by whom', lines: claims(reported) },
    { heading: 'Disputed', lines: disputed.flatMap((line) => disputedLines(line, names)) },
    {
      heading: 'Figures that disagree',
      lines: conflicts.flatMap((one) => conflictLines(one, { names, zone })),
    },
    { heading: 'What we don’t know', lines: questions.map(questionLine) },
    { heading: 'Who is involved', lines: involved.map(involvedLine) },
    { heading: 'Background', lines: claims(background) },
    { heading: 'Sources', lines: [...originsOf(entries).map(originLine), ...linksIn(entries)] },
    { heading: 'Ground rules', lines: groundRulesIn(entries) },
  ];
  return {
    title: story.headline,
    standfirst: story.nutGraf,
    facts: `${shownSlug(story)} · ${story.status} · updated ${formatInstant(updatedAt, zone)}`,
    sections: sections.filter(({ lines }) => lines.length > 0),
  };
}

function claimLine(entry: Entry, names: Names): Inline[] {
  const sure = entry.verification === 'reported' ? undefined : entry.verification;
  const when = entry.occurred ? `${formatMoment(entry.occurred)}: ` : '';
  return [
    ...embargoMark(entry, names),
    `${when}${statement(entry)} — `,
    ...joined([italic(attributionOf(entry, names)), sure, { entry: entry.id }], ' · '),
  ];
}

const disputedLines = ({ entry, denials }: Line, names: Names): Inline[][] => [
  claimLine(entry, names),
  ...denials.map((denial) => denialLine(denial, names)),
];

function denialLine(entry: Entry, names: Names): Inline[] {
  if (entry.kind !== 'response') return claimLine(entry, names);
  const who = names.entities.get(entry.response.entity)?.name ?? entry.response.entity;
  return [italic(`${who} ${stanceWords[entry.response.stance]}: `), ...claimLine(entry, names)];
}

const questionLine = ({ text, id, due }: Question): Inline[] => [
  text,
  due ? ` (due ${formatMoment({ date: due })})` : '',
  ' · ',
  id,
];

const involvedLine = ({ entity, role }: Involved): Inline[] => [
  entity.website ? { text: entity.name, url: entity.website } : entity.name,
  role ? ` — ${role}` : '',
];

const restricting: { readonly [rules: string]: string } = {
  background: 'on background',
  'deep-background': 'on deep background',
};

/** What a source agreed to binds whoever publishes this, too, and there is no entry here to look it up in. */
function groundRulesIn(entries: readonly Entry[]): Inline[][] {
  const bound = new Map<string, string[]>();
  for (const { id, sources } of entries) {
    for (const { label, groundRules } of sources) {
      const rules = restricting[groundRules];
      if (rules === undefined) continue;
      const line = `${label}: ${rules}`;
      bound.set(line, [...(bound.get(line) ?? []), id]);
    }
  }
  return [...bound].map(([line, ids]) => [`${line} · ${[...new Set(ids)].join(', ')}`]);
}

/** Where a reader finds it: each address once. */
function linksIn(entries: readonly Entry[]): Inline[][] {
  const date = ({ publishedAt }: Source) => (publishedAt ? `, ${formatMoment({ date: publishedAt })}` : '');
  return linkedSources(entries).map((source) => [{ text: source.label, url: source.url }, date(source)]);
}

/** The sources that have an address, once each. */
export function linkedSources(entries: readonly Entry[]): (Source & { url: string })[] {
  const found = new Map<string, Source & { url: string }>();
  for (const { sources } of entries) {
    for (const source of sources) {
      const { url } = source;
      if (url !== undefined && !found.has(url)) found.set(url, { ...source, url });
    }
  }
  return [...found.values()];
}
