import { statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { codeOf } from './store-problem.ts';

/**
 * Binds a name that the kernel gives to one process at a time and takes back when it dies, so that of two
 * processes that find a dead lock only one goes on. Linux only: https://man7.org/linux/man-pages/man7/unix.7.html
 */
export async function bindFolderName(dir: string): Promise<Server | 'taken' | 'unavailable'> {
  if (process.platform !== 'linux') return 'unavailable';
  const { dev, ino } = statSync(dir);
  const server = createServer((connection) => connection.destroy());
  server.unref();
  return new Promise((resolve) => {
    server.once('error', (error) => resolve(codeOf(error) === 'EADDRINUSE' ? 'taken' : 'unavailable'));
    server.listen(`\0slugline-${dev}-${ino}`, () => resolve(server));
  });
}

export async function unbind(server: Server | 'taken' | 'unavailable'): Promise<void> {
  if (typeof server === 'string') return;
  await new Promise<void>((resolve) => server.close(() => resolve()));
}
