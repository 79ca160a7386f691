import { readFileSync } from 'node:fs';
import { ArticleReader } from '../../src/articles/article-reader.ts';
import type { Article } from '../../src/domain/articles/article.ts';
import { isProblem, type Problem } from '../../src/domain/problem.ts';

const reader = new ArticleReader({ now: () => '2026-02-11T12:00:00.000Z' });
const read = reader.readInput.bind(reader);

async function articleOf(...given: Parameters<typeof read>): Promise<Article> {
  const article = await read(...given);
  if (isProblem(article)) throw new Error(JSON.stringify(article));
  return article;
}

const sentence = 'The harbour authority said on Monday that the ferry had passed its last inspection in May.';
const page = (head: string, body: string, attributes = '') =>
  `<!doctype html><html ${attributes}><head>${head}</head><body>${body}</body></html>`;
const story = `<article><h1>Ferry sinks off Calvera</h1>${`<p>${sentence}</p>`.repeat(4)}</article>`;

describe('plain text, however it is written', () => {
  const words = 'Café “Zürich” closes\n\nThe café’s owner said so on Monday.';
  const paragraphs = ['Café “Zürich” closes', 'The café’s owner said so on Monday.'];
  const utf16 = Buffer.from(words, 'utf16le');

  test.each<[string, Uint8Array | string]>([
    ['pasted', words],
    ['in UTF-8', Buffer.from(words)],
    ['in UTF-8 with a byte order mark', Buffer.from(`\ufeff${words}`)],
    ['in UTF-16 with a byte order mark', Buffer.from(`\ufeff${words}`, 'utf16le')],
    ['in UTF-16 the other way round', Buffer.from(`\ufeff${words}`, 'utf16le').swap16()],
    ['in UTF-16 without a mark', utf16],
    [
      'in Windows-1252',
      Buffer.from(
        words.replace(/[“”’]/g, (q) => ({ '“': '\x93', '”': '\x94' })[q] ?? '\x92'),
        'latin1',
      ),
    ],
  ])('%s', async (_how, input) => {
    expect((await articleOf(input, { name: 'cafe.txt' })).paragraphs).toEqual(paragraphs);
  });

  test('lines broken by hand are one paragraph, a heading above them is not part of it', async () => {
    const { paragraphs } = await articleOf(
      'FERRY SINKS\nThe harbour authority said on Monday that the ferry\nhad passed its last inspection.\n\nNobody was hurt.',
    );

    expect(paragraphs).toEqual([
      'FERRY SINKS',
      'The harbour authority said on Monday that the ferry had passed its last inspection.',
      'Nobody was hurt.',
    ]);
  });

  test('lines without blank ones between them are a paragraph each', async () => {
    const { paragraphs } = await articleOf('Ferry sinks\r\nNobody was hurt.\r\n[UPDATE] All are ashore.');

    expect(paragraphs).toEqual(['Ferry sinks', 'Nobody was hurt.', '[UPDATE] All are ashore.']);
  });

  test('a line that nobody would break by hand is a paragraph, though blank lines stand elsewhere', async () => {
    const long = (name: string) =>
      `${name} said that ${'the talks went on and on, '.repeat(8)}and left it there`;

    const { paragraphs } = await articleOf(`Talks go on\n\n${long('Ford')}\n${long('Xiaomi')}`);

    expect(paragraphs).toEqual(['Talks go on', long('Ford'), long('Xiaomi')]);
  });

  test('the article that everybody reads here comes whole', async () => {
    const text = readFileSync('tests/fixtures/articles/development/wildfire.txt');

    const { paragraphs, language } = await articleOf(text, { name: 'wildfire.txt' });

    expect(paragraphs.join(' ')).toBe(text.toString().trim().replace(/\s+/g, ' '));
    expect(language).toBe('en');
  });
});

test.each([
  ['Ferry sinks off Calvera | Morning Ledger', 'Ferry sinks off Calvera'],
  ['Ferry sinks off Calvera, killing twelve', 'Ferry sinks off Calvera, killing twelve'],
  ['Another title - Morning Ledger', 'Another title - Morning Ledger'],
])('of the title “%s” the headline is “%s”', async (title, expected) => {
  const { headline } = await articleOf(page(`<meta property="og:title" content="${title}">`, story));

  expect(headline).toBe(expected);
});

describe('the language is what the words say', () => {
  const french =
    'Le président a déclaré mardi que la situation restait préoccupante et que le gouvernement prendrait de nouvelles mesures avant la fin du mois, selon deux sources proches du dossier.';

  test('French is called French', async () => {
    expect((await articleOf(french)).language).toBe('fr');
  });

  test('a French page that says it is English is French all the same', async () => {
    const html = page('', `<article>${`<p>${french}</p>`.repeat(3)}</article>`, 'lang="en"');

    expect((await articleOf(html)).language).toBe('fr');
  });

  test('a few words leave it open', async () => {
    expect((await articleOf('Ford refuse.')).language).toBeUndefined();
  });
});

describe('a web page', () => {
  test('gives its article, without what surrounds it', async () => {
    const html = page(
      '<title>Ferry sinks off Calvera</title>',
      `<nav><ul><li><a href="/">Home</a></li></ul></nav>${story}<aside><p>Sign up</p></aside><footer>Imprint</footer>`,
    );

    const { paragraphs, headline } = await articleOf(html, { url: 'https://ledger.example/ferry' });

    expect(headline).toBe('Ferry sinks off Calvera');
    expect(paragraphs).toEqual(Array.from({ length: 4 }, () => sentence));
  });

  test('says who published it and when, to search engines', async () => {
    const ld = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'Site' },
        {
          '@type': ['NewsArticle'],
          headline: 'Ferry sinks',
          author: [{ '@type': 'Person', name: 'Lena Ostrow' }, { name: 'Jo Marsh' }],
          publisher: { '@type': 'Organization', name: 'Morning Ledger' },
          datePublished: '2026-02-10T08:30:00+01:00',
          inLanguage: 'en-GB',
        },
      ],
    };
    const html = page(`<script type="application/ld+json">${JSON.stringify(ld)}</script>`, story);

    expect(await articleOf(html)).toMatchObject({
      headline: 'Ferry sinks',
      byline: 'Lena Ostrow, Jo Marsh',
      publisher: 'Morning Ledger',
      publishedAt: '2026-02-10T07:30:00.000Z',
    });
  });

  test('says it in its head', async () => {
    const html = page(
      `<meta property="og:title" content="Ferry sinks"><meta name="author" content="By Lena Ostrow">
       <meta property="og:site_name" content="Morning Ledger"><meta property="article:published_time" content="2026-02-10">
       <link rel="canonical" href="https://ledger.example/ferry?id=1">`,
      story,
    );

    expect(await articleOf(html)).toMatchObject({
      headline: 'Ferry sinks',
      byline: 'Lena Ostrow',
      publisher: 'Morning Ledger',
      publishedAt: '2026-02-10',
      url: 'https://ledger.example/ferry?id=1',
    });
  });

  test.each([
    ['03/04/2026', undefined],
    ['2026-02-10T08:30', '2026-02-10'],
    ['yesterday', undefined],
    ['2026-02', '2026-02'],
  ])('a date is as precise as it is given: %s', async (given, kept) => {
    const html = page(`<meta name="date" content="${given}">`, story);

    expect((await articleOf(html)).publishedAt).toBe(kept);
  });

  test('no address is taken that is none', async () => {
    const html = page('<link rel="canonical" href="javascript:alert(1)">', story);

    expect((await articleOf(html)).url).toBeUndefined();
  });

  test('its scripts are not run, and their text is not read', async () => {
    const script =
      '<script>document.title="Hacked";document.querySelector("p").textContent="Hacked"</script>';
    const handler = `<p onclick="Hacked">${sentence}</p>`;

    const article = await articleOf(page('<title>Ferry</title>', `${story}${script}${handler}`));

    expect(JSON.stringify(article)).not.toContain('Hacked');
  });

  test('in the encoding it declares is read in it', async () => {
    const html = page('<meta charset="iso-8859-2">', story.replaceAll('Monday', 'Wałęsa'));
    const bytes = Buffer.from(html.replaceAll('ł', '\xb3').replaceAll('ę', '\xea'), 'latin1');

    expect((await articleOf(bytes, { mediaType: 'text/html' })).paragraphs[0]).toContain('Wałęsa');
  });
});

describe('ninjs', () => {
  const item = {
    uri: 'https://agency.example/items/1',
    pubStatus: 'usable',
    headlines: [
      { role: 'short', value: 'Ferry' },
      { role: 'main', value: 'Ferry sinks off Calvera' },
    ],
    bodies: [
      { role: 'main', contentType: 'text/html', value: `<p>${sentence}</p><p>Nobody was hurt.</p>` },
      { role: 'teaser', contentType: 'text/plain', value: 'A ferry.' },
    ],
    by: 'Lena Ostrow',
    copyrightHolder: 'Wire Agency',
    firstCreated: '2026-02-10T07:30:00+00:00',
    language: 'en-US',
    people: [{ name: 'Ruth Amsel' }],
    organisations: [{ name: 'Calvera Lines' }],
    places: [{ name: 'Calvera' }],
  };
  const asArticle = {
    headline: 'Ferry sinks off Calvera',
    paragraphs: [sentence, 'Nobody was hurt.'],
    byline: 'Lena Ostrow',
    publisher: 'Wire Agency',
    url: 'https://agency.example/items/1',
    publishedAt: '2026-02-10T07:30:00.000Z',
    named: [
      { name: 'Ruth Amsel', schema: 'Person' },
      { name: 'Calvera Lines', schema: 'Organization' },
      { name: 'Calvera', schema: 'Place' },
    ],
  };
  const lowerKeys = (json: string) =>
    json.replace(/"(\w+)":/g, (_, key: string) => `"${key.toLowerCase()}":`);

  test('version 3 gives all that it says', async () => {
    expect(await articleOf(JSON.stringify(item), { name: 'item.json' })).toMatchObject(asArticle);
  });

  test('version 2, whose names are in lower case, gives the same', async () => {
    expect(await articleOf(lowerKeys(JSON.stringify(item)))).toMatchObject(asArticle);
  });

  test.each(['withheld', 'canceled'] as const)('what is %s makes no article', async (status) => {
    const read = await reader.readInput(JSON.stringify({ ...item, pubStatus: status }));

    expect(read).toEqual({ problem: 'article-held-back', status });
  });

  test.each(['embargoed', 'embargoedUntil'])(
    'what is under embargo (%s) makes none before its hour',
    async (key) => {
      const read = await reader.readInput(JSON.stringify({ ...item, [key]: '2026-02-11T13:00:01+01:00' }));

      expect(read).toEqual({
        problem: 'article-held-back',
        status: 'embargoed',
        until: '2026-02-11T12:00:01.000Z',
      });
    },
  );

  test('an embargo that is over holds nothing back', async () => {
    const over = { ...item, embargoedUntil: '2026-02-11T12:00:00Z' };

    expect(await reader.readInput(JSON.stringify(over))).toMatchObject({
      headline: 'Ferry sinks off Calvera',
    });
  });

  test.each([['until Friday'], ['2026-02-11'], [true]])(
    'an embargo that nobody can read (%j) holds it back',
    async (when) => {
      const read = await reader.readInput(JSON.stringify({ ...item, embargoed: when }));

      expect(read).toEqual({ problem: 'article-held-back', status: 'unreadable-embargo' });
    },
  );

  test('other JSON is no news item', async () => {
    expect(await read('{"name": "slugline"}')).toEqual({ problem: 'no-article', format: 'JSON' });
  });
});

describe('what cannot be read is refused with what is wrong', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><rss>&lol2;</rss>`;

  test.each<[string, Uint8Array | string, Partial<Problem>]>([
    ['a PDF', Buffer.from('%PDF-1.7\n%âãÏÓ'), { problem: 'input-not-text', looksLike: 'a PDF file' }],
    ['a Word file', Buffer.from('PK\u0003\u0004word'), { problem: 'input-not-text' }],
    [
      'a program',
      Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)),
      { problem: 'input-not-text' },
    ],
    ['a text with a zero in it', 'Ford\0declined', { problem: 'input-not-text' }],
    ['more than 5 MB', 'x'.repeat(5_000_001), { problem: 'input-too-large', mostMb: 5 }],
    ['nothing', '', { problem: 'input-empty' }],
    ['blanks', ' \n\t\n', { problem: 'input-empty' }],
    ['signs without a word', '--- *** ---', { problem: 'input-empty' }],
    ['a page without a word', page('<title>x</title>', '<img src="x">'), { problem: 'input-empty' }],
    [
      'a menu',
      page('', `<ul>${'<li><a href="/x">Some section of the site</a></li>'.repeat(30)}</ul>`),
      { problem: 'no-article', format: 'HTML' },
    ],
    [
      'a login',
      page('', '<form><p>Log in</p><input></form><p>Forgot it?</p>'),
      { problem: 'no-article', format: 'HTML' },
    ],
    [
      'broken JSON',
      '{\n  "uri": "x",\n  "bodies": [}\n',
      { problem: 'input-malformed', format: 'JSON', line: 3, column: 14 } as Problem,
    ],
    ['JSON nested without end', `[{"a":${'['.repeat(200_000)}`, { problem: 'input-malformed' }],
    ['an entity bomb', bomb, { problem: 'input-unsafe', why: 'entities' }],
    [
      'an entity bomb in a page',
      bomb.replace('<rss>&lol2;</rss>', page('', story)),
      { problem: 'input-unsafe', why: 'entities' },
    ],
    [
      'an entity bomb in a doctype',
      `<!doctype html [<!ENTITY a "b">]>${page('', story)}`,
      { problem: 'input-unsafe', why: 'entities' },
    ],
    [
      'broken XML',
      '<?xml version="1.0"?>\n<newsItem>\n  <p>Ford & Xiaomi</p></newsItem>',
      { problem: 'input-malformed', format: 'XML', line: 3, column: 11, expected: '&amp;' } as Problem,
    ],
    [
      'an element of another program',
      '<news><p>Ford left.</p></news>',
      { problem: 'no-article', format: 'XML' },
    ],
    ['other XML', '<?xml version="1.0"?><newsItem/>', { problem: 'no-article', format: 'XML' }],
    [
      'elements nested 100,000 deep',
      page('', `${'<div>'.repeat(100_000)}${story}`),
      { problem: 'input-unsafe', why: 'deep' },
    ],
    [
      'lists nested 100,000 deep',
      page('', `${'<ul><li>'.repeat(100_000)}${story}`),
      { problem: 'input-unsafe', why: 'deep' },
    ],
    ['200,000 elements', page('', '<p>a</p>'.repeat(200_000)), { problem: 'input-unsafe', why: 'many' }],
    ['200,000 comments', page('', '<!--'.repeat(200_000)), { problem: 'input-empty' }],
  ])('%s', async (_what, input, expected) => {
    expect(await read(input)).toMatchObject(expected);
  });

  test('an attribute of 4 MB is no danger, or said to be one', async () => {
    const html = page('', `<div class="${'a '.repeat(2_000_000)}" data-x="1">${story}</div>`);

    const answer = await read(html);

    expect(isProblem(answer) ? answer : { problem: 'input-unsafe' }).toMatchObject({
      problem: 'input-unsafe',
    });
  });

  test('the file is named', async () => {
    expect(await read('', { name: 'ferry.txt' })).toEqual({ problem: 'input-empty', name: 'ferry.txt' });
  });
});
