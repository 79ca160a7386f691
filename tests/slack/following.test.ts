import { parkChannel } from '../../src/domain/following/channel-stands.ts';
import { shownText } from '../support/fake-slack/shown-text.ts';
import type { Message } from '../support/fake-slack/state/timeline.ts';
import {
  ana,
  autos,
  city,
  deskWorkspace,
  ed,
  eventually,
  type Slugline,
  startSlugline,
} from '../support/slugline.ts';

const gil = 'U0GIL';

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline({
    ...deskWorkspace,
    users: [...(deskWorkspace.users ?? []), { id: gil, name: 'gil', is_restricted: true }],
  });
});
afterEach(() => app.stop());

const types = async (person: string, words: string, channel = autos): Promise<Message> =>
  (await app.slack.types(person, channel, `/brief ${words}`)).message;
const inChannel = (channel = autos) =>
  app.slack.transcript(channel).filter((message) => message.bot_id && message.ephemeralFor === undefined);
const said = (channel = autos) => inChannel(channel).map(shownText);
/** What the channel was told, once it was told so much. */
const told = (count = 1, channel = autos): Promise<string[]> =>
  app.slack.until(() => (inChannel(channel).length >= count ? said(channel) : undefined), {
    what: `${count} messages in ${channel}`,
  });
const followed = () => [...app.newsroom.subscriptions.all()];
const adds = (text: string) => types(ana, `add ford-xiaomi ${text} | src: Ford spokesperson | rules: record`);

/** Presses a button of a page that only the presser sees, and reads what the page turns into. */
async function turns(person: string, message: Message, button: string): Promise<string> {
  const before = message.shownAt;
  await app.slack.clicks(person, message, button);
  await app.slack.until(() => message.shownAt > before, { what: `“${button}” to turn the page` });
  return shownText(message);
}

describe('subscribing a channel', () => {
  test('answers who did it with the resulting state, and tells the channel who it was', async () => {
    const answer = await types(ana, 'subscribe ford-xiaomi');

    expect(answer.ephemeralFor).toBe(ana);
    expect(shownText(answer)).toContain('Subscribed');
    expect(shownText(answer)).toContain('without background');
    expect(followed()).toMatchObject([{ channel: autos, owner: ana, topic: { slug: 'ford-xiaomi' } }]);
    const [first, ...others] = await told();
    expect(first).toContain('Ana Reyes has this channel follow');
    expect(others).toEqual([]);
    await app.recordsPosts(1);
  });

  test('tells the channel once, however often Slack sends the command', async () => {
    await types(ana, 'subscribe ford-xiaomi');
    await told();

    const again = await types(ana, 'subscribe ford-xiaomi');
    await types(ana, 'subscribe entity:catl');

    expect(shownText(again)).toContain('Followed already');
    expect(await told(2)).toEqual([expect.stringContaining('Ford'), expect.stringContaining('catl')]);
  });

  test('is refused where I am not, with how to invite me', async () => {
    const answer = await types(ana, 'subscribe ford-xiaomi', city);

    expect(shownText(answer)).toContain('/invite @slugline');
    expect(followed()).toEqual([]);
    expect(said(city)).toEqual([]);
  });

  test('works as soon as I am invited', async () => {
    await types(ana, 'subscribe ford-xiaomi', city);
    await app.slack.joins(city);

    expect(shownText(await types(ana, 'subscribe ford-xiaomi', city))).toContain('Subscribed');
  });

  test('found out only by the post that I may not write there, it is parked and its owner is told', async () => {
    app.slack.fail('chat.postMessage', ({ channel }) => channel === autos, { error: 'restricted_action' });

    const answer = await types(ana, 'subscribe ford-xiaomi');

    expect(shownText(answer)).toContain('The channel is told of it.');
    const toOwner = await app.slack.until(() => app.slack.directMessages(ana)[0], { what: 'word to Ana' });
    expect(shownText(toOwner)).toContain('who may post there is restricted');
    expect(followed()).toMatchObject([{ parked: 'restricted_action' }]);
  });

  test('is not for guests', async () => {
    await types(gil, 'subscribe ford-xiaomi');

    expect(followed()).toEqual([]);
    expect(said()).toEqual([]);
  });

  test('by a mention tells the channel once, and nobody twice', async () => {
    const seen = await app.slack.mentions(ana, autos, 'subscribe ford-xiaomi');

    await app.slack.until(() => said().length > 0);
    await seen.nextMessage({ matching: ({ ephemeralFor }) => ephemeralFor === ana });
    expect(said()).toHaveLength(1);
    expect(followed()).toHaveLength(1);
  });
});

describe('binding a thread', () => {
  test('by a mention in it, the topic’s entries answer in that thread', async () => {
    const root = app.slack.says(ed, autos, 'Ford and Xiaomi: what do we do?');

    await app.slack.mentions(ana, autos, 'follow ford-xiaomi', { threadTs: root.ts });
    await eventually(() => app.newsroom.threads.size === 1);

    expect(followed()).toMatchObject([{ boundThread: root.ts }]);
    await app.slack.until(() =>
      app.slack.thread(root).some(({ text }) => text.includes('this thread follow')),
    );
    expect(said().filter((text) => text.includes('follow'))).toHaveLength(1);
  });

  test('its topic is then known from the thread', async () => {
    const root = app.slack.says(ed, autos, 'What do we do?');
    await app.slack.mentions(ana, autos, 'follow ford-xiaomi', { threadTs: root.ts });
    await eventually(() => app.newsroom.threads.size === 1);

    const seen = await app.slack.mentions(ed, autos, 'timeline', { threadTs: root.ts });
    const reply = await seen.nextMessage({ matching: ({ text }) => /Timeline/.test(text) });

    expect(reply.thread_ts).toBe(root.ts);
  });

  test('asked for in a slash command, it says how', async () => {
    expect(shownText(await types(ana, 'follow ford-xiaomi'))).toContain('@slugline follow');
    expect(followed()).toEqual([]);
  });
});

describe('buttons do the same as words', () => {
  test('pause, resume and unsubscribe stand below the answer', async () => {
    const answer = await types(ana, 'subscribe ford-xiaomi');
    await told();

    expect(await turns(ana, answer, 'Pause')).toContain('Paused until somebody resumes it');
    expect(await turns(ana, answer, 'Resume')).toContain('Goes on');
    expect(await turns(ana, answer, 'Unsubscribe')).toContain('No longer followed');
    expect(followed()).toEqual([]);
    expect((await told(2)).at(-1)).toContain('Ana Reyes ended what this channel followed');
  });

  test('the list has them, too', async () => {
    await types(ana, 'subscribe ford-xiaomi');
    const list = await types(ed, 'subscribe list');

    expect(shownText(list)).toContain('ford-xiaomi');
    expect(await turns(ed, list, 'Unsubscribe')).toContain('No longer followed');
    expect(followed()).toEqual([]);
  });

  test('on a message that everybody sees, they answer only who presses', async () => {
    await types(ana, 'subscribe ford-xiaomi');
    await told();
    const [announced] = inChannel();

    await app.slack.clicks(ed, announced!, 'Briefing');
    const answer = await app.slack.until(() =>
      app.slack.transcript(autos).find(({ ephemeralFor }) => ephemeralFor === ed),
    );

    expect(shownText(answer)).toContain('What we know');
    expect(answer.thread_ts).toBeUndefined();
  });

  test('on a message that has replies, the presser finds the answer in the channel', async () => {
    await types(ana, 'subscribe ford-xiaomi');
    await told();
    const [announced] = inChannel();
    app.slack.says(ana, autos, 'At last.', { threadTs: announced!.ts });

    await app.slack.clicks(ed, announced!, 'Briefing');
    const answer = await app.slack.until(() =>
      app.slack.transcript(autos).find(({ ephemeralFor }) => ephemeralFor === ed),
    );

    expect(answer.thread_ts).toBeUndefined();
  });
});

describe('the list', () => {
  const closedDesk = async (): Promise<void> => {
    await app.stop();
    app = await startSlugline(deskWorkspace, { editors: [ed], contributors: ['U0BEN'] });
    await types(ed, 'subscribe ford-xiaomi');
  };

  test('is read by those who may not change it; the whole newsroom’s is for editors, who are named', async () => {
    await closedDesk();

    const here = await types(ana, 'subscribe list');
    const all = await types(ana, 'subscribe list all');
    const refused = await types(ana, 'unsubscribe ford-xiaomi');

    expect(shownText(here)).toContain('ford-xiaomi');
    expect(shownText(all)).toMatch(new RegExp(`That is for editors.*<@${ed}>`, 's'));
    expect(shownText(refused)).toContain('That is for those who contribute');
  });

  test('asked for by a mention is whispered', async () => {
    await closedDesk();
    const before = said().length;

    const seen = await app.slack.mentions(ana, autos, 'subscribe list');
    const list = await seen.nextMessage({ matching: ({ ephemeralFor }) => ephemeralFor === ana });

    expect(shownText(list)).toContain('What this channel follows');
    expect(said()).toHaveLength(before);
  });

  test('turns its pages in place', async () => {
    const many = Array.from({ length: 13 }, (_, at) => ({
      type: 'subscribed' as const,
      id: `S-${at + 1}`,
      subscription: {
        topic: { kind: 'story' as const, slug: `story-${at + 1}` },
        ...{ channel: autos, owner: ana, kinds: ['fact' as const], withoutEntities: [] },
        threading: 'thread' as const,
      },
    }));
    await app.service.record('import', () => many);
    const list = await types(ed, 'subscribe list');

    const second = await turns(ed, list, 'More');

    expect(second).toContain('story-13');
    expect(second).not.toContain('story-12');
  });
});

describe('what is wrong is seen by those who can help', () => {
  const closes = () =>
    app.service.record('slack', (newsroom) => parkChannel(newsroom, autos, 'not_in_channel'));

  test('the App Home of an editor shows what is parked, and a press tries again', async () => {
    await types(ana, 'subscribe ford-xiaomi');
    await closes();

    const view = await (await app.slack.opensHome(ed)).nextView();
    expect(shownText(view)).toContain('Followed, but not posted');
    expect(shownText(view)).toContain('I am not in the channel');
    await app.slack.clicks(ed, view, 'Resume');

    await eventually(() => followed().every(({ parked }) => parked === undefined));
  });

  test('its owner sees it in theirs, and nobody else does', async () => {
    await types(ed, 'subscribe ford-xiaomi');
    await closes();

    expect(shownText(await (await app.slack.opensHome(ed)).nextView())).toContain('not posted');
    expect(shownText(await (await app.slack.opensHome(ana)).nextView())).not.toContain('not posted');
  });

  test('what waits there is counted', async () => {
    await types(ana, 'subscribe ford-xiaomi');
    await app.recordsPosts(1);
    await closes();
    await adds('Ford declined to comment');

    const view = await (await app.slack.opensHome(ed)).nextView();

    expect(shownText(view)).toContain('1 message waits');
  });
});
