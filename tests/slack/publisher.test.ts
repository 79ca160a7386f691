import { WebClient } from '@slack/web-api';
import { systemClock } from '../../src/app.ts';
import type { Change } from '../../src/domain/change.ts';
import { NewsroomService } from '../../src/services/newsroom-service.ts';
import { Publisher } from '../../src/services/publisher.ts';
import { newsroomPages } from '../../src/services/publishing/newsroom-pages.ts';
import { slackAnnouncer } from '../../src/slack/announcer.ts';
import { added, corrected, story, subscribed } from '../services/support/followed.ts';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { allScopes, type FakeSlackOptions } from '../support/fake-slack/settings.ts';
import { silentLogger } from '../support/fake-slack/silent-logger.ts';
import type { SlackObject } from '../support/fake-slack/slack-object.ts';
import { startFakeSlack } from '../support/fake-slack/start-fake-slack.ts';
import type { Fault } from '../support/fake-slack/state/faults.ts';
import type { Message } from '../support/fake-slack/state/timeline.ts';
import { JournalInMemory } from '../support/journal-in-memory.ts';
import { ana, autos, city, deskWorkspace, eventually, fordChannel } from '../support/slugline.ts';

/** A second of the publisher's takes this many milliseconds here; Slack's own clock goes on as ever. */
const secondMs = 20;
const answerWithinMs = 150;

let started: { slack: FakeSlack; publisher: Publisher } | undefined;

async function following(channels: readonly string[], workspace: FakeSlackOptions = deskWorkspace) {
  const slack = await startFakeSlack(workspace);
  const service = new NewsroomService(new JournalInMemory(), systemClock);
  await service.load();
  const records = (...changes: Change[]) => service.record('UED', () => changes);
  await records(story('talks'));
  for (const [at, channel] of channels.entries())
    await records(subscribed(`S-${at + 1}`, channel, 'talks', { owner: ana }));
  const client = new WebClient(slack.botToken, {
    ...{ slackApiUrl: slack.apiUrl, timeout: answerWithinMs, logger: silentLogger },
    ...{ retryConfig: { retries: 0 }, rejectRateLimitedCalls: true },
  });
  const publisher = new Publisher({
    ...{ newsroom: service, clock: systemClock, pages: newsroomPages('UTC') },
    timer: {
      after: (ms, run) => {
        const timeout = setTimeout(run, (ms * secondMs) / 1000);
        return () => clearTimeout(timeout);
      },
    },
    announcer: slackAnnouncer(client, { nameOf: async () => 'Ana Reyes' }),
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  publisher.start();
  started = { slack, publisher };
  const allPosted = () => eventually(() => service.newsroom.deliveries.size === 0, 8000);
  return { slack, service, publisher, records, allPosted };
}

afterEach(async () => {
  await started?.publisher.stop();
  await started?.slack.stop();
});

const keyOf = ({ metadata }: { metadata?: unknown }): string => {
  const { event_payload: payload } = (metadata ?? {}) as { event_payload?: { key?: string } };
  return payload?.key ?? '';
};
const shortKey = (message: { metadata?: unknown }): string => {
  const [what, entry = '', revision] = keyOf(message).split(':');
  if (what === 'open') return 'card';
  return what === 'notice' ? `${entry}/${revision}` : entry;
};
const shown = (slack: FakeSlack, channel: string): string[] => slack.transcript(channel).map(shortKey);
const ofEntry = (args: SlackObject): boolean => keyOf(args).startsWith('entry:');

/** Goes wrong so many times, for the calls that match. */
function failTimes(slack: FakeSlack, times: number, fault: Fault, matches: (args: SlackObject) => boolean) {
  let left = times;
  slack.fail('chat.postMessage', (args) => matches(args) && left-- > 0, fault);
}

describe('in Slack', () => {
  test('a channel gets its card and below it every entry, with metadata to find them by', async () => {
    const { slack, records, allPosted } = await following([autos]);

    await records(added('E-1'));
    await records(added('E-2'));
    await allPosted();

    const [card, first, second] = slack.transcript(autos) as [Message, Message, Message];
    expect(shown(slack, autos)).toEqual(['card', 'E-1', 'E-2']);
    expect(slack.thread(card)).toEqual([card, first, second]);
    expect(slack.buttons(card)).toContain('Briefing');
    expect(first.metadata).toEqual({
      event_type: 'slugline_delivery',
      event_payload: { key: `entry:E-1:${autos}` },
    });
  });

  test('a correction edits what was shown, keeps its metadata, and is told in the thread', async () => {
    const { slack, records, allPosted } = await following([autos]);
    await records(added('E-1'));
    await allPosted();

    await records(corrected('E-1'));
    await allPosted();

    const [card, entry] = slack.transcript(autos) as [Message, Message];
    expect(shown(slack, autos)).toEqual(['card', 'E-1', 'E-1/1']);
    expect(entry.text).toContain('should have said');
    expect(entry.edited).toBeDefined();
    expect(card.edited).toBeDefined();
  });

  test('no word of a withdrawn entry is left', async () => {
    const { slack, records, allPosted } = await following([autos]);
    await records(added('E-1', { text: 'A hoax about a plant' }));
    await allPosted();

    await records({ type: 'entry-withdrawn', id: 'E-1', reason: 'It did not happen.' });
    await allPosted();

    expect(JSON.stringify(slack.transcript(autos))).not.toContain('hoax');
    expect(slack.transcript(autos).at(-1)?.text).toContain('Withdrawn');
  });

  test('milestones are shown in the channel, too', async () => {
    const { slack, records, service, allPosted } = await following([autos]);
    await service.record('UED', () => [
      { type: 'subscription-changed', id: 'S-1', set: { threading: 'milestones' } },
    ]);

    await records(added('E-1'), added('E-2', { urgency: 2 }));
    await allPosted();

    const broadcast = slack
      .callsTo('chat.postMessage')
      .filter(({ args }) => args['reply_broadcast'])
      .map(({ args }) => keyOf(args));
    expect(broadcast).toEqual([`entry:E-2:${autos}`]);
  });

  test('a card that somebody deleted is succeeded by another', async () => {
    const { slack, records, allPosted } = await following([autos]);
    await records(added('E-1'));
    await allPosted();
    for (const message of [...slack.transcript(autos)].reverse()) slack.state.timeline.remove(message);

    await records(added('E-2'));
    await allPosted();
    await records(added('E-3'));
    await allPosted();

    const left = slack.transcript(autos).filter(({ isTombstone }) => !isTombstone);
    expect(left.map(shortKey)).toEqual(['card', 'E-2', 'E-3']);
  });

  test('where the app is no member nothing is lost: its owner is told how to invite it', async () => {
    const { slack, records, service, publisher, allPosted } = await following([city]);

    await records(added('E-1'));
    await slack.until(() => slack.directMessages(ana).length > 0, { what: 'word to the owner' });
    const parked = publisher.health;
    slack.state.directory.channel(city).members.add(slack.botUserId);
    await service.record('slack', () => [{ type: 'subscription-parked', id: 'S-1', error: null }]);
    await allPosted();

    expect(slack.directMessages(ana)[0]?.text).toContain('/invite @slugline');
    expect(parked).toEqual({ owed: 1, parked: 1 });
    expect(shown(slack, city)).toEqual(['card', 'E-1']);
  });

  test('a message whose blocks Slack does not take goes out as words', async () => {
    const { slack, records, allPosted } = await following([autos]);
    failTimes(slack, 1, { error: 'invalid_blocks' }, ofEntry);

    await records(added('E-1', { text: '*not bold* & <!here>' }));
    await allPosted();

    const entry = slack.transcript(autos)[1];
    expect(entry?.blocks).toEqual([]);
    expect(entry?.text).toContain('*not bold* &amp; &lt;!here&gt;');
    expect(slack.callsTo('chat.postMessage').at(-1)?.args['mrkdwn']).toBe('false');
  });

  test('an edit whose blocks Slack does not take puts its words in place of the old blocks', async () => {
    const { slack, records, allPosted } = await following([autos]);
    await records(added('E-1'));
    await allPosted();
    let left = 1;
    const [, before] = slack.transcript(autos);
    slack.fail('chat.update', ({ ts }) => ts === before?.ts && left-- > 0, { error: 'invalid_blocks' });

    await records({ type: 'entry-withdrawn', id: 'E-1', reason: 'It did not happen.' });
    await allPosted();

    const [, entry] = slack.transcript(autos);
    expect(entry?.text).toContain('Withdrawn');
    expect(entry?.blocks).toEqual([]);
    expect(JSON.stringify(slack.transcript(autos))).not.toContain('What E-1 says');
  });

  test('no link in it is unfurled: what a page elsewhere says is not the newsroom’s', async () => {
    const { slack, records, allPosted } = await following([autos]);

    await records(added('E-1'));
    await allPosted();

    for (const { args } of slack.callsTo('chat.postMessage'))
      expect(args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
  });
});

const ambiguous: readonly (readonly [name: string, fault: Fault])[] = [
  ['a 500 before the message landed', { status: 500 }],
  ['a 500 after it landed', { status: 500, landed: true }],
  ['a 503 before the message landed', { status: 503 }],
  ['a 503 after it landed', { status: 503, landed: true }],
  ['a reset before the message landed', { reset: 'before-landing' }],
  ['a reset after it landed', { reset: 'after-landing' }],
  ['an answer that comes too late', { slowMs: answerWithinMs * 3 }],
  ['internal_error', { error: 'internal_error' }],
  ['fatal_error', { error: 'fatal_error' }],
  ['service_unavailable', { error: 'service_unavailable' }],
  ['a 429', { rateLimitedForSeconds: 3 }],
];

describe.each(ambiguous)('after %s', (_, fault) => {
  test('for the card, everything stands there once and in order', async () => {
    const { slack, records, allPosted } = await following([autos]);
    failTimes(slack, 1, fault, (args) => keyOf(args).startsWith('open:'));

    await records(added('E-1'), added('E-2'));
    await allPosted();

    expect(shown(slack, autos)).toEqual(['card', 'E-1', 'E-2']);
  });

  test('for an entry, twice, everything stands there once and in order', async () => {
    const { slack, records, allPosted } = await following([autos]);
    failTimes(slack, 2, fault, ofEntry);

    await records(added('E-1'), added('E-2'), added('E-3'));
    await allPosted();

    expect(shown(slack, autos)).toEqual(['card', 'E-1', 'E-2', 'E-3']);
  });

  test('for word of a correction, it is told once', async () => {
    const { slack, records, allPosted } = await following([autos]);
    await records(added('E-1'));
    await allPosted();
    failTimes(slack, 1, fault, (args) => keyOf(args).startsWith('notice:'));

    await records(corrected('E-1'));
    await allPosted();

    expect(shown(slack, autos)).toEqual(['card', 'E-1', 'E-1/1']);
  });

  test('for a message of its own in the channel, it stands there once', async () => {
    const { slack, records, service, allPosted } = await following([autos]);
    await service.record('UED', () => [
      { type: 'subscription-changed', id: 'S-1', set: { threading: 'channel' } },
    ]);
    failTimes(slack, 1, fault, ofEntry);

    await records(added('E-1'), added('E-2'));
    await allPosted();

    expect(shown(slack, autos)).toEqual(['E-1', 'E-2']);
  });
});

describe('reading back', () => {
  test('without the scope for it, the message is posted again', async () => {
    const scopes = allScopes.filter((scope) => !scope.endsWith(':history'));
    const { slack, records, allPosted } = await following([autos], { ...deskWorkspace, scopes });
    failTimes(slack, 1, { reset: 'after-landing' }, ofEntry);

    await records(added('E-1'));
    await allPosted();

    expect(shown(slack, autos)).toEqual(['card', 'E-1', 'E-1']);
  });

  test('goes on to the next page of a long thread', async () => {
    const { slack, records, allPosted } = await following([autos]);
    await records(added('E-1'));
    await allPosted();
    const [card] = slack.transcript(autos) as [Message];
    for (let at = 0; at < 450; at += 1) slack.says(ana, autos, `Word ${at}`, { threadTs: card.ts });
    failTimes(slack, 1, { reset: 'after-landing' }, ofEntry);

    await records(added('E-2'));
    await allPosted();

    expect(shown(slack, autos).filter(Boolean)).toEqual(['card', 'E-1', 'E-2']);
    expect(slack.callsTo('conversations.replies').length).toBeGreaterThan(1);
  });

  test.each(['a_word_never_heard_before', 'invalid_cursor'])(
    'that Slack refuses with %s leaves the message to be posted again',
    async (error) => {
      const { slack, records, allPosted } = await following([autos]);
      failTimes(slack, 1, { reset: 'after-landing' }, ofEntry);
      slack.fail('conversations.replies', () => true, { error });

      await records(added('E-1'));
      await allPosted();

      expect(shown(slack, autos)).toEqual(['card', 'E-1', 'E-1']);
    },
  );

  test('that Slack holds up is tried again: the message is not posted in the meantime', async () => {
    const { slack, records, allPosted } = await following([autos]);
    failTimes(slack, 1, { reset: 'after-landing' }, ofEntry);
    slack.failNext('conversations.replies', { rateLimitedForSeconds: 5 });
    slack.failNext('conversations.replies', { status: 500 });

    await records(added('E-1'));
    await allPosted();

    expect(shown(slack, autos)).toEqual(['card', 'E-1']);
  });
});

test('a channel that Slack holds up does not stall another', async () => {
  const { slack, records, allPosted } = await following([autos, fordChannel]);
  failTimes(slack, 1, { rateLimitedForSeconds: 100 }, (args) => args.channel === autos);

  await records(added('E-1'));
  await slack.until(() => slack.transcript(fordChannel).length === 2, { what: 'the other channel' });
  const held = slack.transcript(autos).length;
  await allPosted();

  expect(held).toBe(0);
  expect(shown(slack, autos)).toEqual(['card', 'E-1']);
});
