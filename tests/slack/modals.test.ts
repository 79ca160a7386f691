import { shownText } from '../support/fake-slack/shown-text.ts';
import type { OpenView } from '../support/fake-slack/state/view-stacks.ts';
import { ana, autos, deskWorkspace, ed, type Slugline, startSlugline } from '../support/slugline.ts';

const gil = 'U0GIL';
const eva = 'U0EVA';
const workspace = {
  ...deskWorkspace,
  users: [
    ...(deskWorkspace.users ?? []),
    { id: eva, name: 'eva', real_name: 'Eva Lind' },
    { id: gil, name: 'gil', is_restricted: true },
  ],
};
const line = 'Ford declined to comment | src: Ford spokesperson | rules: record | kind: fact';

let app: Slugline;
let before: number;
beforeEach(async () => {
  app = await startSlugline(workspace);
  before = app.newsroom.entries.size;
});
afterEach(() => app.stop());

const types = (person: string, words: string) => app.slack.types(person, autos, `/brief ${words}`);
const opens = async (person: string, words: string): Promise<OpenView> =>
  (await types(person, words)).nextView();
const added = () => app.newsroom.entries.size - before;
const newest = () => [...app.newsroom.entries.all()].at(-1);
const filled = { Text: 'Ford hired two lobbyists', Source: 'Ford spokesperson' };
const errorsOf = ({ answer }: { answer: { body: unknown } }) =>
  (answer.body as { errors?: Record<string, string> } | undefined)?.errors ?? {};

test('what is chosen beforehand stands in the placeholder too, which the try-out workspace shows', async () => {
  const view = await opens(ana, 'add ford-xiaomi');

  expect(JSON.stringify(view.blocks)).toMatch(/"placeholder":\{[^}]*"text":"Fact"/);
});

describe('adding an entry with /brief', () => {
  test('in one line is one round trip, and says what was recorded', async () => {
    const seen = await types(ana, `add ford-xiaomi ${line}`);

    expect(seen.answer.body).toMatchObject({ response_type: 'ephemeral' });
    expect(shownText(seen.message)).toContain('Recorded');
    expect(newest()).toMatchObject({ text: 'Ford declined to comment', by: ana, stories: ['ford-xiaomi'] });
  });

  test('that Slack sends twice is recorded once, and answered both times', async () => {
    const words = `add ford-xiaomi ${line}`;
    const payload = {
      command: '/brief',
      text: words,
      trigger_id: '1.2.same',
      user_id: ana,
      channel_id: autos,
      response_url: `${app.slack.state.origin}/response/none`,
      team_id: 'T0NEWSROOM',
    };

    const answers = await Promise.all([
      app.slack.delivers('slash_commands', payload),
      app.slack.delivers('slash_commands', payload),
    ]);

    expect(added()).toBe(1);
    for (const { body } of answers) expect(JSON.stringify(body)).toMatch(/[Rr]ecorded/);
  });

  test('without a text opens a form for the story', async () => {
    const view = await opens(ana, 'add ford-xiaomi');

    expect(view.body['title']).toMatchObject({ text: 'Add an entry' });
    expect(JSON.stringify(view.blocks)).toContain('"initial_value":"ford-xiaomi"');
  });

  test('from the form records it, closes the form and says so in the channel, to nobody else', async () => {
    const view = await opens(ana, 'add ford-xiaomi');

    const sent = await app.slack.submits(ana, view, filled);
    const told = await sent.nextMessage();

    expect(app.slack.modal(ana)).toBeUndefined();
    expect(told).toMatchObject({ channel: autos, ephemeralFor: ana });
    expect(shownText(told)).toContain('Ford hired two lobbyists');
    expect(newest()).toMatchObject({ text: 'Ford hired two lobbyists', by: ana });
  });

  test('in a channel that the app is not in says so in its own conversation', async () => {
    const view = await (await app.slack.types(ana, 'C0CITY', '/brief add ford-xiaomi')).nextView();

    await app.slack.submits(ana, view, filled);
    await app.slack.until(() => app.slack.directMessages(ana).length > 0);

    expect(shownText(app.slack.directMessages(ana)[0]!)).toContain('Ford hired two lobbyists');
  });

  test('with the button on a briefing opens the same form', async () => {
    const { message } = await types(ana, 'ford-xiaomi');
    const button = app.slack.buttons(message).find((label) => /^Add/.test(label));

    const pressed = await app.slack.clicks(ana, message, button!);

    expect(JSON.stringify((await pressed.nextView()).blocks)).toContain('ford-xiaomi');
  });

  test('twice with the same button makes two entries of two forms', async () => {
    const { message } = await types(ana, 'home');
    for (const Text of ['Ford hired two lobbyists', 'Ford hired a third lobbyist']) {
      const view = await (await app.slack.clicks(ana, message, 'Add an entry')).nextView();
      await app.slack.submits(ana, view, { ...filled, Story: 'ford-xiaomi', Text });
    }

    expect(added()).toBe(2);
  });
});

describe('a form that cannot be taken', () => {
  test('shows its errors beside their fields, and what was typed stays', async () => {
    const view = await opens(ana, 'add ford-xiaomi');

    const sent = await app.slack.submits(ana, view, { ...filled, Story: 'ford-xiaomy', Urgency: '12' });

    expect(Object.keys(errorsOf(sent)).sort()).toEqual(['Story', 'Urgency']);
    expect(errorsOf(sent)['Urgency']).toContain('to 9');
    expect(app.slack.modal(ana)?.id).toBe(view.id);
    expect(added()).toBe(0);
  });

  test('with a standards warning comes back whole with the rule named, and one click goes on', async () => {
    const view = await opens(ana, 'add ford-xiaomi');

    await app.slack.submits(ana, view, { Text: 'Ford hired two lobbyists' });
    const warned = app.slack.modal(ana)!;
    const text = shownText(warned);

    expect(text).toContain('unattributed');
    expect(JSON.stringify(warned.blocks)).toContain('"initial_value":"Ford hired two lobbyists"');
    expect(warned.body['submit']).toMatchObject({ text: 'Record anyway' });
    await app.slack.submits(ana, warned);
    expect(newest()).toMatchObject({ text: 'Ford hired two lobbyists', verification: 'unverified' });
  });

  test('with off-the-record material says so and keeps none of it in the log', async () => {
    const view = await opens(ana, 'add ford-xiaomi');

    await app.slack.submits(ana, view, { ...filled, Text: 'Off the record: the board is split' });

    expect(shownText(app.slack.modal(ana)!)).toMatch(/off the record/i);
    expect(added()).toBe(0);
    expect(app.logged).not.toContain('board is split');
  });

  test('because the disk is full keeps the text, and takes it when there is room', async () => {
    const view = await opens(ana, 'add ford-xiaomi');
    const record = jest
      .spyOn(app.service, 'record')
      .mockResolvedValueOnce({ problem: 'not-saved', reason: 'disk-full' });

    await app.slack.submits(ana, view, filled);
    const again = app.slack.modal(ana)!;

    expect(shownText(again)).toContain('the disk that holds the newsroom is full');
    expect(JSON.stringify(again.blocks)).toContain('"initial_value":"Ford hired two lobbyists"');
    record.mockRestore();
    await app.slack.submits(ana, again);
    expect(added()).toBe(1);
  });

  test('because of a fault of ours stays open with a reference, and nothing typed is logged', async () => {
    const view = await opens(ana, 'add ford-xiaomi');
    jest.spyOn(app.service, 'record').mockRejectedValueOnce(new Error('a bug'));

    const sent = await app.slack.submits(ana, view, filled);

    expect(Object.values(errorsOf(sent)).join()).toMatch(/reference.*[0-9a-f]{6}/);
    expect(app.slack.modal(ana)?.id).toBe(view.id);
    expect(app.logged).not.toContain('lobbyists');
  });

  test('in time is acknowledged first, and shows the outcome when it is there', async () => {
    const view = await opens(ana, 'add ford-xiaomi');
    const record = app.service.record.bind(app.service);
    jest.spyOn(app.service, 'record').mockImplementationOnce(async (by, decide) => {
      await new Promise((resolve) => setTimeout(resolve, 2600));
      return record(by, decide);
    });

    const sent = await app.slack.submits(ana, view, filled);
    const waiting = shownText(app.slack.modal(ana)!);
    await app.slack.until(() => shownText(app.slack.modal(ana)!).includes('Recorded'));

    expect(sent.answer.problem).toBeUndefined();
    expect(waiting).toContain('longer than usual');
    expect(added()).toBe(1);
  });
});

describe('choosing another kind', () => {
  test('asks for its own fields and keeps what was typed', async () => {
    const view = await opens(ana, 'add ford-xiaomi');

    const values = { Text: 'China makes 80 percent of batteries' };
    await app.slack.chooses(ana, view, 'Kind', 'figure', { values: { ...values, Kind: 'figure' } });
    await app.slack.until(() => JSON.stringify(app.slack.modal(ana)?.blocks).includes('Amount'));

    expect(JSON.stringify(app.slack.modal(ana)!.blocks)).toContain(values.Text);
  });

  test('in a form that is closed meanwhile is no bug', async () => {
    const view = await opens(ana, 'add ford-xiaomi');
    app.slack.failNext('views.update', { error: 'not_found' });

    await app.slack.chooses(ana, view, 'Kind', 'figure', { values: { Kind: 'figure' } });
    await app.slack.until(() => app.slack.callsTo('views.update').length === 1);
    await types(ana, 'help');

    expect(app.logged).not.toContain('a listener failed');
    expect(app.slack.directMessages(ana)).toEqual([]);
  });

  test('in a workspace that does not tell is asked on submission, with the same fields', async () => {
    const view = await opens(ana, 'add ford-xiaomi');

    await app.slack.submits(ana, view, { ...filled, Kind: 'figure' });

    const again = app.slack.modal(ana)!;
    expect(JSON.stringify(again.blocks)).toContain('Amount');
    expect(JSON.stringify(again.blocks)).toContain('"initial_value":"Ford hired two lobbyists"');
    expect(added()).toBe(0);
  });
});

describe('acting twice, at once, or late', () => {
  test('a form submitted with a double click makes one entry', async () => {
    const view = await opens(ana, 'add ford-xiaomi');
    const same = structuredClone(view);

    await Promise.all([app.slack.submits(ana, same, filled), app.slack.submits(ana, same, filled)]);

    expect(added()).toBe(1);
  });

  test('a form that Slack did not open in time gives the text back, and a press opens it', async () => {
    const words = 'add ford-xiaomi Ford hired two lobbyists';
    app.slack.failNext('views.open', { error: 'expired_trigger_id' });

    const seen = await types(ana, words);
    const told = await seen.nextMessage();

    expect(shownText(told)).toContain('The form did not open');
    expect(shownText(told)).toContain(words);
    const pressed = await app.slack.clicks(ana, told, 'Open the form');
    expect(JSON.stringify((await pressed.nextView()).blocks)).toContain('Ford hired two lobbyists');
  });

  test('a line that takes long to record is acknowledged in time, and answered when it is there', async () => {
    const record = app.service.record.bind(app.service);
    jest.spyOn(app.service, 'record').mockImplementationOnce(async (by, decide) => {
      await new Promise((resolve) => setTimeout(resolve, 2600));
      return record(by, decide);
    });

    const seen = await types(ana, `add ford-xiaomi ${line}`);
    const told = await seen.nextMessage();

    expect(seen.answer).toMatchObject({ problem: undefined, body: undefined });
    expect(told.ephemeralFor).toBe(ana);
    expect(shownText(told)).toContain('Ford declined to comment');
  });

  test('a long text that no form opened for is given back whole', async () => {
    app.slack.failNext('views.open', { error: 'expired_trigger_id' });
    const long = `Ford hired lobbyists. ${'They know the committee well. '.repeat(110)}`.trim();

    const told = await (await types(ana, `add ford-xiaomi ${long}`)).nextMessage();

    expect(shownText(told).replaceAll('\n', '')).toContain(`add ford-xiaomi ${long}`);
  });

  test('two editors who correct the same entry: the second sees the first’s version, and decides', async () => {
    const view = await opens(ed, 'correct E-1');
    const set = { text: 'Ford held talks with Xiaomi' };
    await app.service.record(eva, () => [{ type: 'entry-corrected', id: 'E-1', set, reason: 'Wording' }]);

    await app.slack.submits(ed, view, { Text: 'Ford and Xiaomi talked', 'What was wrong': 'Shorter' });
    const second = app.slack.modal(ed)!;

    expect(shownText(second)).toContain('changed this while you were writing');
    expect(shownText(second)).toContain('Ford held talks with Xiaomi');
    expect(JSON.stringify(second.blocks)).toContain('Ford and Xiaomi talked');
    expect(app.newsroom.entries.get('E-1')?.text).toBe('Ford held talks with Xiaomi');
    await app.slack.submits(ed, second);
    expect(app.newsroom.entries.get('E-1')?.text).toBe('Ford and Xiaomi talked');
  });

  test('a form that somebody keeps open while they become a guest is refused, and keeps their text', async () => {
    const view = await opens(eva, 'add ford-xiaomi');
    Object.assign(app.slack.state.directory.user(eva), { is_restricted: true });
    await app.restarts();

    await app.slack.submits(eva, view, filled);

    expect(shownText(app.slack.modal(eva)!)).toContain('guests of this workspace have no access');
    expect(JSON.stringify(app.slack.modal(eva)!.blocks)).toContain('Ford hired two lobbyists');
    expect(added()).toBe(0);
  });
});

describe('who may not', () => {
  test('a guest is told so, with who can help, and no form opens', async () => {
    const seen = await types(gil, 'add ford-xiaomi');

    expect(shownText(seen.message)).toContain('guests of this workspace have no access');
    expect(shownText(seen.message)).toContain(`<@${ed}>`);
    expect(app.slack.modal(gil)).toBeUndefined();
  });

  test('a contributor is told that correcting is for editors', async () => {
    const seen = await types(ana, 'correct E-1');

    expect(shownText(seen.message)).toContain('That is for editors');
    expect(app.slack.modal(ana)).toBeUndefined();
  });

  test('nobody changes the record while Slack does not say who they are', async () => {
    app.slack.fail('users.info', () => true, { status: 503 });

    const seen = await types(ana, `add ford-xiaomi ${line}`);

    expect(shownText(seen.message)).toContain('could not tell me who you are');
    expect(added()).toBe(0);
  });
});
