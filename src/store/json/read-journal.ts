import { type Act, changeSchema } from '../../domain/change.ts';
import { beginsLikeAnAct, heldBy, type JournalHead, journalFormat, parseRecord } from './journal-line.ts';
import { damaged, type Place, StoreFault } from './store-problem.ts';

export interface JournalRead {
  after: number;
  acts: Act[];
  last: number;
  /** Bytes that hold whole lines. */
  end: number;
  /** What a crash left after them: bytes to cut, or a whole line to which only the newline is missing. */
  tail?: { cutBytes: number; addNewline: boolean };
}

const newline = 0x0a;
const knownTypes: ReadonlySet<string> = new Set(
  changeSchema.options.flatMap((option) => [...option.shape.type.values]),
);

export function readJournal(file: string, bytes: Buffer): JournalRead {
  const headEnd = bytes.indexOf(newline);
  const { after } = readHead(file, bytes, headEnd);
  const acts: Act[] = [];
  const place = (byte: number): Place => ({ file, line: acts.length + 2, byte });
  const take = (held: Buffer, byte: number): void => {
    acts.push(checkedAct(held, after + acts.length + 1, place(byte)));
  };

  let start = headEnd + 1;
  for (let end = bytes.indexOf(newline, start); end !== -1; end = bytes.indexOf(newline, start)) {
    const held = heldBy(bytes, start, end, 'act');
    if (held === undefined) throw damaged(place(start), 'the checksum does not match the line');
    take(held, start);
    start = end + 1;
  }

  const tail = start < bytes.length ? readTail(bytes.subarray(start), place(start)) : undefined;
  if (tail?.held) take(tail.held, start);
  const end = start + (tail ? tail.keptBytes : 0);
  const read = { after, acts, last: after + acts.length, end };
  return tail ? { ...read, tail: { cutBytes: bytes.length - end, addNewline: tail.keptBytes > 0 } } : read;
}

function readHead(file: string, bytes: Buffer, end: number): JournalHead {
  const held = end === -1 ? undefined : heldBy(bytes, 0, end, 'journal');
  if (held === undefined)
    throw damaged({ file, line: 1, byte: 0 }, 'its first line, which says where it starts, is not whole');
  const head = parseRecord<JournalHead>(held);
  if (head.format > journalFormat)
    throw new StoreFault(
      'store-newer',
      `${file} was written by a newer Slugline (format ${head.format}; this one knows ${journalFormat}). Start that one.`,
    );
  return head;
}

/** What stands after the last newline: the work of a crash, or damage. */
function readTail(tail: Buffer, place: Place): { held?: Buffer; keptBytes: number } {
  const last = withoutNuls(tail);
  const held = heldBy(last, 0, last.length, 'act');
  const nuls = tail.length - last.length;
  // One byte too many is a newline that changed; a crash leaves none, or the rest of a block.
  if (held && nuls !== 1) return { held, keptBytes: last.length };
  if (held ?? heldBy(last, 0, Math.max(last.length - 1, 0), 'act'))
    throw damaged(place, 'the line does not end in a newline');
  if (last.length > 0 && !beginsLikeAnAct(last)) throw damaged(place, 'this is no line of a journal');
  return { keptBytes: 0 };
}

/** A crash may leave a file longer than what was written into it, filled with NUL. */
function withoutNuls(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(0, end);
}

/** An act whose checksum holds was checked before it was written: only what another version did can differ. */
function checkedAct(held: Buffer, expected: number, place: Place): Act {
  const act = parseRecord<Act>(held);
  if (act.seq !== expected) throw damaged(place, `it holds act ${act.seq} where ${expected} belongs`);
  const unknown = act.changes.find((change) => !knownTypes.has(change.type));
  if (unknown)
    throw new StoreFault(
      'store-newer',
      `${place.file} line ${place.line} holds a change this Slugline does not know ("${unknown.type}"). Start a newer one.`,
    );
  return act;
}
