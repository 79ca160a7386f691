import { ArticleReader } from '../../src/articles/article-reader.ts';
import { type Answers, type Job, readJob } from '../../src/articles/thread/read-job.ts';
import { ReadingRoom } from '../../src/articles/thread/reading-room.ts';
import type { Problem } from '../../src/domain/problem.ts';
import type { Clock } from '../../src/services/ports.ts';

/** Reads plain text without a thread, since tests start many apps; the rest as the app does. */
export function readerHere(clock: Clock): ArticleReader {
  const room = new ReadingRoom();
  return new ArticleReader(clock, {
    read: async <J extends Job>(job: J) => {
      const isPlain = job.read === 'article' && job.format === 'text';
      return isPlain ? ((await readJob(job)) as Answers[J['read']] | Problem) : room.read(job);
    },
    close: () => room.close(),
  });
}
