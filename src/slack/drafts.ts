import { randomBytes } from 'node:crypto';
import type { Asked } from '../services/act-on-command.ts';
import type { Place } from './desk.ts';
import { limits } from './views/limits.ts';

/** What a person typed that still needs a form: everything a later press has to know of it. */
export interface Draft extends Pick<Asked, 'origin' | 'threadTopics'> {
  words: string;
  place: Place;
}

const mostKept = 500;

/**
 * A draft stands in its button's value, so that it survives a restart. One that is too long for that is kept here,
 * and should it be gone by then, the person still has it in the message or the command they typed.
 */
export class Drafts {
  private readonly kept = new Map<string, Draft>();

  pack(draft: Draft): string {
    const whole = JSON.stringify(draft);
    if (whole.length <= limits.buttonValue) return whole;
    const key = randomBytes(9).toString('base64url');
    this.kept.set(key, draft);
    const [oldest] = this.kept.keys();
    if (this.kept.size > mostKept && oldest !== undefined) this.kept.delete(oldest);
    return key;
  }

  unpack(value: string): Draft | undefined {
    return value.startsWith('{') ? (JSON.parse(value) as Draft) : this.kept.get(value);
  }
}
