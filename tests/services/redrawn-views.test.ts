import { readFileSync } from 'node:fs';
import type { Change } from '../../src/domain/change.ts';
import { importBundle } from '../../src/domain/editing/bundle/import-bundle.ts';
import { parseBundle } from '../../src/domain/editing/bundle/parse-bundle.ts';
import { statement } from '../../src/domain/pages/entry-line.ts';
import { plainText } from '../../src/domain/pages/plain-text.ts';
import { isProblem } from '../../src/domain/problem.ts';
import type { Topic } from '../../src/domain/records/identifiers.ts';
import type { Post } from '../../src/domain/records/thread.ts';
import { NewsroomService } from '../../src/services/newsroom-service.ts';
import { PublicAnswers } from '../../src/services/public-answers.ts';
import { newsroomPages } from '../../src/services/publishing/newsroom-pages.ts';
import { JournalInMemory } from '../support/journal-in-memory.ts';
import { sampleFile } from '../support/slugline.ts';
import { StandingClock } from '../support/standing-clock.ts';
import { FakeWorkspace } from './support/fake-workspace.ts';

const days = 86_400_000;
const channel = 'C0AUTOS';

/** The sample newsroom, two days after it was imported, and what it says to everybody. */
async function atTheDesk() {
  const clock = new StandingClock('2026-02-10T12:00:00.000Z');
  const newsroom = new NewsroomService(new JournalInMemory(), clock);
  const workspace = new FakeWorkspace(clock);
  const publicAnswers = new PublicAnswers({ newsroom, announcer: workspace, clock, zone: 'UTC' });
  const records = (...changes: Change[]) => newsroom.record('UED', () => changes);
  const bundle = parseBundle(readFileSync(sampleFile, 'utf8'), sampleFile);
  if (isProblem(bundle)) throw new Error(bundle.problem);
  await newsroom.record('import', (state) => {
    const imported = importBundle(state, bundle, sampleFile);
    return isProblem(imported) ? imported : imported.changes;
  });
  await clock.pass(2 * days);
  const asked = { key: 'click:1', channel, by: 'UANA' };
  const posted = (made: unknown): Post => made as Post;
  return {
    clock,
    newsroom: newsroom.newsroom,
    records,
    mentions: async (words: string) => {
      const made = await publicAnswers.mention({
        ...asked,
        words,
        threadTs: '1770000000.000000',
        inThread: false,
      });
      return { post: posted(made), text: workspace.messages.at(-1)?.text ?? '' };
    },
    shares: async (words: string) => {
      const made = await publicAnswers.share({ ...asked, words, sharedBy: 'ana' });
      return { post: posted(made), text: workspace.messages.at(-1)?.text ?? '' };
    },
    /** What an edit makes of the message now. */
    redrawn: (post: Post) => plainText(newsroomPages('UTC').edited(newsroom.newsroom, post, clock.now())),
  };
}

const firstLine = (text: string): string => text.split('\n')[0] ?? '';
/** An entry that the message shows, by its number. */
const shownOn = ({ shows }: Post): string => {
  const [first] = shows;
  if (!first) throw new Error('the message shows no entry');
  return first.entry;
};
const corrects = (id: string): Change => ({
  ...{ type: 'entry-corrected', id, set: { text: 'It was a plant in Tennessee' }, reason: 'misheard' },
});
const withdraws = (id: string): Change => ({ type: 'entry-withdrawn', id, reason: 'another deal' });

const views = [
  'ford-xiaomi',
  'ford-xiaomi timeline',
  'ford-xiaomi timeline page:2',
  'ford-xiaomi claims',
  'ford-xiaomi changes',
  'ford xiaomi',
  'entity:xiaomi',
  'E-1',
  'page:1',
  'ford-xiaomi as-of:yesterday',
  'ford-xiaomi timeline page:2 as-of:yesterday',
];

describe.each(views)('a message that answers “%s”', (words) => {
  test('is drawn anew as that view when an entry on it is corrected, with what was corrected', async () => {
    const desk = await atTheDesk();
    const { post, text } = await desk.mentions(words);
    await desk.clock.pass(3 * days);
    await desk.records(corrects(shownOn(post)));

    const redrawn = desk.redrawn(post);

    expect(redrawn).toContain('Tennessee');
    expect(redrawn).toMatch(/Changed since this was posted|Corrected 1/);
    if (words !== 'E-1') expect(redrawn).toContain(firstLine(text));
  });

  test('says no word of an entry on it that is withdrawn', async () => {
    const desk = await atTheDesk();
    const { post } = await desk.mentions(words);
    const id = shownOn(post);
    const entry = desk.newsroom.entries.get(id);
    const killed = entry ? statement(entry).slice(0, 40) : '';
    await desk.clock.pass(3 * days);
    await desk.records(withdraws(id));

    const redrawn = desk.redrawn(post);

    expect(killed.length).toBeGreaterThan(10);
    expect(redrawn).toContain('Withdrawn: do not use');
    expect(redrawn).not.toContain(killed);
  });
});

test('a shared page of the past stays that page, and who shared it stands on it', async () => {
  const desk = await atTheDesk();
  const { post, text } = await desk.shares('ford-xiaomi timeline as-of:2026-02-11');
  await desk.clock.pass(3 * days);
  await desk.records(corrects(shownOn(post)));

  const redrawn = desk.redrawn(post);

  expect(text).toContain('As of');
  expect(redrawn).toContain(firstLine(text));
  expect(redrawn).toContain('Shared by');
  expect(redrawn).toContain('Changed since this was posted');
});

test('a message of before, which did not keep what was asked, is drawn anew as the briefing', async () => {
  const desk = await atTheDesk();
  const { post } = await desk.mentions('ford-xiaomi timeline');
  const { asked: _, ...old } = post;
  await desk.records(corrects(shownOn(post)));

  expect(desk.redrawn(old)).toContain('What we know');
});

test('a briefing that was drawn anew without an entry still says when that is withdrawn, and its thread is owed it', async () => {
  const desk = await atTheDesk();
  const { post } = await desk.shares('ford-xiaomi');
  const [held, other] = post.shows.map(({ entry }) => entry);
  await desk.records({ type: 'entry-embargoed', id: held!, until: '2026-03-01T06:00:00.000Z' });
  await desk.records(corrects(other!));
  const shows = post.shows.filter(({ entry }) => entry !== held);
  await desk.records({ type: 'posted', post: { ...post, shows }, drawnSeq: desk.newsroom.seq });

  await desk.records(withdraws(held!));

  const kept = desk.newsroom.posts.get(`${post.channel}:${post.ts}`);
  expect(desk.redrawn(kept!)).toContain(`Withdrawn: do not use. ${held}`);
  expect([...desk.newsroom.deliveries.rowKeys()]).toContain(`notice:${held}:2:${post.channel}:${post.ts}`);
});

test('what was asked is kept by the name that lasts', async () => {
  const desk = await atTheDesk();
  const topics: Topic[] = [{ kind: 'story', slug: 'ford-xiaomi' }];

  const { post } = await desk.mentions('Ford Xiaomi talks timeline page:2 as-of:yesterday');

  expect(post).toMatchObject({ topics, asked: 'story:ford-xiaomi timeline page:2 as-of:2026-02-11T23:59Z' });
});
