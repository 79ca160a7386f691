import { beginningOf } from '../language/cut-text.ts';
import { readList } from '../language/read-options.ts';
import type { FieldFault } from '../problem.ts';

/** What was typed into the fields of a form or beside the keys of a command; blank ones are left out. */
export type TypedFields = { readonly [field: string]: string | undefined };

interface Limits {
  label: string;
  most: number;
}

/** Reads fields one by one and keeps what is wrong with them, each fault beside its field. */
export class FieldReading {
  readonly faults: FieldFault[] = [];
  private readonly typed: TypedFields;

  constructor(typed: TypedFields) {
    this.typed = typed;
  }

  refuse(field: string, message: string): undefined {
    this.faults.push({ field, message });
    return undefined;
  }

  text(field: string, { label, most }: Limits): string | undefined {
    const text = this.typed[field]?.trim() || undefined;
    if (text === undefined || text.length <= most) return text;
    return this.refuse(field, `${label}: at most ${most} characters, and this is ${text.length}.`);
  }

  required(field: string, limits: Limits & { missing: string }): string {
    if (!this.typed[field]?.trim()) this.refuse(field, limits.missing);
    return this.text(field, limits) ?? '';
  }

  /** Names parted by commas, or by lines. */
  list(field: string, { label, most, each }: Limits & { each: number }): string[] {
    const list = readList(this.typed[field] ?? '');
    if (list.length > most) this.refuse(field, `${label}: at most ${most}, and these are ${list.length}.`);
    const long = list.find((name) => name.length > each);
    if (long) this.refuse(field, `“${beginningOf(long, 40)}…” is too long: at most ${each} characters each.`);
    return list;
  }

  /** One of the words, in any case. */
  choice<Word extends string>(field: string, words: readonly Word[]): Word | undefined {
    const typed = this.typed[field]?.trim();
    if (!typed) return undefined;
    const folded = typed.toLowerCase().replace(/[\s-]+/g, '');
    const found = words.find((word) => word.toLowerCase().replace(/-/g, '') === folded);
    return found ?? this.refuse(field, `“${beginningOf(typed, 40)}” is none of: ${words.join(', ')}.`);
  }

  matching(field: string, { pattern, expected }: { pattern: RegExp; expected: string }): string | undefined {
    const typed = this.typed[field]?.trim();
    if (!typed || pattern.test(typed)) return typed || undefined;
    return this.refuse(field, `That is no ${expected}.`);
  }
}

/** Fields with nothing in them left out: an absent field and an empty one are told apart by nobody. */
export const present = <Fields extends object>(
  fields: Fields,
): { [K in keyof Fields]: Exclude<Fields[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
