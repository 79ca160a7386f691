import { shownText } from '../support/fake-slack/shown-text.ts';
import { ana, autos, deskWorkspace, ed, type Slugline, startSlugline } from '../support/slugline.ts';

const gil = 'U0GIL';
const workspace = {
  ...deskWorkspace,
  users: [...(deskWorkspace.users ?? []), { id: gil, name: 'gil', is_restricted: true }],
};
const sourced = '| src: Ford spokesperson | rules: record';

let app: Slugline;
let before: number;
beforeEach(async () => {
  app = await startSlugline(workspace);
  before = app.newsroom.entries.size;
});
afterEach(() => app.stop());

const added = () => app.newsroom.entries.size - before;
const newest = () => [...app.newsroom.entries.all()].at(-1);
const mentions = (person: string, text: string, threadTs?: string) =>
  app.slack.mentions(person, autos, text, threadTs ? { threadTs } : {});
const ours = (channel = autos) => app.slack.transcript(channel).filter((message) => message.bot_id);
const forAll = () => ours().filter((message) => message.ephemeralFor === undefined);
/** Whatever came before it has been dealt with when this is answered. */
const settled = async () => {
  const seen = await mentions(ed, 'help');
  await seen.nextMessage({ matching: ({ text }) => text.includes('What you can ask') });
};

describe('@slugline add', () => {
  test('records the line and answers everybody in the thread with what was recorded', async () => {
    const seen = await mentions(ana, `add ford-xiaomi: Ford declined to comment ${sourced}`);
    const answer = await seen.nextMessage();

    expect(answer).toMatchObject({ thread_ts: seen.said.ts, ephemeralFor: undefined });
    expect(shownText(answer)).toContain('Ford declined to comment');
    expect(newest()?.origin).toEqual({
      key: `message:${autos}:${seen.said.ts}`,
      permalink: expect.stringContaining('slack.com/archives/C0AUTOS'),
    });
  });

  test('has an Edit button that opens the form for an editor, and refuses a reporter', async () => {
    const seen = await mentions(ana, `add ford-xiaomi: Ford declined to comment ${sourced}`);
    const answer = await seen.nextMessage();

    const editor = await app.slack.clicks(ed, answer, 'Edit');
    const reporter = await app.slack.clicks(ana, answer, 'Edit');

    expect(JSON.stringify((await editor.nextView()).blocks)).toContain('Ford declined to comment');
    expect(shownText(await reporter.nextMessage())).toContain('That is for editors');
  });

  test('needs no story in a thread about one', async () => {
    const first = await mentions(ed, 'ford-xiaomi');
    await first.nextMessage();
    await app.recordsPosts(1);

    const seen = await mentions(ana, `add: Ford declined to comment ${sourced}`, first.said.ts);
    await seen.nextMessage();

    expect(newest()).toMatchObject({ text: 'Ford declined to comment', stories: ['ford-xiaomi'] });
  });

  test('is recorded and answered once, however often Slack delivers it', async () => {
    const seen = await mentions(ana, `add ford-xiaomi: Ford declined to comment ${sourced}`);
    await seen.nextMessage();
    await app.recordsPosts(1);

    await Promise.all([1, 2, 3].map((attempt) => app.slack.redelivers(seen, { attempt })));
    await settled();

    expect(added()).toBe(1);
    expect(app.slack.thread(seen.said).filter(({ bot_id }) => bot_id)).toHaveLength(1);
  });

  test('is recorded once when it comes again after a restart that swallowed the answer', async () => {
    app.slack.failNext('chat.postMessage', { rateLimitedForSeconds: 1 });
    const seen = await mentions(ana, `add ford-xiaomi: Ford declined to comment ${sourced}`);
    await seen.nextMessage();
    await app.restarts();

    const again = await app.slack.redelivers(seen, { attempt: 3 });

    expect(shownText(await again.nextMessage({ matching: ({ bot_id }) => bot_id !== undefined }))).toContain(
      'Ford declined to comment',
    );
    expect(added()).toBe(1);
  });
});

describe('what is not for everybody', () => {
  test('a standards warning goes to who wrote it, with a press that opens the form with their text', async () => {
    const seen = await mentions(ana, 'add ford-xiaomi: Ford hired two lobbyists');
    const told = await seen.nextMessage();

    expect(told.ephemeralFor).toBe(ana);
    expect(shownText(told)).toContain('unattributed');
    expect(forAll()).toEqual([]);
    const view = await (await app.slack.clicks(ana, told, 'Open the form')).nextView();
    expect(JSON.stringify(view.blocks)).toContain('Ford hired two lobbyists');
  });

  test('a warning is whispered once, however often Slack delivers the mention', async () => {
    const seen = await mentions(ana, 'add ford-xiaomi: Ford hired two lobbyists');
    await seen.nextMessage();

    await Promise.all([1, 2, 3].map((attempt) => app.slack.redelivers(seen, { attempt })));
    await settled();

    expect(app.slack.callsTo('chat.postEphemeral')).toHaveLength(1);
  });

  test('what comes of that form is answered in the thread of the mention, as if it had said it all', async () => {
    const seen = await mentions(ana, 'add ford-xiaomi: Ford hired two lobbyists');
    const told = await seen.nextMessage();
    const view = await (await app.slack.clicks(ana, told, 'Open the form')).nextView();

    await app.slack.submits(ana, view, { Source: 'Ford spokesperson' });
    await app.slack.until(() => forAll().length === 1);

    expect(forAll()[0]).toMatchObject({ thread_ts: seen.said.ts });
    expect(newest()?.origin?.key).toBe(`message:${autos}:${seen.said.ts}`);
  });

  test('an entry under embargo leaves no trace in the channel', async () => {
    const seen = await mentions(
      ed,
      `add ford-xiaomi: The deal is signed ${sourced} | embargo: 2999-01-01 06:00 UTC`,
    );
    const told = await seen.nextMessage();

    expect(told.ephemeralFor).toBe(ed);
    expect(added()).toBe(1);
    expect(forAll()).toEqual([]);
  });

  test('nor does one that a reporter adds, who will not see it again', async () => {
    const seen = await mentions(
      ana,
      `add ford-xiaomi: The deal is signed ${sourced} | embargo: 2999-01-01 06:00 UTC`,
    );
    const told = await seen.nextMessage();

    expect(told.ephemeralFor).toBe(ana);
    expect(forAll()).toEqual([]);
  });

  test('off-the-record material is refused to who wrote it, and stands in no log', async () => {
    const seen = await mentions(ana, 'add ford-xiaomi: Off the record, the board is split');
    const told = await seen.nextMessage();

    expect(told.ephemeralFor).toBe(ana);
    expect(added()).toBe(0);
    expect(app.logged).not.toContain('board is split');
  });

  test('a guest is refused before nobody else, whatever they ask', async () => {
    for (const text of [`add ford-xiaomi: Ford declined ${sourced}`, 'ford-xiaomi']) {
      const told = await (await mentions(gil, text)).nextMessage();

      expect(told.ephemeralFor).toBe(gil);
      expect(shownText(told)).toContain('guests of this workspace have no access');
    }
    expect(added()).toBe(0);
    expect(forAll()).toEqual([]);
  });

  test('a text too long for a button’s value is kept for the press all the same', async () => {
    const long = `Ford hired lobbyists. ${'They know the committee well. '.repeat(80)}`.trim();
    const told = await (await mentions(ana, `add ford-xiaomi: ${long}`)).nextMessage();

    const view = await (await app.slack.clicks(ana, told, 'Open the form')).nextView();

    expect(JSON.stringify(view.blocks)).toContain(long);
  });
});

test('an owner named in a public answer is named, not pinged', async () => {
  await app.service.record(ed, (newsroom) => [
    {
      type: 'question-asked',
      id: `Q-${newsroom.questions.size + 1}`,
      question: { story: 'ford-xiaomi', text: 'Has the union been asked?', owner: ana },
    },
  ]);

  const answer = await (await mentions(ed, 'ford-xiaomi gaps page:1')).nextMessage();

  expect(shownText(answer)).toContain('Ana Reyes');
  expect(JSON.stringify(answer.blocks)).not.toContain('<@');
});
