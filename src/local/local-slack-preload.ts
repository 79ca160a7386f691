/**
 * Runs inside the local-slack process (a Bun executable, through the bunfig.toml in its folder) before
 * local-slack does; never import it. local-slack has no option for any of this:
 * - it listens on all interfaces, without authentication: here on loopback only;
 * - it outlives whoever started it: here it ends when its stdin does, so even after our kill -9;
 * - local-slack-mends.ts.
 *
 * Should a later local-slack ignore this file, start-local-slack.ts notices the open port and says so.
 */
import { readFileSync } from 'node:fs';
import { withGuests, withInitialValues, withManyLines, withPlainAmpersands } from './local-slack-mends.ts';

interface Socket {
  send(data: string, ...rest: unknown[]): unknown;
}
interface ServeOptions {
  hostname?: string;
  fetch(request: Request, server: unknown): Promise<Response | undefined>;
  websocket: { open(socket: Socket): void };
}
declare const Bun: { serve(options: ServeOptions): unknown };

const workspace: { users: { id: string; is_restricted?: boolean }[] } = JSON.parse(
  readFileSync('workspace.json', 'utf8'),
);
const guests = new Set(workspace.users.filter((user) => user.is_restricted).map((user) => user.id));

const serve = Bun.serve;
Bun.serve = (options) =>
  serve({
    ...options,
    hostname: '127.0.0.1',
    fetch: async (request, server) => {
      const response = await options.fetch(request, server);
      return response && mended(response, new URL(request.url).pathname);
    },
    websocket: {
      ...options.websocket,
      open: (socket) => {
        const send = socket.send.bind(socket);
        socket.send = (data, ...rest) => send(withInitialValues(data), ...rest);
        options.websocket.open(socket);
      },
    },
  });

process.stdin.on('end', () => process.exit(0)).resume();

async function mended(response: Response, path: string): Promise<Response> {
  if (path === '/api/users.info' || path === '/api/users.list') {
    return Response.json(withGuests((await response.json()) as object, guests));
  }
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(withManyLines(withPlainAmpersands(await response.text())), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}
