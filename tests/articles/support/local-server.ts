import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SafeFetcher } from '../../../src/articles/fetching/safe-fetcher.ts';

/** A web server on this machine. What was asked of it is kept. */
export interface LocalServer {
  port: number;
  /** Its address under a name that leads to this machine. */
  url(path: string): string;
  asked: IncomingMessage[];
  stop(): Promise<void>;
}

export async function startServer(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<LocalServer> {
  const asked: IncomingMessage[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request);
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    asked,
    url: (path) => `http://ledger.example:${port}${path}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One that may ask this server, under whatever name; elsewhere the rules hold. */
export const fetcherFor = (
  { port }: LocalServer,
  seams: ConstructorParameters<typeof SafeFetcher>[0] = {},
): SafeFetcher =>
  new SafeFetcher({
    allowsAddress: (address) => address === '127.0.0.1',
    ports: [port],
    resolveName: (_host, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    ...seams,
  });
