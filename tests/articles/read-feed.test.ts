import { ArticleReader } from '../../src/articles/article-reader.ts';

const reader = new ArticleReader({ now: () => '2026-02-11T12:00:00.000Z' });
const read = (text: string) => reader.readFeed(Buffer.from(text));

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
      'one without items',
      '<rss version="2.0"><channel><title>Ledger</title></channel></rss>',
      { problem: 'no-article', format: 'feed' },
    ],
    ['a PDF', '%PDF-1.7', { problem: 'input-not-text' }],
  ])('are not read from %s', async (_what, text, problem) => {
    expect(await read(text)).toMatchObject(problem);
  });
});
