import { readJob } from '../../../src/articles/thread/read-job.ts';
import type { ReadingRoom } from '../../../src/articles/thread/reading-room.ts';

/** Reads at once: for tests of what comes of an article, not of how it is read. */
export const inThisThread = { read: readJob } as Pick<ReadingRoom, 'read'>;
