import { createServer } from 'node:net';

/** A port that nobody listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await new Promise<number>((settle) => {
    server.listen(0, '127.0.0.1', () => settle((server.address() as { port: number }).port));
  });
  await new Promise((settle) => server.close(settle));
  return port;
}
