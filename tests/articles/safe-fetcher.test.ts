import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { SafeFetcher } from '../../src/articles/fetching/safe-fetcher.ts';
import { fetcherFor, type LocalServer, startServer } from './support/local-server.ts';

let server: LocalServer;
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeEach(async () => {
  answer = (_, response) => response.end('Ferry sinks');
  server = await startServer((request, response) => answer(request, response));
});
afterEach(() => server.stop());

const textOf = async (fetching: ReturnType<SafeFetcher['fetch']>) => {
  const fetched = await fetching;
  return 'bytes' in fetched ? Buffer.from(fetched.bytes).toString() : fetched;
};

describe('what is fetched', () => {
  test('comes with its type, its last address and its version', async () => {
    answer = (_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('etag', '"v1"');
      response.setHeader('last-modified', 'Tue, 10 Feb 2026 07:30:00 GMT');
      response.end('Ferry sinks');
    };

    expect(await fetcherFor(server).fetch(server.url('/ferry'))).toEqual({
      outcome: 'fetched',
      bytes: Buffer.from('Ferry sinks'),
      mediaType: 'text/html; charset=utf-8',
      url: server.url('/ferry'),
      etag: '"v1"',
      lastModified: 'Tue, 10 Feb 2026 07:30:00 GMT',
    });
    expect(server.asked[0]?.headers['user-agent']).toMatch(/^Slugline\//);
  });

  test('is not sent again when it is unchanged', async () => {
    answer = (_, response) => response.writeHead(304).end();

    const fetched = await fetcherFor(server).fetch(server.url('/'), { etag: '"v1"', lastModified: 'then' });

    expect(fetched).toEqual({ outcome: 'unchanged' });
    expect(server.asked[0]?.headers).toMatchObject({ 'if-none-match': '"v1"', 'if-modified-since': 'then' });
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('is unpacked: %s', async (encoding, pack) => {
    answer = (_, response) => response.setHeader('content-encoding', encoding).end(pack('Ferry sinks'));

    expect(await textOf(fetcherFor(server).fetch(server.url('/')))).toBe('Ferry sinks');
  });

  test('is looked for where the server sends us, as often as five times', async () => {
    answer = ({ url = '' }, response) => {
      const step = Number(url.slice(1));
      if (step < 5) response.writeHead(302, { location: `/${step + 1}` }).end();
      else response.end('There');
    };

    expect(await textOf(fetcherFor(server).fetch(server.url('/0')))).toBe('There');
  });
});

describe('what is not fetched', () => {
  test.each([
    ['a file', 'file:///etc/passwd', 'scheme'],
    ['a script', 'javascript:alert(1)', 'scheme'],
    ['an ftp server', 'ftp://ledger.example/', 'scheme'],
    ['what is no address', 'ledger', 'unreadable'],
    ['a name and a password', 'https://ana:secret@ledger.example/', 'credentials'],
    ['another port', 'http://ledger.example:8080/', 'port'],
    ['this machine', 'http://127.0.0.1/', 'private'],
    ['this machine as one number', 'http://2130706433/', 'private'],
    ['this machine in octal', 'http://0177.0.0.1/', 'private'],
    ['this machine, short', 'http://127.1/', 'private'],
    ['this machine in IPv6', 'http://[::1]/', 'private'],
    ['this machine as IPv4 in IPv6', 'http://[::ffff:127.0.0.1]/', 'private'],
    ['a cloud’s metadata', 'http://169.254.169.254/latest/meta-data/', 'private'],
  ])('%s: %s', async (_what, address, why) => {
    const refused = await new SafeFetcher().fetch(address);

    expect(refused).toMatchObject({ problem: 'address-refused', why });
    expect(JSON.stringify(refused)).not.toContain('secret');
  });

  test('a name that leads to this machine', async () => {
    const fetcher = new SafeFetcher({
      ports: [server.port],
      resolveName: (_host, done) => done(null, [{ address: '127.0.0.1', family: 4 }]),
    });

    expect(await fetcher.fetch(server.url('/'))).toMatchObject({
      problem: 'address-refused',
      why: 'private',
    });
    expect(server.asked).toEqual([]);
  });

  test('a name that leads to a private address among public ones', async () => {
    const addresses = ['93.184.216.34', '10.0.0.1'].map((address) => ({ address, family: 4 }));
    const fetcher = new SafeFetcher({ resolveName: (_host, done) => done(null, addresses) });

    expect(await fetcher.fetch('http://ledger.example/')).toMatchObject({ why: 'private' });
  });

  test('a name that led to an allowed address a moment ago and now does not', async () => {
    const answers = ['127.0.0.1', '127.0.0.2'];
    const fetcher = fetcherFor(server, {
      resolveName: (_host, done) => done(null, [{ address: answers.shift() ?? '', family: 4 }]),
    });
    const first = await textOf(fetcher.fetch(server.url('/')));

    const second = await fetcher.fetch(server.url('/'));

    expect(first).toBe('Ferry sinks');
    expect(second).toMatchObject({ problem: 'address-refused', why: 'private' });
    expect(server.asked).toHaveLength(1);
  });

  test.each([
    ['a private address', 'http://10.0.0.1/', 'private'],
    ['a file', 'file:///etc/passwd', 'scheme'],
    ['another port', 'http://ledger.example:22/', 'port'],
    ['an address with a password', 'http://a:b@ledger.example/', 'credentials'],
  ])('%s that an allowed server sends us to', async (_what, location, why) => {
    answer = (_, response) => response.writeHead(301, { location }).end();
    const fetcher = fetcherFor(server, { ports: [server.port, 80] });

    expect(await fetcher.fetch(server.url('/'))).toMatchObject({ problem: 'address-refused', why });
    expect(server.asked).toHaveLength(1);
  });

  test('a sixth redirect', async () => {
    answer = (_, response) => response.writeHead(302, { location: '/again' }).end();

    expect(await fetcherFor(server).fetch(server.url('/'))).toMatchObject({
      problem: 'address-failed',
      why: 'redirects',
    });
    expect(server.asked).toHaveLength(6);
  });
});

describe('a body is refused', () => {
  const limited = () => fetcherFor(server, { mostBytes: 1000 });

  test('when it says that it is too much', async () => {
    answer = (_, response) => response.setHeader('content-length', 1001).end('x'.repeat(1001));

    expect(await limited().fetch(server.url('/'))).toMatchObject({
      problem: 'address-failed',
      why: 'too-large',
    });
  });

  test('when it is too much and does not say so', async () => {
    answer = (_, response) => {
      response.write('x'.repeat(600));
      response.end('x'.repeat(600));
    };

    expect(await limited().fetch(server.url('/'))).toMatchObject({ why: 'too-large' });
  });

  test('when it never ends', async () => {
    answer = (_, response) => {
      const send = () => {
        if (!response.destroyed) response.write('x'.repeat(400), () => setImmediate(send));
      };
      send();
    };

    expect(await limited().fetch(server.url('/'))).toMatchObject({ why: 'too-large' });
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ] as const)('when it is a bomb: %s', async (encoding, pack) => {
    answer = (_, response) =>
      response.setHeader('content-encoding', encoding).end(pack(Buffer.alloc(3_000_000)));

    expect(await fetcherFor(server, { mostBytes: 100_000 }).fetch(server.url('/'))).toMatchObject({
      why: 'too-large',
    });
  });

  test('when it is much and unpacks to nothing', async () => {
    answer = (_, response) => {
      response.setHeader('content-encoding', 'gzip');
      for (let count = 0; count < 100; count += 1) response.write(gzipSync(''));
      response.end();
    };

    expect(await limited().fetch(server.url('/'))).toMatchObject({ why: 'too-large' });
  });

  test.each([
    ['gzip', 'no gzip at all'],
    ['zip', 'x'],
  ])('when it cannot be unpacked: %s', async (encoding, body) => {
    answer = (_, response) => response.setHeader('content-encoding', encoding).end(body);

    expect(await limited().fetch(server.url('/'))).toMatchObject({
      problem: 'address-failed',
      why: 'encoding',
    });
  });
});

describe('a server that fails', () => {
  const hurried = () => fetcherFor(server, { timeLimitMs: 150 });

  test('without an answer is not waited for', async () => {
    answer = () => undefined;

    expect(await hurried().fetch(server.url('/'))).toMatchObject({ problem: 'address-failed', why: 'slow' });
  });

  test('that gives a byte now and then is not waited for', async () => {
    answer = (_, response) => {
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    };

    expect(await hurried().fetch(server.url('/'))).toMatchObject({ why: 'slow' });
  });

  test('that is not there cannot be reached', async () => {
    await server.stop();

    expect(await fetcherFor(server).fetch(server.url('/'))).toMatchObject({ why: 'unreachable' });
  });

  test('that breaks off cannot be reached', async () => {
    answer = (_, response) => {
      response.writeHead(200, { 'content-length': 100 }).write('half', () => response.destroy());
    };

    expect(await fetcherFor(server).fetch(server.url('/'))).toMatchObject({ why: 'unreachable' });
  });

  test('says how long to leave it alone', async () => {
    answer = (_, response) => response.writeHead(503, { 'retry-after': '120' }).end();

    expect(await fetcherFor(server).fetch(server.url('/'))).toEqual({
      problem: 'address-failed',
      host: `ledger.example:${server.port}`,
      why: 'status',
      status: 503,
      retryAfterMs: 120_000,
    });
  });

  test('is left when we stop', async () => {
    answer = () => undefined;
    const stopping = new AbortController();
    const fetching = fetcherFor(server).fetch(server.url('/'), {}, stopping.signal);

    stopping.abort(new Error('stopping'));

    await expect(fetching).rejects.toThrow('stopping');
  });
});
