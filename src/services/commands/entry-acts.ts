import { liftEmbargo } from '../../domain/editing/entries/embargo-entry.ts';
import { type Options, readOptions } from '../../domain/language/read-options.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import { aboutOf, embargoBlank, untilTyped, verificationBlank, withdrawalBlank } from '../forms/act-forms.ts';
import { fillForm } from '../forms/fill-form.ts';
import { embargoOutcome, verifyOutcome, withdrawOutcome } from '../outcomes/act-outcomes.ts';
import { toldOfAct } from '../outcomes/told-of-act.ts';
import { entryThenWords } from './entry-then-words.ts';
import type { Verb } from './verb.ts';

const acts = { needs: 'editor', keepsText: true } as const;

const mistyped = ({ mistyped: slip }: Options<string>): Problem | undefined =>
  slip && { problem: 'unknown-option', typed: slip.typed, meant: slip.meant };

export const verifyVerb: Verb = {
  ...acts,
  name: 'verify',
  usage: 'verify E-12 [confirmed | corroborated | reported | unverified] [src:"…"] [reason:"…"]',
  summary: 'Says how sure an entry is, up or down, and what it rests on.',
  example: 'verify E-12 confirmed src:"SEC filing"',
  answer: (words, asking) => {
    const found = entryThenWords(asking, words, 'verify');
    if (isProblem(found)) return found;
    const { entry } = found;
    const read = readOptions(found.rest.replaceAll('|', ' '), { words: ['src', 'source', 'reason'] });
    const { src, source = src, reason } = read.options;
    const given = { ...(source ? { source } : {}), ...(reason ? { reason } : {}) };
    if (read.rest === '' && source === undefined) {
      const typed = { verification: entry.verification, ...given };
      return fillForm(verificationBlank(entry.id), { typed, about: aboutOf(entry) });
    }
    const typed = { ...given, ...(read.rest === '' ? {} : { verification: read.rest }) };
    return mistyped(read) ?? verifyOutcome(asking, entry, typed);
  },
};

const withdrawing = (name: 'withdraw' | 'kill', summary: string): Verb => ({
  ...acts,
  name,
  usage: `${name} E-31 [reason:"…"]`,
  summary,
  example: `${name} E-31 reason:"the FT withdrew its report"`,
  answer: (words, asking) => {
    const found = entryThenWords(asking, words, name);
    if (isProblem(found)) return found;
    const { entry } = found;
    const read = readOptions(found.rest.replace(/^\|/, ''), { words: ['reason'] });
    const { reason } = read.options;
    if (reason) return withdrawOutcome(asking, entry, { reason });
    // Words without a key may be a reason, or a slip: taking an entry back is worth a second look.
    const typed = read.rest === '' ? {} : { reason: read.rest };
    return fillForm(withdrawalBlank(entry.id), { typed, about: aboutOf(entry) });
  },
});

export const withdrawVerb = withdrawing('withdraw', 'Takes an entry back, and tells whoever was shown it.');
export const killVerb = withdrawing('kill', 'The same as withdraw.');

export const embargoVerb: Verb = {
  ...acts,
  name: 'embargo',
  usage: 'embargo E-31 [until:"2026-03-02 06:00 America/New_York"]',
  summary: 'Shows an entry to editors only until then, or moves that time.',
  example: 'embargo E-31 until:"2026-03-02 06:00 America/New_York"',
  answer: (words, asking) => {
    const found = entryThenWords(asking, words, 'embargo');
    if (isProblem(found)) return found;
    const { entry } = found;
    const read = readOptions(found.rest.replace(/^\|/, ''), { words: ['until'] });
    const until = [read.options.until, read.rest.replace(/^until\s+/i, '')].filter(Boolean).join(' ');
    if (until !== '') return mistyped(read) ?? embargoOutcome(asking, entry, { until });
    return fillForm(embargoBlank(entry.id), {
      typed: untilTyped(entry, asking.zone),
      about: aboutOf(entry),
    });
  },
};

export const liftVerb: Verb = {
  ...acts,
  name: 'lift',
  usage: 'lift E-31',
  summary: 'Ends an embargo now.',
  example: 'lift E-31',
  answer: (words, asking) => {
    const found = entryThenWords(asking, words, 'lift');
    if (isProblem(found)) return found;
    const { id } = found.entry;
    return {
      decide: liftEmbargo({ id, viewer: asking.viewer }),
      told: (newsroom) => toldOfAct(newsroom, asking, { id, act: 'embargo-lifted' }),
    };
  },
};
