import type { Act } from '../../../src/domain/change.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import type { Standing } from '../../../src/domain/rules/permissions.ts';
import { openSearchHere } from '../../../src/search/open-search-here.ts';
import { type Asked, actOnCommand, actOnForm, type Office } from '../../../src/services/act-on-command.ts';
import type { Answer } from '../../../src/services/commands/verb.ts';
import type { Form, Typed } from '../../../src/services/forms/form.ts';
import { NewsroomService } from '../../../src/services/newsroom-service.ts';
import type { Directory, Journal } from '../../../src/services/ports.ts';
import { withRoles } from '../../../src/services/roles.ts';
import { Search } from '../../../src/services/search.ts';
import { changesFor, importedAt, type Sketch } from '../../support/newsroom-builder.ts';
import { readerHere } from '../../support/reader-here.ts';

export const people = {
  editor: 'U0ED',
  second: 'U0EVE',
  contributor: 'U0ANA',
  reader: 'U0REA',
  guest: 'U0GUS',
  outsider: 'U0OUT',
  unknown: 'U0UNK',
} as const;

const standings: { readonly [id: string]: Standing } = {
  [people.guest]: 'guest',
  [people.outsider]: 'outsider',
  [people.unknown]: 'unknown',
};

/** Slack’s answers: full members unless said otherwise, and no user groups. */
export const directory: Directory = {
  standing: async (id) => ({ standing: standings[id] ?? 'member' }),
  members: async () => [],
  channel: async () => undefined,
  audienceOf: async () => undefined,
};

/** Keeps acts in memory; `refuses` plays the full disk. */
export class MemoryJournal implements Journal {
  readonly acts: Act[] = [];
  refuses = false;

  constructor(acts: Act[] = []) {
    this.acts = [...acts];
  }
  async load() {
    return { snapshot: undefined, acts: [...this.acts], repairs: [] };
  }
  async append(acts: readonly Act[]) {
    if (this.refuses) return { outcome: 'refused', reason: 'disk-full', detail: 'ENOSPC' } as const;
    this.acts.push(...acts);
    return { outcome: 'recorded' } as const;
  }
  async since(seq: number) {
    return this.acts.filter((act) => act.seq > seq);
  }
  async close() {}
}

export interface TestOffice {
  office: Office;
  journal: MemoryJournal;
  newsroom: Newsroom;
  /** What somebody gets for the words, an editor unless said otherwise. */
  types(words: string, asked?: Partial<Asked>): Promise<Answer | Form>;
  /** The same, read aloud. */
  says(words: string, asked?: Partial<Asked>): Promise<string>;
  submits(form: Form, typed: Typed, asked?: Partial<Asked>): Promise<Answer | Form>;
}

export async function officeWith(sketch: Sketch, at = '2026-02-10T12:00:00.000Z'): Promise<TestOffice> {
  const changes = changesFor(sketch);
  const first = changes.length > 0 ? [{ seq: 1, at: importedAt, by: 'import', changes }] : [];
  const journal = new MemoryJournal(first);
  const clock = { now: () => at };
  const newsroom = new NewsroomService(journal, clock);
  await newsroom.load();
  const rota = { editors: [people.editor, people.second], contributors: [people.contributor] };
  const onLost = (why: Error) => {
    throw why;
  };
  const search = new Search({ newsroom, open: openSearchHere, timer: { after: () => () => {} }, onLost });
  await search.start();
  const staff = withRoles(directory, rota);
  const office: Office = {
    newsroom,
    directory: staff,
    clock,
    zone: 'UTC',
    search,
    reader: readerHere(clock),
  };
  const types = (words: string, asked: Partial<Asked> = {}) =>
    actOnCommand(office, words, { person: people.editor, ...asked });
  return {
    office,
    journal,
    newsroom: newsroom.newsroom,
    types,
    says: async (words, asked) => aloud(await types(words, asked)),
    submits: (form, typed, asked = {}) =>
      actOnForm(office, { name: form.name, typed, about: form.about }, { person: people.editor, ...asked }),
  };
}

/** An answer or a form in words, as a screen reader would have it. */
export function aloud(answered: Answer | Form): string {
  if ('page' in answered) return plainText(answered.page);
  const notice = plainText({ parts: answered.notice ?? [] });
  const fields = answered.fields.map(
    ({ label, value = '', error }) => `${label}: ${value}${error ? ` (${error})` : ''}`,
  );
  return [answered.title, notice, ...fields, `[${answered.submit}]`].filter(Boolean).join('\n');
}

export function asForm(answered: Answer | Form): Form {
  if (!('fields' in answered)) throw new Error(`no form but a page: ${aloud(answered)}`);
  return answered;
}

/** What stands in the form, as its person sends it back untouched. */
export const valuesOf = (form: Form): { [field: string]: string } =>
  Object.fromEntries(form.fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value]])));
