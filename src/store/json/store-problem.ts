/** Why the store cannot be opened; `message` is one line for the person who starts Slugline. */
export interface StoreProblem {
  problem: 'store-locked' | 'store-damaged' | 'store-newer' | 'store-unwritable';
  message: string;
}

/** Carries a problem out of the depths of reading; `openJsonJournal` turns it into its answer. */
export class StoreFault extends Error {
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem['problem'], message: string) {
    super(message);
    this.problem = { problem, message };
  }
}

export interface Place {
  file: string;
  /** Counted from 1. */
  line: number;
  /** Where in the file the damage, or the line that holds it, begins; counted from 0. */
  byte: number;
}

export function damaged(place: Place, reason: string, mend = 'Put the file back from a backup.'): StoreFault {
  const where = `${place.file} is damaged at line ${place.line}, byte ${place.byte}`;
  return new StoreFault('store-damaged', `${where}: ${reason}. No file was changed. ${mend}`);
}

/**
 * The system's code of a failed call (`ENOSPC`), or an empty text for anything else. Not by `instanceof`: under jest
 * the errors of node:fs are another realm's, https://github.com/jestjs/jest/issues/2549
 */
export function codeOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

const fullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
export const isFull = (error: unknown): boolean => fullCodes.has(codeOf(error));

export function detailOf(error: unknown): string {
  const { message } = (error ?? {}) as { message?: unknown };
  return typeof message === 'string' ? message : String(error);
}
