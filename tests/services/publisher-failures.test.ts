import { added, corrected, Followed, hours, seconds, story, subscribed } from './support/followed.ts';

const open = (channel: string) => ({ matches: (call: { channel: string }) => call.channel === channel });
const ofEntry = { matches: ({ key = '' }: { key?: string | undefined }) => key.startsWith('entry:') };

async function postingIn(...channels: string[]): Promise<Followed> {
  const followed = await Followed.with(channels);
  followed.publisher.start();
  return followed;
}

const said = (followed: Followed, level: string) =>
  followed.logged.filter((line) => line.level === level).map(({ what }) => what);

describe('asked to wait', () => {
  test('the channel waits that long and posts the same message', async () => {
    const followed = await postingIn('C1');
    followed.workspace.fail('post', { waitSeconds: 30 });

    await followed.records(added('E-1'));
    await followed.pass(29 * seconds);
    const before = followed.workspace.keysIn('C1');
    await followed.pass(5 * seconds);

    expect(before).toEqual([]);
    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1']);
  });

  test('over and over, nothing is lost or repeated', async () => {
    const followed = await postingIn('C1');
    followed.workspace.fail('post', { waitSeconds: 7 }, { times: 9 });

    await followed.records(added('E-1'), added('E-2'));
    await followed.pass(120 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-2']);
  });
});

describe.each([
  ...['not_in_channel', 'channel_not_found', 'no_permission', 'is_archived', 'restricted_action'],
  ...['restricted_action_read_only_channel', 'ekm_access_denied', 'a_word_never_heard_before'],
])('%s', (error) => {
  test('parks what the channel follows, tells who subscribed it once, and keeps what is owed', async () => {
    const followed = await postingIn('C1', 'C2');
    followed.workspace.closed.set('C1', error);

    await followed.records(added('E-1'));
    await followed.records(added('E-2'));
    await followed.pass(20 * seconds);

    expect(followed.newsroom.subscriptions.get('S-1')?.parked).toBe(error);
    expect(followed.publisher.health).toEqual({ owed: 2, parked: 2 });
    expect(followed.workspace.in('UANA')).toHaveLength(1);
    expect(followed.workspace.in('UANA')[0]?.text).toMatch(/C1/);
    expect(followed.workspace.keysIn('C2')).toEqual(['card', 'E-1', 'E-2']);
    expect(followed.workspace.calls.filter(({ channel }) => channel === 'C1')).toHaveLength(1);
  });
});

describe('what is parked', () => {
  test('goes out in order when the channel is open again', async () => {
    const followed = await postingIn('C1');
    followed.workspace.closed.set('C1', 'not_in_channel');
    await followed.records(added('E-1'), added('E-2'));
    await followed.pass(20 * seconds);

    followed.workspace.closed.clear();
    await followed.records({ type: 'subscription-parked', id: 'S-1', error: null });
    await followed.pass(20 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-2']);
    expect(followed.publisher.health).toEqual({ owed: 0, parked: 0 });
  });

  test('is tried once an hour, and goes on by itself when Slack takes it', async () => {
    const followed = await postingIn('C1');
    followed.workspace.closed.set('C1', 'restricted_action');
    await followed.records(added('E-1'));
    await followed.pass(10 * seconds);

    await followed.pass(3 * hours);
    const tried = followed.workspace.calls.filter(({ channel }) => channel === 'C1').length;
    followed.workspace.closed.clear();
    await followed.pass(1 * hours);

    expect(tried).toBe(4);
    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1']);
    expect(followed.newsroom.subscriptions.get('S-1')?.parked).toBeUndefined();
    expect(followed.workspace.in('UANA')).toHaveLength(1);
  });

  test('is tried at a start: nobody told us of an invitation while we were away', async () => {
    const followed = await postingIn('C1');
    followed.workspace.closed.set('C1', 'not_in_channel');
    await followed.records(added('E-1'));
    await followed.pass(10 * seconds);
    await followed.publisher.stop();

    followed.workspace.closed.clear();
    await followed.opens();
    followed.publisher.start();
    await followed.pass(10 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1']);
    expect(followed.newsroom.subscriptions.get('S-1')?.parked).toBeUndefined();
  });

  test('because another organization reads along waits for an editor, however often we start', async () => {
    const followed = await postingIn('C1');
    await followed.records({ type: 'subscription-parked', id: 'S-1', error: 'channel_shared' });
    await followed.records(added('E-1'));
    await followed.publisher.stop();
    await followed.opens();
    followed.publisher.start();

    await followed.pass(5 * hours);

    expect(followed.workspace.calls).toEqual([]);
    expect(followed.publisher.health).toEqual({ owed: 1, parked: 1 });
  });

  test('in a channel that follows nothing is a notice, and it is tried again after an hour', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'));
    await followed.pass(10 * seconds);
    await followed.records({ type: 'unsubscribed', id: 'S-1' });
    await followed.pass(10 * seconds);
    followed.workspace.closed.set('C1', 'not_in_channel');

    await followed.records(corrected('E-1'));
    await followed.pass(60 * seconds);
    const whileClosed = followed.workspace.callsTo('post').length;
    followed.workspace.closed.clear();
    await followed.pass(1 * hours);

    expect(whileClosed).toBe(3);
    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-1/1']);
  });
});

describe.each([
  ...['thread_not_found', 'restricted_action_thread_locked', 'cannot_reply_to_message', 'message_not_found'],
])('a thread that answers %s', (error) => {
  test('is left for a new card', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'));
    await followed.pass(10 * seconds);
    const [first] = followed.workspace.in('C1');
    followed.workspace.deletedThreads.set(first?.ts ?? '', error);

    await followed.records(added('E-2'), added('E-3'));
    await followed.pass(20 * seconds);

    const [, , second, ...replies] = followed.workspace.in('C1');
    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'card', 'E-2', 'E-3']);
    expect(replies.every(({ threadTs }) => threadTs === second?.ts)).toBe(true);
  });

  test('gets its corrections below the new card', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'));
    await followed.pass(10 * seconds);
    const [first] = followed.workspace.in('C1');
    followed.workspace.deletedThreads.set(first?.ts ?? '', error);

    await followed.records(corrected('E-1'));
    await followed.pass(20 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'card', 'E-1/1']);
    expect(followed.owed).toBe(0);
  });
});

describe.each(['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'msg_too_long'])(
  '%s',
  (error) => {
    test('is our bug: it is logged, and the words are sent without blocks, once', async () => {
      const followed = await postingIn('C1');
      followed.workspace.fail('post', { error }, ofEntry);

      await followed.records(added('E-1'), added('E-2'));
      await followed.pass(20 * seconds);

      const [, first, second] = followed.workspace.in('C1');
      expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-2']);
      expect([first?.isPlainText, second?.isPlainText]).toEqual([true, false]);
      expect(said(followed, 'error')).toEqual(['Slack does not take a message as we made it']);
    });

    test('for the words, too, gives that message up on record, and the next goes out', async () => {
      const followed = await postingIn('C1');
      followed.workspace.fail('post', { error }, { times: 2, ...ofEntry });

      await followed.records(added('E-1'), added('E-2'));
      await followed.pass(20 * seconds);

      const dropped = followed.journal.acts.flatMap(({ changes }) =>
        changes.filter(({ type }) => type === 'delivery-dropped'),
      );
      expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-2']);
      expect(dropped).toHaveLength(1);
    });
  },
);

test.each(['metadata_too_large', 'invalid_metadata_format', 'invalid_metadata_schema'])(
  'after %s the message goes without metadata',
  async (error) => {
    const followed = await postingIn('C1');
    followed.workspace.fail('post', { error }, ofEntry);

    await followed.records(added('E-1'), added('E-2'));
    await followed.pass(20 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'no key', 'E-2']);
    expect(followed.owed).toBe(0);
  },
);

describe.each(['token_revoked', 'token_expired', 'account_inactive', 'invalid_auth', 'missing_scope'])(
  '%s',
  (error) => {
    test('stops everything, says so once, and keeps what is owed', async () => {
      const followed = await postingIn('C1', 'C2', 'C3');
      followed.workspace.fail('post', { error }, { times: 1000 });

      await followed.records(added('E-1'));
      await followed.pass(60 * seconds);
      const asked = followed.workspace.calls.length;
      await followed.records(added('E-2'));
      await followed.pass(60 * seconds);

      expect(followed.publisher.health).toEqual({ owed: 6, parked: 0, halted: error });
      expect(followed.workspace.calls).toHaveLength(asked);
      expect(said(followed, 'error')).toHaveLength(1);
    });

    test('is tried again after a while: with its access mended, all goes out in order', async () => {
      const followed = await postingIn('C1', 'C2');
      followed.workspace.fail('post', { error }, { times: 2 });

      await followed.records(added('E-1'), added('E-2'));
      await followed.pass(1 * hours);

      expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-2']);
      expect(followed.workspace.keysIn('C2')).toEqual(['card', 'E-1', 'E-2']);
      expect(followed.publisher.health).toEqual({ owed: 0, parked: 0 });
    });
  },
);

describe('a message that Slack did not confirm', () => {
  test.each([
    ['was posted', true],
    ['was not posted', false],
  ])('and that %s stands there once', async (_, lands) => {
    const followed = await postingIn('C1');
    followed.workspace.fail('post', { lands }, { times: 2 });
    followed.workspace.fail('post', { lands }, { times: 1, ...ofEntry });

    await followed.records(added('E-1'), added('E-2'));
    await followed.pass(60 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-2']);
    expect(followed.owed).toBe(0);
  });

  test.each([
    ['while it is looked for', 2, 1],
    ['only after it was looked for once', 8, 2],
  ])('and that lands late, %s, stands there once', async (_, after, times) => {
    const followed = await postingIn('C1');
    followed.workspace.fail('post', { landsAfterMs: after * seconds }, ofEntry);

    await followed.records(added('E-1'), added('E-2'));
    await followed.pass(60 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-2']);
    expect(followed.workspace.callsTo('find')).toHaveLength(times);
    expect(followed.owed).toBe(0);
  });

  test('and of which Slack says that it failed is looked for once', async () => {
    const followed = await postingIn('C1');
    followed.workspace.fail('post', { lands: false }, ofEntry);

    await followed.records(added('E-1'));
    await followed.pass(60 * seconds);

    expect(followed.workspace.callsTo('find')).toHaveLength(1);
    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1']);
  });

  test('is looked for before anything else is posted there, be it urgent', async () => {
    const followed = await postingIn('C1');
    followed.workspace.fail('post', { lands: true }, ofEntry);
    await followed.records(added('E-1'));
    await followed.pass(2 * seconds);

    await followed.records(added('E-2', { urgency: 1 }));
    await followed.pass(20 * seconds);

    const asked = followed.workspace.calls.map(({ method }) => method);
    expect(asked.filter((method) => method !== 'edit')).toEqual(['post', 'post', 'find', 'post']);
    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-2']);
  });

  test('is posted again where the app may not read: a repeated line is better than a lost one', async () => {
    const followed = await postingIn('C1');
    followed.workspace.unreadable.add('C1');
    followed.workspace.fail('post', { lands: true }, ofEntry);

    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-1']);
  });

  test('stays in doubt while Slack does not let us look', async () => {
    const followed = await postingIn('C1');
    followed.workspace.fail('post', { lands: true }, ofEntry);
    followed.workspace.fail('find', { waitSeconds: 30 }, { times: 2 });

    await followed.records(added('E-1'));
    await followed.pass(60 * seconds);
    const before = followed.workspace.callsTo('post').length;
    await followed.pass(20 * seconds);

    expect(before).toBe(2);
    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1']);
    expect(followed.owed).toBe(0);
  });

  test('and whose entry was withdrawn meanwhile is put right when it is found', async () => {
    const followed = await postingIn('C1');
    followed.workspace.fail('post', { lands: true }, ofEntry);
    await followed.records(added('E-1'));
    await followed.pass(2 * seconds);

    await followed.records({ type: 'entry-withdrawn', id: 'E-1', reason: 'It was a hoax.' });
    await followed.pass(60 * seconds);

    const [, entry] = followed.workspace.in('C1');
    expect(entry?.text).toContain('Withdrawn');
    expect(entry?.text).not.toContain('What E-1 says');
    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-1/1']);
  });
});

describe('an edit', () => {
  test('of a message that is gone is given up, and the next entry opens a new card', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'));
    await followed.pass(10 * seconds);
    followed.workspace.messages.splice(0, 1);

    await followed.records(added('E-2'));
    await followed.pass(20 * seconds);
    await followed.records(added('E-3'));
    await followed.pass(20 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['E-1', 'E-2', 'card', 'E-3']);
    expect(followed.owed).toBe(0);
  });

  test('that Slack holds up waits in its channel alone', async () => {
    const followed = await postingIn('C1', 'C2');
    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);
    followed.workspace.fail('edit', { waitSeconds: 60 }, { times: 1, ...open('C1') });

    await followed.records(corrected('E-1'));
    await followed.pass(20 * seconds);
    const early = ['C1', 'C2'].map((channel) => followed.workspace.in(channel)[1]?.edits);
    await followed.pass(60 * seconds);

    expect(early).toEqual([0, 1]);
    expect(followed.workspace.in('C1')[1]?.edits).toBe(1);
    expect(followed.owed).toBe(0);
  });

  test('that Slack did not confirm is simply made again', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);
    followed.workspace.fail('edit', { lands: true }, { times: 3 });

    await followed.records(corrected('E-1'));
    await followed.pass(60 * seconds);

    expect(followed.workspace.in('C1')[1]?.text).toContain('should have said');
    expect(followed.owed).toBe(0);
  });

  test('under way while its entry is corrected again is followed by another', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);
    let lets = () => {};
    const until = new Promise<void>((resolve) => (lets = resolve));
    followed.workspace.fail('edit', { until }, { times: 2 });
    await followed.records(corrected('E-1'));
    await followed.pass(1 * seconds);

    await followed.records({
      type: 'entry-corrected',
      id: 'E-1',
      set: { text: 'What E-1 says in the end' },
      reason: 'Once more.',
    });
    lets();
    await followed.pass(60 * seconds);

    expect(followed.workspace.in('C1')[1]?.text).toContain('in the end');
    expect(followed.workspace.in('C1')[0]?.text).toContain('in the end');
    expect(followed.owed).toBe(0);
  });
});

describe('an edit that Slack does not take', () => {
  test.each(['cant_update_message', 'edit_window_closed', 'cant_broadcast_message'])(
    'with %s is given up at once, and its channel goes on',
    async (error) => {
      const followed = await postingIn('C1');
      await followed.records(added('E-1'));
      await followed.pass(20 * seconds);
      const [, entry] = followed.workspace.in('C1');
      followed.workspace.fail('edit', { error }, { times: 1000 });

      await followed.records(corrected('E-1'), added('E-2'));
      await followed.pass(20 * seconds);

      expect(followed.newsroom.subscriptions.get('S-1')?.parked).toBeUndefined();
      expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-1/1', 'E-2']);
      expect(entry?.edits).toBe(0);
      expect(followed.workspace.callsTo('edit')).toHaveLength(2);
      expect(said(followed, 'error')).toEqual([]);
      expect(followed.owed).toBe(0);
    },
  );

  test('with a word that is not known is given up and logged: it says nothing of the channel', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);
    followed.workspace.fail('edit', { error: 'a_word_never_heard_before' }, { times: 1000 });

    await followed.records(corrected('E-1'), added('E-2'));
    await followed.pass(20 * seconds);

    expect(followed.newsroom.subscriptions.get('S-1')?.parked).toBeUndefined();
    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-1/1', 'E-2']);
    expect(said(followed, 'error')).toContain('Slack does not take an edit as we made it');
    expect(followed.owed).toBe(0);
  });

  test('with not_in_channel parks its channel, as a message would', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);
    followed.workspace.fail('edit', { error: 'not_in_channel' });

    await followed.records(corrected('E-1'));
    await followed.pass(20 * seconds);

    expect(followed.newsroom.subscriptions.get('S-1')?.parked).toBe('not_in_channel');
    expect(followed.owed).toBeGreaterThan(0);
  });
});

describe('a disk that is full', () => {
  test('keeps the channel from its next message until the last is on record', async () => {
    const followed = await postingIn('C1');
    followed.onStep = (step) => {
      if (step === 'sent:card') followed.journal.isFull = true;
    };
    await followed.records(added('E-1'), added('E-2'));
    await followed.pass(30 * seconds);
    const meanwhile = followed.workspace.keysIn('C1');

    followed.onStep = () => {};
    followed.journal.isFull = false;
    await followed.pass(30 * seconds);

    expect(meanwhile).toEqual(['card']);
    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-2']);
    expect(followed.owed).toBe(0);
  });

  test('lets nothing out of which there would be no record', async () => {
    const followed = await postingIn('C1');
    await followed.records(added('E-1'), added('E-2'));
    followed.journal.isFull = true;
    await followed.pass(30 * seconds);
    const meanwhile = followed.workspace.keysIn('C1');

    followed.journal.isFull = false;
    await followed.pass(30 * seconds);

    expect(meanwhile).toEqual([]);
    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-2']);
    expect(followed.owed).toBe(0);
  });
});

const ofCard = { matches: ({ key = '' }: { key?: string | undefined }) => key.startsWith('open:') };

describe('a card that Slack does not take in any form', () => {
  test('takes no entry with it: they stand in the channel by themselves', async () => {
    const followed = await postingIn('C1');
    followed.workspace.fail('post', { error: 'invalid_blocks' }, { times: 1000, ...ofCard });

    await followed.records(added('E-1'), added('E-2'));
    await followed.pass(20 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['E-1', 'E-2']);
    expect(followed.workspace.in('C1').map(({ threadTs }) => threadTs)).toEqual([undefined, undefined]);
    expect(followed.workspace.callsTo('post').filter(ofCard.matches)).toHaveLength(2);
    expect(followed.owed).toBe(0);
  });

  test('is tried again after the next start', async () => {
    const followed = await postingIn('C1');
    followed.workspace.fail('post', { error: 'invalid_blocks' }, { times: 2, ...ofCard });
    await followed.records(added('E-1'));
    await followed.pass(20 * seconds);
    await followed.publisher.stop();

    await followed.opens();
    followed.publisher.start();
    await followed.records(added('E-2'));
    await followed.pass(20 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['E-1', 'card', 'E-2']);
  });
});

describe('a publisher that died', () => {
  const points = ['drawn', 'noted', 'sent', 'recorded'].flatMap((when) =>
    ['card', 'entry', 'notice', ...(when === 'noted' ? [] : ['edit'])].flatMap((what) =>
      [1, 2].map((time) => [`${when}:${what}`, time] as const),
    ),
  );

  test.each(points)('at %s, time %i, leaves nothing lost, nothing twice, order kept', async (point, time) => {
    const followed = await Followed.with(['C1']);
    await followed.records(subscribed('S-9', 'C1', 'plant'));
    let passed = 0;
    followed.onStep = (step) => {
      passed += step === point ? 1 : 0;
      if (passed === time) followed.dies();
    };
    followed.publisher.start();

    await followed.records(added('E-1'), added('E-2', { stories: ['plant'] }));
    await livesOn(followed, 10 * seconds);
    await followed.records(added('E-3'), corrected('E-1'), corrected('E-2'));
    await livesOn(followed, 60 * seconds);

    expect(passed).toBe(time);
    expect(followed.workspace.keysIn('C1')).toEqual([
      ...['card', 'E-1', 'card', 'E-2'],
      ...['E-1/1', 'E-2/1', 'E-3'],
    ]);
    expect(followed.workspace.in('C1')[1]?.text).toContain('should have said');
    expect(followed.owed).toBe(0);
  });

  test('with two messages in doubt, as one more came while it was down, posts neither twice', async () => {
    const followed = await Followed.with(['C1'], { threading: 'channel' });
    followed.onStep = (step) => {
      if (step === 'sent:entry') followed.dies();
    };
    followed.publisher.start();
    await followed.records(added('E-1'), added('E-2'));
    await followed.pass(5 * seconds);

    await followed.opens();
    await followed.records(added('E-3', { urgency: 1 }));
    followed.publisher.start();
    await followed.pass(20 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['E-1', 'E-3', 'E-2']);
  });

  test('has what it posted last put right, when that is withdrawn while it is looked for', async () => {
    const followed = await Followed.with(['C1']);
    followed.onStep = (step) => {
      if (step === 'sent:entry') followed.dies();
    };
    followed.publisher.start();
    await followed.records(added('E-1'));
    await followed.pass(5 * seconds);

    await followed.opens();
    followed.workspace.fail('find', { waitSeconds: 30 });
    followed.publisher.start();
    await followed.pass(1 * seconds);
    await followed.records({ type: 'entry-withdrawn', id: 'E-1', reason: 'It was a hoax.' });
    await followed.pass(120 * seconds);

    expect(followed.workspace.keysIn('C1')).toEqual(['card', 'E-1', 'E-1/1']);
    expect(followed.workspace.in('C1')[1]?.text).not.toContain('What E-1 says');
    expect(followed.owed).toBe(0);
  });

  test('where the thread may not be read repeats one message at most', async () => {
    const followed = await Followed.with(['C1', 'C2'], { threading: 'channel' });
    followed.workspace.unreadable.add('C1');
    let sent = 0;
    followed.onStep = (step) => {
      sent += step === 'sent:entry' ? 1 : 0;
      if (sent === 2) followed.dies();
    };
    followed.publisher.start();
    await followed.records(...['E-1', 'E-2', 'E-3'].map((id) => added(id)));
    await livesOn(followed, 60 * seconds);

    expect(followed.workspace.keysIn('C1').length).toBeLessThanOrEqual(4);
    expect(new Set(followed.workspace.keysIn('C1')).size).toBe(3);
    expect(followed.workspace.keysIn('C2')).toEqual(['E-1', 'E-2', 'E-3']);
  });

  /** Lets time pass; if the process died, a new one starts on what is on record. */
  async function livesOn(followed: Followed, ms: number): Promise<void> {
    await followed.pass(ms);
    if (!followed.isDead) return;
    await followed.opens();
    followed.publisher.start();
    await followed.pass(ms);
  }
});

test('a story that nobody follows is nobody’s message', async () => {
  const followed = await postingIn('C1');
  await followed.records(story('quiet'));

  await followed.records(added('E-1', { stories: ['quiet'] }));
  await followed.pass(10 * seconds);

  expect(followed.workspace.calls).toEqual([]);
});
