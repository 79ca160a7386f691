import { crc32 } from 'node:zlib';
import { type Snapshot, snapshotSchema, tableNames } from '../../domain/snapshot.ts';
import { damageIn } from './find-damage.ts';
import { hex, parseRecord } from './journal-line.ts';
import { editedMark, snapshotFormat, sumLine, sumLineBytes } from './snapshot-text.ts';
import { damaged, type Place, StoreFault } from './store-problem.ts';

export interface SnapshotRead {
  snapshot: Snapshot;
  /** The file's own checksum, or undefined when a person edited it and said so. */
  sum: string | undefined;
}

export function readSnapshot(file: string, bytes: Buffer): SnapshotRead {
  const sum = sumOf(bytes);
  if (sum !== undefined) return { snapshot: trusted(file, bytes), sum };
  return { snapshot: edited(file, bytes), sum: undefined };
}

/** The sum the file ends with, if it is the right one. */
export function sumOf(bytes: Buffer): string | undefined {
  const at = bytes.length - sumLineBytes;
  if (at <= 0) return undefined;
  const sum = hex(crc32(bytes.subarray(0, at)));
  return bytes.toString('latin1', at) === sumLine(sum) ? sum : undefined;
}

/** We wrote these bytes, so where things stand in them is known and nothing is validated again. */
function trusted(file: string, bytes: Buffer): Snapshot {
  let at = bytes.indexOf(newline) + 1;
  const head = bytes.toString('latin1', 0, at);
  const { format, seq } = JSON.parse(`${head}}}`) as { format: number; seq: number };
  if (format > snapshotFormat) throw newer(file, format);

  // A table that a later version adds is empty in the files of this one.
  const tables: Record<string, unknown[]> = Object.fromEntries(tableNames.map((name) => [name, []]));
  let rows: unknown[] = [];
  for (let end = bytes.indexOf(newline, at); bytes[at] !== closingBrace; end = bytes.indexOf(newline, at)) {
    if (bytes[at] === openingBrace)
      rows.push(parseRecord(bytes.subarray(at, bytes[end - 1] === comma ? end - 1 : end)));
    else if (bytes[at] === quote) {
      rows = [];
      tables[bytes.toString('latin1', at + 1, end - 3)] = rows;
    }
    at = end + 1;
  }
  return { seq, tables: tables as unknown as Snapshot['tables'] };
}

const newline = 0x0a;
const quote = 0x22;
const comma = 0x2c;
const openingBrace = 0x7b;
const closingBrace = 0x7d;

/**
 * A file whose sum does not hold was edited or is damaged. Nothing in the bytes can tell a flipped bit in a text
 * from an edit, so the editor has to say which it is.
 */
function edited(file: string, bytes: Buffer): Snapshot {
  const found = parsedOrUndefined(bytes);
  if (found?.['sum'] !== editedMark) {
    const { place, reason } = damageIn(file, bytes);
    const accept = `If somebody edited it on purpose, change the last line to "sum":"${editedMark}"} and start again; otherwise put the file back from a backup.`;
    throw damaged(place, reason, accept);
  }
  const { format, seq, tables } = found;
  if (typeof format === 'number' && format > snapshotFormat) throw newer(file, format);
  const checked = snapshotSchema.safeParse({ seq, tables });
  if (checked.success) return checked.data;
  const [issue] = checked.error.issues;
  const path = issue?.path ?? [];
  throw damaged(
    recordPlace(file, bytes, path),
    `after the edit, ${path.join('.')} is wrong: ${issue?.message ?? 'it is not as it should be'}`,
    'Mend that, or put the file back from a backup.',
  );
}

function parsedOrUndefined(bytes: Buffer): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function newer(file: string, format: number): StoreFault {
  return new StoreFault(
    'store-newer',
    `${file} was written by a newer Slugline (format ${format}; this one knows ${snapshotFormat}). Start that one.`,
  );
}

/** Where the record that a path like `tables.entries.3.text` names stands, if the file still has a record a line. */
function recordPlace(file: string, bytes: Buffer, path: readonly PropertyKey[]): Place {
  const [, table, index] = path;
  const lines = bytes.toString('latin1').split('\n');
  const heading = lines.findIndex((line) => line.trim() === `"${String(table)}":[`);
  const line = heading === -1 || typeof index !== 'number' ? Math.max(heading, 0) : heading + 1 + index;
  const byte = lines.slice(0, line).reduce((sum, text) => sum + text.length + 1, 0);
  return { file, line: line + 1, byte };
}
