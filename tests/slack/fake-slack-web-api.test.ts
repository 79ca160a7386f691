import { webApi } from '@slack/bolt';
import type { FakeSlack } from '../support/fake-slack/fake-slack.ts';
import { silentLogger } from '../support/fake-slack/silent-logger.ts';
import { startFakeSlack } from '../support/fake-slack/start-fake-slack.ts';
import { ana, autos, tinyNewsroom } from '../support/fake-slack/tiny-newsroom.ts';

type WebClient = webApi.WebClient;

describe('the Web API', () => {
  let slack: FakeSlack;
  let client: WebClient;

  beforeEach(async () => {
    slack = await startFakeSlack(tinyNewsroom);
    client = clientWith(slack.botToken);
  });

  afterEach(() => slack.stop());

  function clientWith(token: string): WebClient {
    return new webApi.WebClient(token, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      logger: silentLogger,
    });
  }

  const posts = (text = 'x') => client.chat.postMessage({ channel: autos, text });

  test.each<[string, (web: WebClient) => Promise<unknown>]>([
    ['channel_not_found', (web) => web.chat.postMessage({ channel: 'C0NONE', text: 'x' })],
    ['channel_not_found', (web) => web.conversations.info({ channel: 'C0DEALS' })],
    ['not_in_channel', (web) => web.chat.postMessage({ channel: 'C0CITY', text: 'x' })],
    ['is_archived', (web) => web.chat.postMessage({ channel: 'C0OLD', text: 'x' })],
    ['no_text', (web) => web.chat.postMessage({ channel: autos, text: '' })],
    ['msg_too_long', (web) => web.chat.postMessage({ channel: autos, text: 'x'.repeat(40_001) })],
    ['thread_not_found', (web) => web.chat.postMessage({ channel: autos, text: 'x', thread_ts: '1.2' })],
    ['thread_not_found', (web) => web.conversations.replies({ channel: autos, ts: '1.2' })],
    ['message_not_found', (web) => web.chat.update({ channel: autos, ts: '1.2', text: 'x' })],
    ['message_not_found', (web) => web.chat.getPermalink({ channel: autos, message_ts: '1.2' })],
    ['user_not_found', (web) => web.users.info({ user: 'U0NONE' })],
    ['no_such_subteam', (web) => web.usergroups.users.list({ usergroup: 'S0NONE' })],
    ['unknown_method', (web) => web.apiCall('chat.shout', {})],
    ['not_allowed_token_type', (web) => web.apps.connections.open({})],
    [
      'metadata_too_large',
      (web) =>
        web.chat.postMessage({
          channel: autos,
          text: 'x',
          metadata: { event_type: 'entry', event_payload: { text: 'x'.repeat(20_000) } },
        }),
    ],
  ])('refuses with %s', async (error, call) => {
    await expect(call(client)).rejects.toMatchObject({ data: { ok: false, error } });
  });

  test('knows its tokens and scopes', async () => {
    await expect(clientWith('xoxb-other').auth.test()).rejects.toMatchObject({
      data: { error: 'invalid_auth' },
    });
    expect(await client.auth.test()).toMatchObject({ ok: true, user_id: slack.botUserId });

    slack.state.settings.scopes = ['commands'];
    await expect(posts()).rejects.toMatchObject({ data: { error: 'missing_scope', needed: 'chat:write' } });
    expect(JSON.stringify(slack.calls)).not.toContain('xoxb');
  });

  test('names the place of what is beyond the limits', async () => {
    const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: '' } }];

    const attempt = client.chat.postMessage({ channel: autos, text: 'x', blocks });

    await expect(attempt).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        errors: ['must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
      },
    });
    expect(slack.transcript(autos)).toEqual([]);
  });

  test('edits and deletes its own messages only, and leaves a tombstone above replies', async () => {
    const mine = await posts();
    const said = slack.says(ana, autos, 'mine');
    const reply = await client.chat.postMessage({ channel: autos, text: 'y', thread_ts: String(mine.ts) });
    expect(String(reply.ts) > String(mine.ts)).toBe(true);

    await client.chat.update({ channel: autos, ts: String(mine.ts), text: 'corrected' });
    expect(slack.transcript(autos)[0]).toMatchObject({
      text: 'corrected',
      edited: { user: slack.botUserId },
    });
    await expect(client.chat.update({ channel: autos, ts: said.ts, text: 'x' })).rejects.toMatchObject({
      data: { error: 'cant_update_message' },
    });

    await client.chat.delete({ channel: autos, ts: String(mine.ts) });
    expect(slack.transcript(autos).map(({ text }) => text)).toEqual([
      'This message was deleted.',
      'mine',
      'y',
    ]);
  });

  test('reads a thread back with its metadata, in pages', async () => {
    const parent = await posts('card');
    for (const key of ['E-1', 'E-2', 'E-3']) {
      await client.chat.postMessage({
        channel: autos,
        text: key,
        thread_ts: String(parent.ts),
        metadata: { event_type: 'entry', event_payload: { key } },
      });
    }

    const keys: unknown[] = [];
    const pages = client.paginate('conversations.replies', {
      channel: autos,
      ts: String(parent.ts),
      include_all_metadata: true,
      limit: 2,
    });
    for await (const page of pages) {
      const { messages } = page as unknown as {
        messages: { metadata?: { event_payload: { key: string } } }[];
      };
      keys.push(messages.map(({ metadata }) => metadata?.event_payload.key));
    }

    expect(keys).toEqual([
      [undefined, 'E-1'],
      ['E-2', 'E-3'],
    ]);
    const { messages } = await client.conversations.replies({ channel: autos, ts: String(parent.ts) });
    expect(messages?.[1]?.metadata).toBeUndefined();
  });

  test('opens one modal for each trigger, within three seconds', async () => {
    const view = { type: 'modal' as const, title: { type: 'plain_text' as const, text: 'x' }, blocks: [] };
    const trigger_id = slack.state.triggers.issue(ana);
    const late = slack.state.triggers.issue(ana);

    const opened = await client.views.open({ trigger_id, view });
    await client.views.update({ view_id: String(opened.view?.id), view: { ...view, callback_id: 'later' } });
    expect(slack.modal(ana)?.callback_id).toBe('later');

    slack.advanceClock(3001);
    const failures = [trigger_id, late, 'nonsense'].map((id) => client.views.open({ trigger_id: id, view }));
    const errors = (await Promise.allSettled(failures)).map(
      (one) => 'reason' in one && one.reason.data.error,
    );
    expect(errors).toEqual(['exchanged_trigger_id', 'expired_trigger_id', 'invalid_trigger_id']);
  });

  test('a response_url serves five times, for thirty minutes', async () => {
    const issue = () => {
      const id = slack.state.responseUrls.issue({ user: ana, channel: autos });
      return `${slack.state.origin}/response/${id}`;
    };
    const use = async (url: string, content: object = { text: 'x' }) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(content) });
      return [response.status, ((await response.json()) as { error?: string }).error];
    };
    const url = issue();
    const old = issue();

    expect(await use(url, { blocks: [{ type: 'banner' }] })).toEqual([400, 'invalid_blocks']);
    for (let time = 1; time <= 5; time += 1) expect(await use(url)).toEqual([200, undefined]);
    expect(await use(url)).toEqual([404, 'used_url']);
    slack.advanceClock(30 * 60 * 1000 + 1000);
    expect(await use(old)).toEqual([404, 'expired_url']);
    expect(slack.callsTo('response_url')).toHaveLength(8);
  });

  describe('when something goes wrong', () => {
    test('a planned error and a 429 land nothing, and pass', async () => {
      slack.failNext('chat.postMessage', { error: 'internal_error' });
      slack.failNext('chat.postMessage', { rateLimitedForSeconds: 7 });

      await expect(posts()).rejects.toMatchObject({ data: { error: 'internal_error' } });
      await expect(posts()).rejects.toMatchObject({ retryAfter: 7 });
      expect((await posts()).ok).toBe(true);
      expect(slack.transcript(autos)).toHaveLength(1);
      expect(slack.calls.map(({ outcome }) => outcome)).toEqual(['internal_error', '429', 'ok']);
    });

    test.each([
      ['a reset before it landed', { reset: 'before-landing' }, 0],
      ['a reset after it landed', { reset: 'after-landing' }, 1],
      ['a 503', { status: 503 }, 0],
      ['a 503 after it landed', { status: 503, landed: true }, 1],
    ] as const)('%s leaves the channel with what really landed', async (_name, fault, landed) => {
      slack.failNext('chat.postMessage', fault);

      await expect(posts()).rejects.toThrow();

      expect(slack.transcript(autos)).toHaveLength(landed);
    });

    test('a slow answer lands at once and comes late; a fault can be meant for some calls only', async () => {
      const heal = slack.fail('chat.postMessage', ({ text }) => text === 'slow', { slowMs: 60 });
      const start = performance.now();

      const slow = posts('slow');
      await slack.until(() => slack.transcript(autos).length === 1);
      await posts('quick');
      const quickMs = performance.now() - start;
      await slow;
      const slowMs = performance.now() - start;

      expect(slowMs).toBeGreaterThanOrEqual(59);
      expect(quickMs).toBeLessThan(slowMs);
      heal();
      expect((await posts('slow')).ok).toBe(true);
    });

    test('a stop does not wait for a slow answer', async () => {
      slack.failNext('chat.postMessage', { slowMs: 60_000 });
      const slow = posts();
      await slack.until(() => slack.transcript(autos).length === 1);

      await slack.stop();

      await expect(slow).rejects.toThrow();
    });

    test('a channel takes one message a second, when told to', async () => {
      slack.state.settings.enforcesChannelRate = true;

      await posts();
      await expect(posts()).rejects.toMatchObject({ retryAfter: 1 });
      slack.advanceClock(1000);
      await posts();

      expect(slack.transcript(autos)).toHaveLength(2);
    });
  });
});
