import { DraftDesk } from '../../src/services/draft-desk.ts';
import { shownText } from '../support/fake-slack/shown-text.ts';
import type { Message } from '../support/fake-slack/state/timeline.ts';
import { readerHere } from '../support/reader-here.ts';
import { ana, autos, ed, type Slugline, startSlugline } from '../support/slugline.ts';
import { StandingClock } from '../support/standing-clock.ts';

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline(undefined, { contributors: [ana] });
});
afterEach(() => app.stop());

const headline = 'Ford leaves the talks';
const paragraphs = [
  'Ford left the talks with Xiaomi on Monday, according to three people familiar with the matter.',
  'Xiaomi declined to comment on what its own negotiators had said about the factory in Michigan.',
];
const plain = [headline, ...paragraphs].join('\n\n');
const html = `<!doctype html><html><head><title>${headline}</title><meta property="og:site_name" content="Morning Ledger"></head>
<body><nav><a href="/">Home</a></nav><article><h1>${headline}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}
<figure><figcaption>A factory in Michigan.</figcaption></figure></article></body></html>`;
const ninjs = {
  uri: 'tag:ledger.example,2026:1',
  headlines: [{ role: 'main', value: headline }],
  bodies: [{ contenttype: 'text/html', value: paragraphs.map((text) => `<p>${text}</p>`).join('') }],
};
const statements = (id = 'D-1') => app.newsroom.drafts.get(id)?.proposals.map(({ statement }) => statement);
/** A thread is started for it, and other tests run beside this one. */
const patience = { what: 'the article to be read', timeoutMs: 15_000 };
const forEd = ({ ephemeralFor }: Message) => ephemeralFor === ed;
const told = (): string => {
  const modal = app.slack.modal(ed);
  return [...app.slack.transcript(autos), ...(modal ? [modal] : [])].map(shownText).join('\n');
};

async function pastes(article: string, more: Record<string, string> = {}) {
  const view = await (await app.slack.types(ed, autos, '/brief import ford-xiaomi')).nextView();
  return app.slack.submits(ed, view, { Article: article, ...more });
}
const chooses = async (text: string) => {
  const message = app.slack.says(ana, autos, text);
  return (await app.slack.shortcut(ed, 'import_article', { message })).nextMessage({ matching: forEd });
};

const ways: [string, (text: string) => Promise<unknown>][] = [
  ['in the form', (text) => pastes(text)],
  ['behind the command', (text) => app.slack.types(ed, autos, `/brief import ford-xiaomi ${text}`)],
  ['in a message', (text) => chooses(text)],
  ['in a block of code', (text) => chooses(`\`\`\`\n${text}\n\`\`\``)],
];
const forms: [string, string][] = [
  ['a page', html],
  ['a piece of a page', paragraphs.map((text) => `<p>${text}</p>`).join('\n')],
  ['a news item', JSON.stringify(ninjs, null, 2)],
  ['plain text', plain],
];

describe.each(ways)('an article that is pasted %s', (_, paste) => {
  test.each(forms)('is read as what it is: %s', async (_form, text) => {
    await paste(text);
    await app.slack.until(() => app.newsroom.drafts.size > 0, patience);

    expect(statements()).toEqual(paragraphs);
  });
});

test.each([ways[0]!, ways[2]!])(
  'broken JSON that is pasted %s is refused with line and column',
  async (_, paste) => {
    const broken = JSON.stringify(ninjs, null, 2).replace('"bodies": [', '"bodies": [}');

    await paste(broken);
    await app.slack.until(() => told().includes('is not valid JSON'), patience);

    expect(told()).toContain('is not valid JSON: line 9, column 14');
    expect(app.newsroom.drafts.size).toBe(0);
  },
);

test('nothing is kept of a news item under embargo', async () => {
  await pastes(JSON.stringify({ ...ninjs, embargoeduntil: '2999-01-01T00:00:00Z' }));
  await app.slack.until(() => told().includes('is under embargo until'), patience);

  expect(app.newsroom.drafts.size).toBe(0);
});

test('bold, italics and quoting of a message are not part of what it says', async () => {
  const [first = '', second = ''] = paragraphs;

  await chooses(
    `*${headline}*\n\n> ${first.replace('Monday', '_Monday_')}\n\n${second.replace('Xiaomi', '*Xiaomi*')}`,
  );

  expect(app.newsroom.drafts.get('D-1')?.headline).toBe(headline);
  expect(statements()).toEqual(paragraphs);
});

test('a page says whose it is; what is typed beside it counts more', async () => {
  await pastes(html);
  await pastes(html.replaceAll('Monday', 'Sunday'), { 'Whose it is': 'Evening Ledger' });
  await app.slack.until(() => app.newsroom.drafts.size === 2, patience);

  expect(['D-1', 'D-2'].map((id) => app.newsroom.drafts.get(id)?.publisher)).toEqual([
    'Morning Ledger',
    'Evening Ledger',
  ]);
});

test('a news item that fills two fields is one news item', async () => {
  const json = JSON.stringify(ninjs);
  const cut = json.indexOf('on Monday') + 'on'.length;

  await pastes(json.slice(0, cut), { 'Article, second part': json.slice(cut) });
  await app.slack.until(() => app.newsroom.drafts.size > 0, patience);

  expect(statements()).toEqual(paragraphs);
});

test('the same article is one draft, whatever its form and by whatever way it comes', async () => {
  const clock = new StandingClock('2026-02-11T12:00:00.000Z');
  const desk = new DraftDesk({ newsroom: app.service, clock, zone: 'UTC' });
  const item = { headline, paragraphs: [...paragraphs, 'Read more: Why Ford left'] };

  await pastes(html);
  await app.slack.until(() => app.newsroom.drafts.size > 0, patience);
  await pastes(JSON.stringify(ninjs));
  await chooses(plain);
  await app.slack.types(ed, autos, `/brief import ford-xiaomi ${paragraphs.join(' ')}`);
  const fed = await desk.take(item, { via: 'feed', key: 'feed:1' });
  const file = await readerHere(clock).readInput(Buffer.from(`By Ana Reyes\n\n${plain}`), {
    name: 'ford.txt',
  });
  const put = 'paragraphs' in file ? await desk.take(file, { via: 'inbox', key: 'inbox:1' }) : file;

  expect([fed, put]).toEqual(['known', 'known']);
  expect(app.newsroom.drafts.size).toBe(1);
});
