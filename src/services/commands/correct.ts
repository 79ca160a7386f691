import type { Correction } from '../../domain/editing/entries/correct-entry.ts';
import { fieldsOf } from '../../domain/editing/entries/print-entry.ts';
import { type AddLine, readAddLine } from '../../domain/language/add-line.ts';
import { readOptions } from '../../domain/language/read-options.ts';
import { isProblem } from '../../domain/problem.ts';
import { isOffTheRecord } from '../../domain/rules/off-the-record.ts';
import { correctionForm } from '../forms/correction-form.ts';
import type { Typed } from '../forms/form.ts';
import { correctOutcome } from '../outcomes/correct-outcome.ts';
import { unknownParts } from './add.ts';
import { entryThenWords } from './entry-then-words.ts';
import type { Verb } from './verb.ts';

const correcting = (act: Correction, wording: Pick<Verb, 'usage' | 'summary' | 'example'>): Verb => ({
  name: act,
  ...wording,
  needs: 'editor',
  keepsText: true,
  answer: (words, asking) => {
    const found = entryThenWords(asking, words, act);
    if (isProblem(found)) return found;
    const { entry } = found;
    const line = readAddLine(found.rest);
    const typed = typedFields(line);
    if (isOffTheRecord({ text: words })) return { problem: 'off-the-record' };
    const all: Typed = { ...fieldsOf(asking.newsroom, entry), ...typed, act };
    if (line.unknown.length > 0)
      return correctionForm(asking, entry, { act, typed: all, notice: unknownParts(line.unknown) });
    const saysNothing = Object.keys(typed).every((name) => name === 'reason');
    if (saysNothing) return correctionForm(asking, entry, { act, typed: all });
    return correctOutcome(asking, entry, all, {});
  },
});

/** `new text reason:"…" | src: …`: the reason may stand where the other acts have it, or behind a bar. */
function typedFields({ text, fields }: AddLine): Typed {
  const { rest, options } = readOptions(text, { words: ['reason'] });
  const hasReason = options.reason !== undefined;
  const words = hasReason ? rest : text;
  return {
    ...(hasReason ? { reason: options.reason ?? '' } : {}),
    ...(words === '' ? {} : { text: words }),
    ...fields,
  };
}

export const correctVerb = correcting('correct', {
  usage: 'correct E-31 [NEW TEXT | reason: …]',
  summary: 'Corrects what was wrong in an entry, and tells whoever was shown it.',
  example: 'correct E-31 Ford declined to comment on Monday | reason: it was Monday, not Sunday',
});

export const clarifyVerb = correcting('clarify', {
  usage: 'clarify E-31 [NEW TEXT]',
  summary: 'Says better what was right but badly put.',
  example: 'clarify E-31 Ford declined to comment on the talks',
});
