// Loaded before the app by tests: from SIGUSR2 to SIGURG no thread that searches lives.
import { syncBuiltinESMExports } from 'node:module';
import threads from 'node:worker_threads';

const { Worker } = threads;
let searching;
let mayLive = true;

class WatchedWorker extends Worker {
  constructor(file, options) {
    super(file, options);
    if (options?.name !== 'search') return;
    searching = this;
    if (!mayLive) this.terminate();
  }
}

if (threads.isMainThread) {
  threads.Worker = WatchedWorker;
  syncBuiltinESMExports();
  process.on('SIGUSR2', () => {
    mayLive = false;
    searching.terminate();
  });
  process.on('SIGURG', () => {
    mayLive = true;
  });
}
