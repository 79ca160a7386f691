import type { ServerResponse } from 'node:http';
import { ArticleReader } from '../../src/articles/article-reader.ts';
import { FeedPoller } from '../../src/articles/feeds/feed-poller.ts';
import { createLog } from '../../src/log.ts';
import { StandingClock } from '../support/standing-clock.ts';
import { ListedDesk } from './support/article-desk.ts';
import { fetcherFor, type LocalServer, startServer } from './support/local-server.ts';

const minutes = 60_000;
let clock: StandingClock;
let server: LocalServer;
let desk: ListedDesk;
let lines: string[];
let poller: FeedPoller;
/** What the server says to the next look. */
let answer: (response: ServerResponse) => void;

const item = (at: number) =>
  `<item><guid>g${at}</guid><title>Item ${at}</title><description>It happened ${at} times.</description><pubDate>${new Date(Date.UTC(2026, 1, 1, 0, at)).toUTCString()}</pubDate></item>`;
const feedOf = (...numbers: number[]) =>
  `<rss version="2.0"><channel><title>Ledger</title>${numbers.map(item).join('')}</channel></rss>`;
const upTo = (last: number) => feedOf(...Array.from({ length: last }, (_, at) => last - at));
const titles = (...numbers: number[]) => numbers.map((at) => `Item ${at}`);

const startPoller = (paths = ['/feed?key=hunter2']) => {
  poller = new FeedPoller({
    urls: paths.map((path) => server.url(path)),
    fetcher: fetcherFor(server, { timeLimitMs: 5000 }),
    reader: new ArticleReader(clock),
    desk,
    clock,
    timer: clock,
    log: createLog('info', { write: (line) => void lines.push(line) }),
    random: () => 0.5,
  });
  poller.start();
};
/** Lets time pass, and the look that is due in it come to its end: then the next one is planned. */
const look = async (afterMs = 0) => {
  await clock.pass(afterMs);
  while (clock.armed === 0) await new Promise((resolve) => setTimeout(resolve, 5));
};

beforeEach(async () => {
  clock = new StandingClock('2026-02-11T12:00:00.000Z');
  desk = new ListedDesk();
  lines = [];
  answer = (response) => response.end(upTo(3));
  server = await startServer((_, response) => answer(response));
});
afterEach(async () => {
  await poller.stop();
  await server.stop();
});

describe('a feed', () => {
  test('that is new begins with its newest ten, oldest first', async () => {
    answer = (response) => response.end(upTo(25));

    startPoller();
    await look();

    expect(desk.headlines).toEqual(titles(16, 17, 18, 19, 20, 21, 22, 23, 24, 25));
    expect(desk.made[0]).toMatchObject({
      via: 'feed',
      key: expect.stringMatching(/^feed:[0-9a-f]{16}:[0-9a-f]{32}$/),
    });
  });

  test('is looked at again after ten minutes, and only what is new in it is taken', async () => {
    answer = (response) => response.end(upTo(25));
    startPoller();
    await look();
    answer = (response) => response.end(upTo(27));

    await look(9 * minutes);
    expect(server.asked).toHaveLength(1);
    await look(1 * minutes);

    expect(desk.headlines.slice(10)).toEqual(titles(26, 27));
  });

  test('goes on after a restart where it was, without what was left out and without doubles', async () => {
    answer = (response) => response.end(upTo(25));
    startPoller();
    await look();
    await poller.stop();
    answer = (response) => response.end(upTo(40));

    startPoller();
    await look();

    expect(desk.headlines.slice(10)).toEqual(titles(...Array.from({ length: 15 }, (_, at) => 26 + at)));
  });

  test('of which a crash let only some items through gives the others later', async () => {
    answer = (response) => response.end(upTo(5));
    startPoller();
    await look();
    desk.made.splice(2);
    await poller.stop();

    startPoller();
    await look();

    expect(desk.headlines).toEqual(titles(1, 2, 3, 4, 5));
  });

  test('whose items the record does not take is asked for them again', async () => {
    answer = (response) => response.setHeader('etag', '"v1"').end(upTo(3));
    desk.refusals = [{ problem: 'not-saved', reason: 'disk-full' }];
    startPoller();
    await look();
    expect(desk.made).toEqual([]);

    await look(20 * minutes);

    expect(desk.headlines).toEqual(titles(1, 2, 3));
    expect(server.asked[1]?.headers['if-none-match']).toBeUndefined();
  });

  test('with an item that makes no draft gives the others, and that one not again', async () => {
    desk.refusals = [{ problem: 'off-the-record' }];
    startPoller();
    await look();

    await look(10 * minutes);

    expect(desk.headlines).toEqual(titles(2, 3));
  });

  test('whose item comes in another feed, too, makes one draft of both', async () => {
    const other = item(1).replace('<guid>g1</guid>', '<guid>another</guid>');
    answer = (response) =>
      response.end(
        response.req.url === '/a' ? feedOf(1) : `<rss version="2.0"><channel>${other}</channel></rss>`,
      );
    startPoller(['/a', '/b']);
    await look();

    await look(11 * minutes);

    expect(desk.headlines).toEqual(titles(1));
  });

  test('whose item is changed afterwards has it as it came first, and makes no second draft', async () => {
    startPoller();
    await look();
    answer = (response) => response.end(upTo(3).replace('happened 3 times', 'happened 33 times'));

    await look(11 * minutes);

    expect(desk.headlines).toEqual(titles(1, 2, 3));
    expect(JSON.stringify(desk.made)).not.toContain('33 times');
  });

  test('gives its items their whole addresses', async () => {
    answer = (response) => response.end(upTo(1).replace('<title>Item', '<link>/ferry</link><title>Item'));

    startPoller();
    await look();

    expect(desk.made).toMatchObject([{ article: { url: server.url('/ferry') } }]);
  });

  test('is asked for what changed since', async () => {
    answer = (response) => response.setHeader('etag', '"v1"').end(upTo(3));
    startPoller();
    await look();
    answer = (response) => response.writeHead(304).end();

    await look(10 * minutes);

    expect(server.asked[1]?.headers['if-none-match']).toBe('"v1"');
    expect(desk.made).toHaveLength(3);
  });

  test('that fails is left alone for longer each time, and is back to ten minutes when it answers', async () => {
    answer = (response) => response.writeHead(500).end();
    startPoller();
    await look();

    await look(19 * minutes);
    expect(server.asked).toHaveLength(1);
    await look(1 * minutes);
    await look(39 * minutes);
    expect(server.asked).toHaveLength(2);
    answer = (response) => response.end(upTo(1));
    await look(1 * minutes);
    await look(10 * minutes);

    expect(server.asked).toHaveLength(4);
    expect(desk.headlines).toEqual(titles(1));
  });

  test('is left alone as long as its server asks for', async () => {
    answer = (response) => response.writeHead(429, { 'retry-after': '7200' }).end();
    startPoller();
    await look();

    await look(119 * minutes);
    expect(server.asked).toHaveLength(1);
    await look(1 * minutes);

    expect(server.asked).toHaveLength(2);
  });

  test('that fails holds no other one up', async () => {
    const answers = [
      (response: ServerResponse) => response.writeHead(500).end(),
      (response: ServerResponse) => response.end(upTo(2)),
    ];
    answer = (response) => answers.shift()?.(response);

    startPoller(['/broken', '/whole']);
    await look();

    expect(desk.headlines).toEqual(titles(1, 2));
  });

  test('that fails is logged by its host, never with its key or its words', async () => {
    answer = (response) => response.end('<html>Secret words</html>');

    startPoller();
    await look();

    expect(lines.join('')).toContain('"host":"ledger.example');
    expect(lines.join('')).toContain('"problem":"unknown-feed"');
    expect(lines.join('')).not.toMatch(/hunter2|Secret/);
  });

  test('that is being fetched does not hold up a stop', async () => {
    answer = () => undefined;
    startPoller();
    await clock.pass(0);
    while (server.asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));

    await poller.stop();

    expect(clock.armed).toBe(0);
    expect(lines).toEqual([]);
  });
});
