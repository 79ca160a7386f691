import type { Change } from '../../../src/domain/change.ts';
import { liftDue, nextLift } from '../../../src/domain/editing/entries/lift-due.ts';
import type { Newsroom } from '../../../src/domain/newsroom.ts';
import { noticeOf } from '../../../src/domain/pages/notice-page.ts';
import { plainText } from '../../../src/domain/pages/plain-text.ts';
import { draftOf } from '../../../src/services/publishing/draft.ts';
import { newsroomPages } from '../../../src/services/publishing/newsroom-pages.ts';
import { nextDelivery } from '../../../src/services/publishing/next-delivery.ts';
import {
  adds,
  corrects,
  desk,
  does,
  follows,
  owed,
  posts,
  talks,
  withdraws,
} from '../../support/following.ts';
import { act, now } from '../../support/newsroom-builder.ts';

const later = '2026-03-01T06:00:00.000Z';
const evenLater = '2026-04-01T06:00:00.000Z';
const cardTs = '1770000000.000000';
const replyTs = '1770000001.000000';
const edit = `edit:C1:${replyTs}`;

const embargo = (until = later): Change => ({ type: 'entry-embargoed', id: 'E-2', until });
const lift: Change = { type: 'embargo-lifted', id: 'E-2' };
const confirm: Change = { type: 'entry-verified', id: 'E-2', verification: 'confirmed' };

/** The talks are followed in C1, and E-2 is owed there. */
const followed = (): Newsroom => {
  const newsroom = desk();
  does(newsroom, () => follows(newsroom, talks), adds);
  return newsroom;
};
const reply = (newsroom: Newsroom) =>
  posts(newsroom, ['E-2'], {
    ...{ threadTs: cardTs, ts: replyTs, settles: 'entry:E-2:C1', drawnSeq: newsroom.seq },
  });
/** E-2 stands there as a reply to the card. */
const shown = (): Newsroom => {
  const newsroom = followed();
  act(newsroom, [reply(newsroom)]);
  return newsroom;
};
/** The edit that is owed is made, as things stand. */
const mended = (newsroom: Newsroom): void => {
  act(newsroom, [{ ...reply(newsroom), settles: edit }]);
};
const notices = (newsroom: Newsroom): string[] => owed(newsroom).filter((key) => key.startsWith('notice'));
const words = (newsroom: Newsroom): string[] =>
  [...newsroom.deliveries.all()].flatMap((one) =>
    one.what === 'notice' ? [plainText(noticeOf(newsroom, one, 'UTC'))] : [],
  );

describe('an entry that is held back after it was shown', () => {
  test('is taken out of every message that shows it, and no thread is told', () => {
    const newsroom = shown();

    act(newsroom, [embargo()]);

    expect(owed(newsroom)).toEqual([edit]);
  });

  test('is taken out once, though the end of the embargo is moved', () => {
    const newsroom = shown();
    act(newsroom, [embargo()]);
    mended(newsroom);

    act(newsroom, [embargo(evenLater)]);

    expect(owed(newsroom)).toEqual([]);
  });

  test('is taken out of a message that was on its way, as soon as that is on record', () => {
    const newsroom = followed();
    const onItsWay = reply(newsroom);
    act(newsroom, [embargo()]);

    act(newsroom, [onItsWay]);

    expect(owed(newsroom)).toEqual([edit]);
  });

  test('comes back when that ends', () => {
    const newsroom = shown();
    act(newsroom, [embargo()]);
    mended(newsroom);

    act(newsroom, [lift]);

    expect(owed(newsroom)).toEqual([edit]);
  });

  test('is not posted a second time when its message lands after the embargo came and went', () => {
    const newsroom = followed();
    const onItsWay = reply(newsroom);
    act(newsroom, [embargo()]);
    act(newsroom, [lift]);

    act(newsroom, [onItsWay]);

    expect(owed(newsroom)).toEqual([]);
  });

  test('is news once more to nobody who followed after its first embargo ended', () => {
    const newsroom = desk();
    does(newsroom, () => adds(newsroom, { embargoedUntil: later }));
    act(newsroom, [lift]);
    does(newsroom, () => follows(newsroom, talks));

    act(newsroom, [embargo()]);
    act(newsroom, [lift]);

    expect(owed(newsroom)).toEqual([]);
  });

  test('is not drawn, should it be owed by a clock that was set back since', async () => {
    const newsroom = desk();
    does(
      newsroom,
      () => follows(newsroom, talks),
      () => adds(newsroom, { embargoedUntil: '2026-02-02T09:00:00.000Z' }),
    );
    const drawing = {
      ...{
        now: '2026-02-02T08:00:00.000Z',
        quietDays: 30,
        ...{ lost: new Set<string>(), cardless: new Set<string>() },
      },
      ...{ pages: newsroomPages('UTC'), permalink: async () => undefined },
    };

    const draft = await draftOf(newsroom, nextDelivery(newsroom, 'C1')!, drawing);

    expect(draft).toEqual({ drop: 'It is under embargo.' });
  });
});

describe('word of a correction', () => {
  const waits: [string, (newsroom: Newsroom) => void][] = [
    [
      'made under embargo',
      (newsroom) => {
        act(newsroom, [reply(newsroom)]);
        act(newsroom, [embargo()]);
        act(newsroom, [corrects('E-2')]);
      },
    ],
    [
      'made under an embargo that was moved after it',
      (newsroom) => {
        act(newsroom, [reply(newsroom)]);
        act(newsroom, [embargo()]);
        act(newsroom, [corrects('E-2')]);
        act(newsroom, [embargo(evenLater)]);
      },
    ],
    [
      'that waited when the embargo came',
      (newsroom) => {
        act(newsroom, [reply(newsroom)]);
        act(newsroom, [corrects('E-2')]);
        mended(newsroom);
        act(newsroom, [embargo()]);
      },
    ],
    [
      'that came, like the embargo, while the message was on its way',
      (newsroom) => {
        const onItsWay = reply(newsroom);
        act(newsroom, [corrects('E-2')]);
        act(newsroom, [embargo()]);
        act(newsroom, [onItsWay]);
      },
    ],
  ];
  test.each(waits)('%s is given when the embargo ends, and not before', (_, happens) => {
    const newsroom = followed();
    happens(newsroom);
    const meanwhile = nextDelivery(newsroom, 'C1');

    act(newsroom, [lift]);

    expect(meanwhile).toBeUndefined();
    expect(nextDelivery(newsroom, 'C1')).toMatchObject({ what: 'notice', entry: 'E-2', threadTs: cardTs });
    expect(words(newsroom)).toEqual([
      'Corrected: Ford confirmed it. → Ford denied it. E-2\n\nReason: Misheard.',
    ]);
  });

  test('and of a verification under the same embargo is one, and called a correction', () => {
    const newsroom = shown();
    act(newsroom, [embargo()]);
    act(newsroom, [corrects('E-2', 'Ford wavers.')]);
    act(newsroom, [corrects('E-2')]);
    act(newsroom, [confirm]);

    act(newsroom, [lift]);

    expect(words(newsroom)).toEqual([
      'Corrected: Ford confirmed it. → Ford denied it.; reported → confirmed E-2\n\nReason: Misheard.',
    ]);
  });

  test('and of a verification, both while the message was on its way, are two', () => {
    const newsroom = followed();
    const onItsWay = reply(newsroom);
    act(newsroom, [corrects('E-2')]);
    act(newsroom, [confirm]);

    act(newsroom, [onItsWay]);

    expect(words(newsroom).map((said) => said.split(':')[0])).toEqual(['Corrected', 'Verification changed']);
  });

  test('is not given to a thread whose first message landed after the withdrawal: that alone is', () => {
    const newsroom = followed();
    const onItsWay = reply(newsroom);
    act(newsroom, [corrects('E-2')]);
    act(newsroom, [withdraws('E-2')]);

    act(newsroom, [onItsWay]);

    expect(words(newsroom)).toEqual([expect.stringMatching(/^Withdrawn: do not use\./)]);
  });

  test('is given to a thread that was told of the next one alone, when a message from before lands there', () => {
    const newsroom = followed();
    const onItsWay = posts(newsroom, ['E-2'], { as: 'answer', threadTs: cardTs, ts: '1770000002.000000' });
    act(newsroom, [corrects('E-2')]);
    act(newsroom, [reply(newsroom)]);
    act(newsroom, [corrects('E-2', 'Ford said nothing.')]);
    const [settles = ''] = notices(newsroom);
    act(newsroom, [
      posts(newsroom, ['E-2'], { as: 'notice', threadTs: cardTs, ts: '1770000003.000000', settles }),
    ]);

    act(newsroom, [onItsWay]);

    expect(notices(newsroom)).toEqual([`notice:E-2:1:C1:${cardTs}`]);
  });

  test('that was given is not given again when a message of that thread lands late', () => {
    const newsroom = shown();
    const onItsWay = posts(newsroom, ['E-2'], { as: 'answer', threadTs: cardTs, ts: '1770000002.000000' });
    act(newsroom, [corrects('E-2')]);
    const [settles = ''] = notices(newsroom);
    act(newsroom, [
      posts(newsroom, ['E-2'], { as: 'notice', threadTs: cardTs, ts: '1770000003.000000', settles }),
    ]);

    act(newsroom, [onItsWay]);

    expect(owed(newsroom)).toEqual([edit, 'edit:C1:1770000002.000000']);
  });

  test('that Slack did not take is not owed again by an edit that was drawn before it', () => {
    const newsroom = shown();
    const drawn = reply(newsroom);
    act(newsroom, [corrects('E-2')]);
    const [delivery = ''] = notices(newsroom);
    act(newsroom, [{ type: 'delivery-dropped', delivery, reason: 'Slack does not take it.' }]);

    act(newsroom, [{ ...drawn, settles: edit }]);

    expect(owed(newsroom)).toEqual([edit]);
  });

  test('stays as it is when the entry is corrected again, and goes when it is withdrawn', () => {
    const newsroom = shown();
    act(newsroom, [corrects('E-2')]);
    const [settles = ''] = notices(newsroom);
    const ts = '1770000003.000000';
    act(newsroom, [posts(newsroom, ['E-2'], { as: 'notice', threadTs: cardTs, ts, settles })]);

    act(newsroom, [corrects('E-2', 'Ford said nothing.')]);
    const corrected = owed(newsroom);
    act(newsroom, [withdraws('E-2')]);

    expect(corrected).not.toContain(`edit:C1:${ts}`);
    expect(owed(newsroom)).toContain(`edit:C1:${ts}`);
  });
});

describe('a withdrawal under embargo', () => {
  const withdrawnMeanwhile = (): Newsroom => {
    const newsroom = shown();
    act(newsroom, [embargo()]);
    act(newsroom, [corrects('E-2')]);
    act(newsroom, [withdraws('E-2')]);
    return newsroom;
  };

  test('is told at once, and nothing else is', () => {
    const newsroom = withdrawnMeanwhile();

    expect(nextDelivery(newsroom, 'C1')).toMatchObject({ what: 'notice', revision: 3 });
    expect(owed(newsroom)).toEqual([edit, `notice:E-2:3:C1:${cardTs}`]);
    expect(words(newsroom)).toEqual([expect.stringMatching(/^Withdrawn: do not use\./)]);
  });

  test('is not told again: its embargo has no end that anybody waits for', () => {
    const newsroom = withdrawnMeanwhile();

    expect(nextLift(newsroom)).toBeUndefined();
    expect(liftDue(newsroom, '2026-05-01T00:00:00.000Z')).toEqual([]);
  });

  test('is not told again by journals in which that embargo ended', () => {
    const newsroom = withdrawnMeanwhile();
    const [settles = ''] = notices(newsroom);
    act(newsroom, [
      posts(newsroom, ['E-2'], { as: 'notice', threadTs: cardTs, ts: '1770000003.000000', settles }),
    ]);
    mended(newsroom);

    act(newsroom, [lift], { at: now });

    expect(owed(newsroom)).toEqual([]);
  });
});
