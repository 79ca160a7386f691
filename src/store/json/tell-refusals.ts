import { detailOf } from './store-problem.ts';

/** Says once that the disk takes nothing, for whoever runs Slugline, and once that it does again. */
export function tellRefusals(
  write: (lines: Buffer) => Promise<void>,
  onReport: (report: string) => void,
): (lines: Buffer) => Promise<void> {
  let isRefusing = false;
  return async (lines) => {
    try {
      await write(lines);
    } catch (error) {
      if (!isRefusing)
        onReport(`the journal cannot be written (${detailOf(error)}): changes are refused until it can.`);
      isRefusing = true;
      throw error;
    }
    if (isRefusing) onReport('the journal is written again: changes are taken.');
    isRefusing = false;
  };
}
