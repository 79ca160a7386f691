import { shownText } from '../support/fake-slack/shown-text.ts';
import { ana, autos, deskWorkspace, ed, type Slugline, startSlugline } from '../support/slugline.ts';

const gil = 'U0GIL';
const workspace = {
  ...deskWorkspace,
  users: [...(deskWorkspace.users ?? []), { id: gil, name: 'gil', is_restricted: true }],
};

let app: Slugline;
let before: number;
beforeEach(async () => {
  app = await startSlugline(workspace);
  before = app.newsroom.entries.size;
});
afterEach(() => app.stop());

const added = () => app.newsroom.entries.size - before;
const newest = () => [...app.newsroom.entries.all()].at(-1);
/** What stands in a field when the form opens, by label. */
const standsIn = (person: string, label: string): unknown => {
  const block = app.slack
    .modal(person)
    ?.blocks.find(({ label: shown }) => (shown as { text?: string } | undefined)?.text === label);
  return (block?.['element'] as { initial_value?: string } | undefined)?.initial_value;
};

describe('the shortcut Add an entry', () => {
  test('opens the form from anywhere, and tells what was recorded in the app’s own conversation', async () => {
    const view = await (await app.slack.shortcut(ana, 'add_entry')).nextView();

    await app.slack.submits(ana, view, {
      Story: 'ford-xiaomi',
      Text: 'Ford hired two lobbyists',
      Source: 'Ford spokesperson',
    });
    await app.slack.until(() => app.slack.directMessages(ana).length > 0);

    expect(shownText(app.slack.directMessages(ana)[0]!)).toContain('Ford hired two lobbyists');
    expect(newest()).toMatchObject({ text: 'Ford hired two lobbyists', stories: ['ford-xiaomi'] });
  });

  test('shows a guest that they have no access', async () => {
    const view = await (await app.slack.shortcut(gil, 'add_entry')).nextView();

    expect(shownText(view)).toContain('guests of this workspace have no access');
    expect(view.body['submit']).toBeUndefined();
  });

  test('that Slack did not open in time is told, with a button that opens it', async () => {
    app.slack.failNext('views.open', { error: 'expired_trigger_id' });

    await app.slack.shortcut(ana, 'add_entry');
    await app.slack.until(() => app.slack.directMessages(ana).length > 0);
    const [told] = app.slack.directMessages(ana);

    expect(shownText(told!)).toContain('The form did not open');
    expect((await app.slack.clicks(ana, told!, 'Open the form')).answer.problem).toBeUndefined();
    await app.slack.until(() => app.slack.modal(ana) !== undefined);
  });
});

describe('the message shortcut Add to story', () => {
  test('fills in the text, who wrote it and the story that its names point to', async () => {
    const said = app.slack.says(ed, autos, 'Xiaomi says it has no plans to build cars in the US');

    await (await app.slack.shortcut(ana, 'add_to_story', { message: said })).nextView();

    expect(standsIn(ana, 'Text')).toBe('Xiaomi says it has no plans to build cars in the US');
    expect(standsIn(ana, 'Source')).toBe('Ed Okafor');
    expect(standsIn(ana, 'Story')).toBe('ford-xiaomi');
    expect(standsIn(ana, 'Who or what it is about')).toContain('Xiaomi');
  });

  test('records the message with its link, and whoever uses it again is led to the entry', async () => {
    const said = app.slack.says(ed, autos, 'The Ford board meets on Friday');
    const view = await (await app.slack.shortcut(ana, 'add_to_story', { message: said })).nextView();
    await app.slack.submits(ana, view);
    const origin = newest()?.origin;

    const again = await (await app.slack.shortcut(ed, 'add_to_story', { message: said })).nextView();

    expect(origin).toEqual({
      key: `message:${autos}:${said.ts}`,
      permalink: expect.stringContaining('archives/C0AUTOS'),
    });
    expect(shownText(again)).toContain('The Ford board meets on Friday');
    expect(shownText(again)).toContain(newest()!.id);
    expect(added()).toBe(1);
  });

  test('filled in twice before either is sent makes one entry', async () => {
    const said = app.slack.says(ed, autos, 'The Ford board meets on Friday');
    const anas = await (await app.slack.shortcut(ana, 'add_to_story', { message: said })).nextView();
    const eds = await (await app.slack.shortcut(ed, 'add_to_story', { message: said })).nextView();

    await app.slack.submits(ana, anas);
    const second = await app.slack.submits(ed, eds, { Text: 'Ford’s board meets on Friday' });

    expect(added()).toBe(1);
    expect(
      shownText(await second.nextMessage({ matching: ({ ephemeralFor }) => ephemeralFor === ed })),
    ).toContain('Already recorded');
  });

  test('in a thread about a story takes that story, whatever the text names', async () => {
    await app.imports(
      JSON.stringify({
        format: 'slugline-bundle/1',
        name: 'city-hall',
        stories: [{ slug: 'city-hall', headline: 'The mayor resigns' }],
      }),
      'city-hall',
    );
    const first = await app.slack.mentions(ana, autos, 'city-hall');
    await first.nextMessage();
    await app.recordsPosts(1);
    const said = app.slack.says(ed, autos, 'She drove off in a Ford', { threadTs: first.said.ts });

    await (await app.slack.shortcut(ana, 'add_to_story', { message: said })).nextView();

    expect(standsIn(ana, 'Story')).toBe('city-hall');
  });

  test('shows names where Slack’s text has ids, and characters where it has escapes', async () => {
    const said = app.slack.says(ed, autos, `<@${ana}> says R&D at Ford is <3 this`);

    await (await app.slack.shortcut(ana, 'add_to_story', { message: said })).nextView();

    expect(standsIn(ana, 'Text')).toBe('@Ana Reyes says R&D at Ford is <3 this');
  });

  test('refuses what is marked off the record, and logs nothing of it', async () => {
    const said = app.slack.says(ed, autos, 'Off the record: the board is split');

    const view = await (await app.slack.shortcut(ana, 'add_to_story', { message: said })).nextView();

    expect(shownText(view)).toMatch(/off the record/i);
    expect(view.body['submit']).toBeUndefined();
    expect(app.logged).not.toContain('board is split');
  });

  test('of a message in a channel that the app cannot read works without the link', async () => {
    app.slack.state.directory.channel('C0CITY').is_private = true;
    const said = app.slack.says(ed, 'C0CITY', 'The Ford board meets on Friday');

    const view = await (await app.slack.shortcut(ana, 'add_to_story', { message: said })).nextView();
    await app.slack.submits(ana, view);

    expect(newest()?.origin).toEqual({ key: `message:C0CITY:${said.ts}` });
  });
});
