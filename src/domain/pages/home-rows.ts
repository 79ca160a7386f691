import type { CorrectedEntry } from '../briefing/corrected-since.ts';
import { gravest, isRippling } from '../following/tellings.ts';
import type { Troubled } from '../following/troubled.ts';
import { askFor } from '../language/topic-request.ts';
import { before } from '../records/revise.ts';
import { differences } from './difference.ts';
import { type Button, bold, code, counted, type Inline, italic } from './page.ts';
import { parkedWords } from './parked-words.ts';
import { whichWords } from './revision-words.ts';

/** One line of the App Home, and what may be done about it. */
export interface Row {
  text: Inline[];
  button?: Button;
}

const said: { readonly [act: string]: string } = {
  'entry-corrected': 'Corrected',
  'entry-clarified': 'Clarified',
  'entry-verified': 'Verification changed',
};

/** What they read, struck, and what stands there now; of what was withdrawn, as everywhere, no word. */
export function correctedRow({ entry, alert, first, last }: CorrectedEntry, { zone }: { zone: string }): Row {
  const between = entry.revisions.slice(alert.first - 1, alert.revision).filter(isRippling);
  const act = gravest([last, ...between]);
  const reason: Inline[] = act.reason ? ['\n', italic(act.reason)] : [];
  return {
    text: [...whatBecame({ entry, first, last: act }, zone), ...reason],
    button: { label: 'Seen', command: `seen ${entry.id} ${alert.revision}` },
  };
}

function whatBecame({ entry, first, last }: Omit<CorrectedEntry, 'alert'>, zone: string): Inline[] {
  if (entry.withdrawn) {
    return [bold('Withdrawn: do not use.'), ' ', ...whichWords(entry, zone)];
  }
  const earlier = before(entry, (other) => other.seq >= first.seq);
  const act = said[last.act] ?? 'Changed';
  return [bold(`${act}: `), { entry: entry.id }, ' ', ...differences(earlier, entry)];
}

export function parkedRow({ subscription, owed }: Troubled): Row {
  const { id, channel, topic, parked = '', owner } = subscription;
  const { says, mend } = parkedWords(parked);
  const where: Inline[] = [code(askFor([topic])), ' in ', { channel }, ' · ', { person: owner }];
  return {
    text: [...where, `\nNot posted: ${says}. ${waiting(owed)}`, ...mend],
    button: { label: 'Resume', command: `resume ${id}` },
  };
}

export function ownerlessRow({ subscription, owed }: Troubled): Row {
  const { id, channel, topic, owner } = subscription;
  const where: Inline[] = [code(askFor([topic])), ' in ', { channel }, ' · ', { person: owner }, ' left'];
  const taking: Inline[] = [
    'Whoever types ',
    code(`/brief subscribe ${askFor([topic])}`),
    ' there takes it over.',
  ];
  return {
    text: [...where, `\n${waiting(owed)}`, ...taking],
    button: { label: 'Unsubscribe', command: `unsubscribe ${id}` },
  };
}

/** All of them in one row: which they are, their own page says. */
export const draftsRow = (count: number): Row => ({
  text: [
    `${counted(count, 'draft')} ${count === 1 ? 'waits' : 'wait'}: what articles propose, and is not on record.`,
  ],
  button: { label: 'Open', command: 'drafts' },
});

const waiting = (owed: number): string =>
  owed === 0 ? '' : `${counted(owed, 'message')} ${owed === 1 ? 'waits' : 'wait'}. `;
