import type { Page } from '../../src/domain/pages/page.ts';
import { plainText } from '../../src/domain/pages/plain-text.ts';
import { Announcements } from '../../src/services/announcements.ts';
import { NewsroomService } from '../../src/services/newsroom-service.ts';
import type { Announced, Announcement, Found } from '../../src/services/ports.ts';
import { JournalInMemory } from '../support/journal-in-memory.ts';
import { StandingClock, settled } from '../support/standing-clock.ts';

const channel = 'C0AUTOS';
const topic = { kind: 'story', slug: 'ford-xiaomi' } as const;
const page: Page = { parts: [{ part: 'paragraph', text: ['Ana subscribed this channel.'] }] };
const ana = { by: 'U0ANA', origin: { key: 'command:1' }, topics: [topic] };
const posted: Announced = { outcome: 'posted', ts: '1700000000.000001' };

/** A newsroom whose channel follows a story, and a Slack that answers each post as told. */
async function office(answers: Announced[], found: Found = { outcome: 'absent' }) {
  const clock = new StandingClock('2026-02-10T12:00:00.000Z');
  const newsroom = new NewsroomService(new JournalInMemory(), clock);
  const subscription = {
    ...{ topic, channel, owner: 'U0ANA' },
    ...{ kinds: ['fact' as const], withoutEntities: [], threading: 'thread' as const },
  };
  await newsroom.record('U0ANA', () => [{ type: 'subscribed', id: 'S-1', subscription }]);
  const sent: Announcement[] = [];
  const announcer = {
    post: async (message: Announcement) => {
      sent.push(message);
      return answers.shift() ?? posted;
    },
    find: async () => found,
  };
  const announcements = new Announcements({ newsroom, announcer, clock, timer: clock });
  const posts = () => [...newsroom.newsroom.posts.all()];
  return { announcements, newsroom, clock, sent, posts };
}

test('the channel is told, and the message is on record with what it is about', async () => {
  const { announcements, sent, posts } = await office([posted]);

  const problem = await announcements.say({ channel, page }, ana);

  expect(problem).toBeUndefined();
  expect(sent.map((message) => plainText(message.page))).toEqual(['Ana subscribed this channel.']);
  expect(posts()).toMatchObject([{ channel, as: 'answer', topics: [topic], by: 'U0ANA' }]);
});

test('a channel that turns out to be closed to us is parked, and the person hears why', async () => {
  const { announcements, newsroom, posts } = await office([{ outcome: 'refused', error: 'not_in_channel' }]);

  const problem = await announcements.say({ channel, page }, ana);

  expect(problem).toEqual({ problem: 'channel-closed', channel, error: 'not_in_channel' });
  expect(newsroom.newsroom.subscriptions.get('S-1')?.parked).toBe('not_in_channel');
  expect(posts()).toEqual([]);
});

test('where Slack asks to wait, the person does not: the channel is told when Slack lets us', async () => {
  const { announcements, clock, sent, posts } = await office([{ outcome: 'wait', seconds: 30 }, posted]);

  const saying = announcements.say({ channel, page }, ana);
  await clock.pass(1000);

  expect(await saying).toBeUndefined();
  expect(sent).toHaveLength(1);
  await clock.pass(29_000);
  expect(sent).toHaveLength(2);
  expect(posts()).toHaveLength(1);
});

test('a message in doubt that is there is not said again', async () => {
  const { announcements, sent, posts } = await office([{ outcome: 'unconfirmed' }], {
    ...{ outcome: 'there', ts: '1700000000.000002' },
  });

  await announcements.say({ channel, page }, ana);

  expect(sent).toHaveLength(1);
  expect(posts()).toMatchObject([{ ts: '1700000000.000002' }]);
});

test('a message in doubt that is not there is said again, under the same key', async () => {
  const { announcements, clock, sent, posts } = await office([{ outcome: 'unconfirmed' }, posted]);

  const saying = announcements.say({ channel, page }, ana);
  await clock.pass(2000);
  await saying;

  expect(sent.map(({ key }) => key)).toEqual(['told:command:1', 'told:command:1']);
  expect(posts()).toHaveLength(1);
});

test('a stop waits for what is being said, and leaves what Slack puts off', async () => {
  const { announcements, clock, sent } = await office([{ outcome: 'wait', seconds: 1 }]);

  void announcements.say({ channel, page }, ana);
  await settled();
  await announcements.stop();
  await clock.pass(60_000);

  expect(sent).toHaveLength(1);
});
