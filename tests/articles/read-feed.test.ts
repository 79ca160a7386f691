import { ArticleReader } from '../../src/articles/article-reader.ts';

const reader = new ArticleReader({ now: () => '2026-02-11T12:00:00.000Z' });
const read = (text: string, url?: string) => reader.readFeed(Buffer.from(text), url ? { url } : {});
const rssOf = (...items: string[]) =>
  `<rss version="2.0"><channel><title>Ledger</title>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;

const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Morning Ledger</title><link>https://ledger.example/</link><description>News</description><language>en-gb</language>
<item><guid isPermaLink="false">ferry-1</guid><title>Ferry &amp; tug sink</title><link>https://ledger.example/ferry</link>
<description>Short.</description><content:encoded><![CDATA[<p>A ferry sank.</p><p>Nobody was hurt.</p><script>alert(1)</script>]]></content:encoded>
<dc:creator>Lena Ostrow</dc:creator><pubDate>Tue, 10 Feb 2026 08:30:00 +0100</pubDate></item>
<item><title>Only a summary</title><link>https://ledger.example/summary</link><description>&lt;p&gt;A bridge &lt;b&gt;fell&lt;/b&gt;.&lt;/p&gt;</description></item>
</channel></rss>`;

describe('the items of a feed', () => {
  test('in RSS come with text, author, date and publisher', async () => {
    expect(await read(rss)).toEqual([
      {
        id: 'ferry-1',
        article: {
          headline: 'Ferry & tug sink',
          paragraphs: ['A ferry sank.', 'Nobody was hurt.'],
          byline: 'Lena Ostrow',
          publisher: 'Morning Ledger',
          url: 'https://ledger.example/ferry',
          publishedAt: '2026-02-10T07:30:00.000Z',
          language: 'en',
        },
      },
      {
        id: 'https://ledger.example/summary',
        article: expect.objectContaining({ headline: 'Only a summary', paragraphs: ['A bridge fell.'] }),
      },
    ]);
  });

  test('in Atom', async () => {
    const atom = `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Ledger</title><id>urn:l</id><updated>2026-02-10T07:30:00Z</updated>
      <entry><id>urn:1</id><title type="html">Ferry &lt;i&gt;sinks&lt;/i&gt;</title><link rel="self" href="https://l.example/self"/><link href="https://l.example/ferry"/>
      <updated>2026-02-10T07:30:00Z</updated><author><name>Lena Ostrow</name></author><summary>A ferry sank.</summary></entry></feed>`;

    expect(await read(atom)).toEqual([
      {
        id: 'urn:1',
        article: {
          headline: 'Ferry sinks',
          paragraphs: ['A ferry sank.'],
          byline: 'Lena Ostrow',
          publisher: 'Ledger',
          url: 'https://l.example/ferry',
          publishedAt: '2026-02-10T07:30:00.000Z',
        },
      },
    ]);
  });

  test('in JSON Feed', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Ledger',
      items: [
        {
          id: '1',
          title: 'Ferry sinks',
          url: 'https://l.example/1',
          content_text: 'A ferry sank.\n\nNobody was hurt.',
        },
      ],
    };

    expect(await read(JSON.stringify(feed))).toMatchObject([
      { id: '1', article: { headline: 'Ferry sinks', url: 'https://l.example/1' } },
    ]);
  });

  test('in plain text in JSON Feed keep their paragraphs and every sign', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Ledger',
      items: [
        {
          id: '1',
          content_text:
            'Losses of <5 percent> were reported by the owners\nof the ferry.\n\nNobody was hurt.',
          summary: 'Short.',
        },
      ],
    };

    expect(await read(JSON.stringify(feed))).toMatchObject([
      {
        article: {
          paragraphs: ['Losses of <5 percent> were reported by the owners of the ferry.', 'Nobody was hurt.'],
        },
      },
    ]);
  });

  test('are read with nothing but words, or nothing but a headline', async () => {
    const items = await read(
      rssOf(
        '<description>A ferry sank.</description>',
        '<title>A tug sank</title>',
        '<category>x</category>',
      ),
    );

    expect(items).toMatchObject([
      { id: 'A ferry sank.', article: { paragraphs: ['A ferry sank.'] } },
      { id: 'A tug sank', article: { headline: 'A tug sank', paragraphs: ['A tug sank'] } },
    ]);
  });

  test('of one guid are told apart by address or headline', async () => {
    const guid = '<guid>https://ledger.example/</guid>';
    const items = await read(
      rssOf(
        `${guid}<link>https://ledger.example/1</link><description>One.</description>`,
        `${guid}<title>A tug sank</title><description>Two.</description>`,
        `${guid}<description>Three.</description>`,
        '<guid>own</guid><description>Four.</description>',
      ),
    );

    const ids = Array.isArray(items) ? items.map(({ id }) => id) : [];
    expect(new Set(ids).size).toBe(4);
    expect(ids.at(-1)).toBe('own');
  });

  test('have their addresses from where the feed came, where they are relative', async () => {
    const items = await read(
      rssOf(
        '<guid>1</guid><link>/ferry?a=1</link><description>One.</description>',
        '<guid>2</guid><link>javascript:alert(1)</link><description>Two.</description>',
      ),
      'https://ledger.example/feeds/news.xml',
    );

    expect(items).toMatchObject([{ article: { url: 'https://ledger.example/ferry?a=1' } }, { id: '2' }]);
    expect(JSON.stringify(items)).not.toContain('javascript');
  });

  test('are the newest hundred, also of a feed that begins with its oldest', async () => {
    const oldestFirst = Array.from({ length: 130 }, (_, at) => {
      const date = new Date(Date.UTC(2026, 0, 1, at)).toUTCString();
      return `<guid>g${at}</guid><description>It happened ${at} times.</description><pubDate>${date}</pubDate>`;
    });

    const items = await read(rssOf(...oldestFirst));

    const ids = Array.isArray(items) ? items.map(({ id }) => id) : [];
    expect(ids).toHaveLength(100);
    expect(ids).toContain('g129');
    expect(ids).not.toContain('g29');
  });

  test.each<[string, Buffer, string]>([
    [
      'Windows-1252',
      Buffer.from(rssOf('<title>F\u00e4hre \u0084sinkt\u0093</title>'), 'latin1'),
      'Fähre „sinkt“',
    ],
    ['UTF-16', Buffer.from(`\ufeff${rssOf('<title>Fähre „sinkt“</title>')}`, 'utf16le'), 'Fähre „sinkt“'],
    [
      'what its declaration says',
      Buffer.concat([
        Buffer.from('<?xml version="1.0" encoding="koi8-r"?><rss version="2.0"><channel><item><title>'),
        Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]),
        Buffer.from('</title></item></channel></rss>'),
      ]),
      'Привет',
    ],
  ])('are read in %s', async (_encoding, bytes, headline) => {
    expect(await reader.readFeed(bytes)).toMatchObject([{ article: { headline } }]);
  });

  test('with a date that is none have none, and are read all the same', async () => {
    const items = await read(
      rssOf(
        '<title>A</title><pubDate>yesterday</pubDate>',
        '<title>B</title><pubDate>32 Jan 2026 25:00:00 GMT</pubDate>',
      ),
    );

    expect(items).toMatchObject([{ article: { headline: 'A' } }, { article: { headline: 'B' } }]);
    expect(JSON.stringify(items)).not.toContain('publishedAt');
  });

  test('are read without what an entity declared far into the document stands for', async () => {
    const late = `<!--${'x'.repeat(30_000)}--><!DOCTYPE r [<!ENTITY a "the secret plan">]>`;

    const items = await read(late + rssOf('<guid>1</guid><title>It is &a;</title>'));

    expect(JSON.stringify(items)).not.toContain('secret plan');
  });

  test.each([
    [
      'an entity bomb',
      '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>',
      { problem: 'input-unsafe', why: 'entities' },
    ],
    [
      'one that is cut short',
      '<?xml version="1.0"?><rss version="2.0"><channel><ti',
      { problem: 'input-malformed', format: 'XML', line: 1, column: 50 },
    ],
    [
      'a JSON Feed that is cut short',
      '{"version": "https://jsonfeed.org/version/1.1",\n "items": [',
      { problem: 'input-malformed', format: 'JSON', line: 2, column: 12 },
    ],
    ['a web page', '<!doctype html><html><body><p>Not found</p></body></html>', { problem: 'unknown-feed' }],
    [
      'one nested 100,000 deep',
      `<rss version="2.0"><channel>${'<a>'.repeat(100_000)}`,
      { problem: 'input-unsafe', why: 'deep' },
    ],
    [
      // The parser once looked through all the rest for the end of each: CVE-2026-126066.
      'one whose title opens 100,000 tags and ends none',
      `<rss version="2.0"><channel><title>${'<1 '.repeat(100_000)}`,
      { problem: 'input-malformed', format: 'XML', line: 1, column: 36 },
    ],
    [
      'one without items',
      '<rss version="2.0"><channel><title>Ledger</title></channel></rss>',
      { problem: 'no-article', format: 'feed' },
    ],
    ['a PDF', '%PDF-1.7', { problem: 'input-not-text' }],
  ])('are not read from %s', async (_what, text, problem) => {
    expect(await read(text)).toMatchObject(problem);
  });
});
