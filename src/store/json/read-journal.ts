import { type Act, changeSchema } from '../../domain/change.ts';
import { beginsLikeAnAct, holds, type JournalHead, journalFormat } from './journal-line.ts';
import { parseLines } from './parse-lines.ts';
import { damaged, StoreFault } from './store-problem.ts';

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
  const head = readHead(file, bytes, headEnd);
  const { lines, end, tail } = checkLines(file, bytes, headEnd + 1);
  // A whole last line without its newline is kept, and needs one here to be parsed with the others.
  const body = tail?.addNewline
    ? Buffer.concat([bytes.subarray(headEnd + 1, end), Buffer.from('\n')])
    : bytes.subarray(headEnd + 1, end);
  const acts = parseLines<{ act: Act }>(body).map((line) => line.act);
  checkActs(file, head, acts, lines);
  const read = { after: head.after, acts, last: head.after + acts.length, end };
  return tail ? { ...read, tail } : read;
}

function readHead(file: string, bytes: Buffer, end: number): JournalHead {
  if (end === -1 || !holds(bytes, 0, end, 'journal'))
    throw damaged({ file, line: 1, byte: 0 }, 'its first line, which says where it starts, is not whole');
  const { journal } = JSON.parse(bytes.toString('utf8', 0, end)) as { journal: JournalHead };
  if (journal.format > journalFormat)
    throw new StoreFault(
      'store-newer',
      `${file} was written by a newer Slugline (format ${journal.format}; this one knows ${journalFormat}). Start that one.`,
    );
  return journal;
}

interface Checked extends Pick<JournalRead, 'end' | 'tail'> {
  /** Where each line starts. */
  lines: number[];
}

function checkLines(file: string, bytes: Buffer, from: number): Checked {
  const lines: number[] = [];
  let start = from;
  for (let end = bytes.indexOf(newline, start); end !== -1; end = bytes.indexOf(newline, start)) {
    if (!holds(bytes, start, end, 'act'))
      throw damaged({ file, line: lines.length + 2, byte: start }, 'its checksum does not match the line');
    lines.push(start);
    start = end + 1;
  }
  if (start === bytes.length) return { lines, end: start };

  const place = { file, line: lines.length + 2, byte: start };
  const last = withoutNuls(bytes.subarray(start));
  const cutBytes = bytes.length - start;
  if (holds(last, 0, last.length, 'act')) {
    const nuls = cutBytes - last.length;
    // One byte too many is a newline that changed; a crash leaves none, or the rest of a block.
    if (nuls === 1) throw damaged(place, 'the line does not end in a newline');
    lines.push(start);
    return { lines, end: start + last.length, tail: { cutBytes: nuls, addNewline: true } };
  }
  if (last.length > 1 && holds(last, 0, last.length - 1, 'act'))
    throw damaged(place, 'the line does not end in a newline');
  if (last.length > 0 && !beginsLikeAnAct(last)) throw damaged(place, 'this is no line of a journal');
  return { lines, end: start, tail: { cutBytes, addNewline: false } };
}

/** A crash may leave a file longer than what was written into it, filled with NUL. */
function withoutNuls(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  return bytes.subarray(0, end);
}

/** Acts whose checksum holds were checked before they were written: only what another version did can differ. */
function checkActs(file: string, head: JournalHead, acts: Act[], lines: number[]): void {
  for (const [index, act] of acts.entries()) {
    const place = { file, line: index + 2, byte: lines[index] ?? 0 };
    const expected = head.after + index + 1;
    if (act.seq !== expected) throw damaged(place, `it holds act ${act.seq} where ${expected} belongs`);
    const unknown = act.changes.find((change) => !knownTypes.has(change.type));
    if (unknown)
      throw new StoreFault(
        'store-newer',
        `${file} line ${place.line} holds a change this Slugline does not know ("${unknown.type}"). Start a newer one.`,
      );
  }
}
