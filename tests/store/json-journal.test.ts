import { rmSync } from 'node:fs';
import { openJsonJournal } from '../../src/store/json/open-json-journal.ts';
import { describeJournal } from './journal-contract.ts';
import { scratchFolder } from './support/scratch-folder.ts';

describeJournal('the JSON journal', async () => {
  const dir = scratchFolder();
  return {
    open: async () => {
      const opened = await openJsonJournal({
        dir,
        now: () => '2026-02-01T09:30:00.000Z',
        capture: () => undefined,
      });
      if ('problem' in opened) throw new Error(opened.message);
      return opened;
    },
    remove: async () => rmSync(dir, { recursive: true }),
  };
});
