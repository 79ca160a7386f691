import type { WebClient } from '@slack/web-api';
import { findDelivery, metadataOf } from '../../src/slack/find-delivery.ts';

const sought = {
  channel: 'C1',
  threadTs: '1770022823.781000',
  key: 'entry:E-1:C1',
  since: '2026-02-02T09:00:00.000Z',
};

/** A thread of so many pages of two hundred, with the message on one of them, or on none. */
function thread(pages: number, { at = -1 } = {}) {
  let read = 0;
  const replies = async () => {
    read += 1;
    const isThere = read === at;
    const last = { ts: '1770022999.000001', ...(isThere ? { metadata: metadataOf(sought.key) } : {}) };
    const messages = [...Array.from({ length: 199 }, (_, nth) => ({ ts: `${nth}.0` })), last];
    return { messages, response_metadata: { next_cursor: read < pages ? `page-${read}` : '' } };
  };
  const client = { conversations: { replies } } as unknown as WebClient;
  return { client, read: () => read };
}

test('a message on the tenth page of a long thread is found', async () => {
  const { client } = thread(20, { at: 10 });

  const found = await findDelivery(client, sought);

  expect(found).toEqual({ outcome: 'there', ts: '1770022999.000001' });
});

test('a thread that was read to its end does not have it', async () => {
  const { client, read } = thread(10);

  const found = await findDelivery(client, sought);

  expect([found, read()]).toEqual([{ outcome: 'absent' }, 10]);
});

test('one that goes on after two thousand messages may have it all the same', async () => {
  const { client, read } = thread(20);

  const found = await findDelivery(client, sought);

  expect([found, read()]).toEqual([{ outcome: 'unreadable' }, 10]);
});
