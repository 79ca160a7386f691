// Node 20 runs no TypeScript: a thread that tests start from a source file compiles it, and what that imports, with
// the compiler that jest uses. The built app needs nothing of the kind; `npm run smoke` starts a thread there.
const { fileURLToPath } = require('node:url');
const runner = require.resolve('./typescript-thread.cjs');

jest.mock('node:worker_threads', () => {
  const threads = jest.requireActual('node:worker_threads');
  class Worker extends threads.Worker {
    constructor(file, options) {
      const path = file instanceof URL ? fileURLToPath(file) : String(file);
      if (path.endsWith('.ts'))
        super(runner, { ...options, argv: [path], execArgv: ['--conditions=import'] });
      else super(file, options);
    }
  }
  return { ...threads, Worker };
});
