import { readText } from '../../src/articles/formats/read-text.ts';
import type { Change } from '../../src/domain/change.ts';
import type { Newsroom } from '../../src/domain/newsroom.ts';
import { plainText } from '../../src/domain/pages/plain-text.ts';
import { problemPage } from '../../src/domain/pages/problems/problem-page.ts';
import { isProblem, type Problem } from '../../src/domain/problem.ts';
import type { Role } from '../../src/domain/rules/permissions.ts';
import { respond } from '../../src/services/commands/commands.ts';
import type { Asking, Outcome } from '../../src/services/commands/verb.ts';
import type { Form, Typed } from '../../src/services/forms/form.ts';
import { forms } from '../../src/services/forms/forms.ts';
import { act, now } from './newsroom-builder.ts';

/** What came of something somebody did: what they read, the form they got, what was recorded, why not. */
export interface Came {
  text: string;
  form?: Form;
  problem?: Problem;
  changes: Change[];
}

/** Somebody at work on a newsroom, without Slack and without a journal: what is decided is applied at once. */
export class Person {
  readonly acts: { changes: Change[]; at: string; by: string }[] = [];
  private readonly newsroom: Newsroom;
  readonly asking: Asking;

  constructor(newsroom: Newsroom, role: Role, more: Partial<Asking> = {}) {
    this.newsroom = newsroom;
    this.asking = { newsroom, viewer: { role }, now, zone: 'America/New_York', person: 'UANA', ...more };
  }

  types(words: string, more: Partial<Asking> = {}): Came {
    return this.take(respond(words, { ...this.asking, ...more }));
  }

  /** Submits a form as it was opened, with some fields typed over; an empty text clears a field. */
  sends(form: Form | undefined, typed: Typed = {}, more: Partial<Asking> = {}): Came {
    if (!form) throw new Error('there is no form to send');
    const reader = forms[form.name];
    if (!reader) throw new Error(`nobody reads the form ${form.name}`);
    const shown = Object.fromEntries(form.fields.map(({ name, value = '' }) => [name, value]));
    const all = Object.fromEntries(
      Object.entries({ ...shown, ...typed }).filter(([, value]) => value !== ''),
    );
    const came = this.take(reader.read(all, form.about, { ...this.asking, ...more }));
    if (!came.problem) return came;
    return { ...came, form: reader.again(all, form.about, problemPage(came.problem)) };
  }

  private take(outcome: Outcome): Came {
    if (isProblem(outcome)) return { text: plainText(problemPage(outcome)), problem: outcome, changes: [] };
    if ('page' in outcome) return { text: plainText(outcome.page), changes: [] };
    if ('fields' in outcome)
      return { text: plainText({ parts: outcome.notice ?? [] }), form: outcome, changes: [] };
    if ('toRead' in outcome) return this.take(outcome.whenRead(readText(outcome.toRead)));
    const { now: at, person: by = 'UANA' } = this.asking;
    const changes = outcome.decide(this.newsroom, at);
    if (isProblem(changes)) return { text: plainText(problemPage(changes)), problem: changes, changes: [] };
    if (changes.length > 0) {
      act(this.newsroom, changes, { at, by });
      this.acts.push({ changes, at, by });
    }
    return { text: plainText(outcome.told(this.newsroom).page), changes };
  }
}

export const valueIn = (form: Form | undefined, name: string): string | undefined =>
  form?.fields.find((field) => field.name === name)?.value;
export const errorIn = (form: Form | undefined, name: string): string | undefined =>
  form?.fields.find((field) => field.name === name)?.error;
