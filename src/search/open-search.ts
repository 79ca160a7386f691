import type { Logger } from 'pino';
import type { NewsroomService } from '../services/newsroom-service.ts';
import type { OpenSearchIndex, Timer } from '../services/ports.ts';
import { Search } from '../services/search.ts';

/** The search of a running app: what becomes of its index is told to the log. */
export const openSearch = (
  newsroom: NewsroomService,
  { open, timer, log }: { open: OpenSearchIndex; timer: Timer; log: Logger },
): Search =>
  new Search({
    ...{ newsroom, open, timer },
    onLost: (err) => log.error({ err }, 'the search index was lost and is begun anew'),
    onReady: (records) => log.info({ records }, 'the search index is ready'),
  });
