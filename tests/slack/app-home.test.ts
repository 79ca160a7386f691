import { shownText } from '../support/fake-slack/shown-text.ts';
import type { OpenView } from '../support/fake-slack/state/view-stacks.ts';
import { ana, autos, deskWorkspace, ed, type Slugline, startSlugline } from '../support/slugline.ts';

const gil = 'U0GIL';
const workspace = {
  ...deskWorkspace,
  users: [...(deskWorkspace.users ?? []), { id: gil, name: 'gil', is_restricted: true }],
};

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline(workspace);
});
afterEach(() => app.stop());

const opens = async (person: string): Promise<OpenView> => (await app.slack.opensHome(person)).nextView();
const published = (person: string) =>
  app.slack.callsTo('views.publish').filter(({ args }) => args['user_id'] === person).length;

/** Presses a button of the Home and waits until it shows something else. */
async function turns(person: string, button: string): Promise<string> {
  const before = published(person);
  await app.slack.clicks(person, app.slack.home(person)!, button);
  await app.slack.until(() => published(person) > before && app.slack.calls.at(-1)?.outcome === 'ok');
  return shownText(app.slack.home(person)!);
}

/** An act of Ana’s on the record, as any door to it would make. */
const records = (text: string, more: { embargoedUntil?: string; verification?: 'unverified' } = {}) =>
  app.service.record(ana, (newsroom) => [
    {
      type: 'entry-added',
      id: `E-${newsroom.entries.size + 1}`,
      entry: {
        kind: 'fact',
        stories: ['ford-xiaomi'],
        entities: ['ford'],
        text,
        sources: [],
        verification: 'reported',
        ...more,
      },
    },
  ]);
const asks = (text: string, more: { owner?: string; due?: string }) =>
  app.service.record(ed, (newsroom) => [
    {
      type: 'question-asked',
      id: `Q-${newsroom.questions.size + 1}`,
      question: { story: 'ford-xiaomi', text, ...more },
    },
  ]);

describe('the App Home of a reader', () => {
  test('shows the stories that moved and their own open questions, and nothing of the queue', async () => {
    await asks('What does Ana’s source say?', { owner: ana });
    await asks('What does Ed’s source say?', { owner: ed });

    const text = shownText(await opens(ana));

    expect(text).toContain('*Stories that moved*');
    expect(text).toContain('Ford and Xiaomi discussed building electric cars');
    expect(text).toContain('What does Ana’s source say?');
    expect(text).not.toContain('What does Ed’s source say?');
    expect(text).not.toMatch(/queue|To verify|Under embargo/);
  });

  test('says what is new since they last looked, and leads to it', async () => {
    await app.slack.types(ana, autos, '/brief ford-xiaomi');
    await records('Ford will reply on Monday');

    const text = shownText(await opens(ana));

    expect(text).toContain('*New since you looked*');
    expect(text).toContain('1 thing new or changed');
    expect(await turns(ana, 'What is new')).toContain('Ford will reply on Monday');
  });

  test('turns to a briefing and back in place; Share is left out, as there is no channel', async () => {
    await opens(ana);

    const briefing = await turns(ana, 'Briefing');

    expect(briefing).toContain('*Reported, by whom*');
    expect(app.slack.buttons(app.slack.home(ana)!)).not.toContain('Share to channel');
    expect(await turns(ana, 'Back')).toContain('*Stories that moved*');
  });

  test('turns its own pages when a list is longer than a page', async () => {
    for (let number = 1; number <= 20; number += 1) await asks(`Question number ${number}?`, { owner: ana });
    await opens(ana);

    const first = await turns(ana, 'More (17)');
    const second = await turns(ana, 'More');

    expect(first).toContain('20 in all · page 1 of 2');
    expect(first).toContain('Question number 15?');
    expect(second).toContain('Question number 20?');
    expect(await turns(ana, 'Back')).toContain('Your newsroom');
  });

  test('is published without asking Slack who they are, when that is known', async () => {
    await opens(ana);
    const asked = app.slack.callsTo('users.info').length;

    await opens(ana);

    expect(app.slack.callsTo('users.info')).toHaveLength(asked);
    expect(published(ana)).toBe(2);
  });
});

describe('the App Home of an editor', () => {
  test('has the queue: to verify, under embargo, overdue, each with a button', async () => {
    await records('Somebody saw a prototype', { verification: 'unverified' });
    await records('The deal is signed on Friday', { embargoedUntil: '2999-01-01T00:00:00.000Z' });
    await asks('Has Commerce been notified?', { owner: ana, due: '2026-01-05' });

    const home = await opens(ed);
    const text = shownText(home);

    expect(text).toContain('*To verify*');
    expect(text).toContain('Somebody saw a prototype');
    expect(text).toContain('*Under embargo*');
    expect(text.match(/2999/g)).toHaveLength(1);
    expect(text).toContain('due 5 Jan 2026');
    expect(text).toContain('The deal is signed on Friday');
    expect(text).toContain('*Overdue questions*');
    expect(text).toContain('Has Commerce been notified?');
    expect(app.slack.buttons(home)).toEqual(expect.arrayContaining(['Verify', 'Open', 'Answer']));
  });

  test('alone shows what is under embargo', async () => {
    await records('The deal is signed on Friday', { embargoedUntil: '2999-01-01T00:00:00.000Z' });

    const reader = await opens(ana);

    expect(shownText(reader)).not.toContain('signed on Friday');
    expect(shownText(await opens(ed))).toContain('signed on Friday');
  });
});

describe('while it is open', () => {
  test('it is published anew soon after something changed, once for many changes', async () => {
    await opens(ana);

    await asks('Who called the regulator?', { owner: ana });
    await asks('Who called the union?', { owner: ana });
    await app.slack.until(() => shownText(app.slack.home(ana)!).includes('called the union'), {
      timeoutMs: 4000,
    });

    expect(shownText(app.slack.home(ana)!)).toContain('called the regulator');
    expect(published(ana)).toBe(2);
  });

  test('it is left alone where nothing of it changed: an embargo shows not even so', async () => {
    await opens(ana);
    await opens(ed);

    await records('The deal is signed on Friday', { embargoedUntil: '2999-01-01T00:00:00.000Z' });
    await app.slack.until(() => published(ed) === 2, { timeoutMs: 4000 });

    expect(shownText(app.slack.home(ed)!)).toContain('signed on Friday');
    expect(published(ana)).toBe(1);
  });

  test('what Slack asks to wait with is published when it may be', async () => {
    await opens(ana);
    app.slack.failNext('views.publish', { rateLimitedForSeconds: 1 });

    await asks('Who called the regulator?', { owner: ana });
    await app.slack.until(() => shownText(app.slack.home(ana)!).includes('called the regulator'), {
      timeoutMs: 6000,
    });

    expect(published(ana)).toBe(3);
  });

  test('a briefing that somebody turned to stays under their eyes', async () => {
    await opens(ana);
    await opens(ed);
    await turns(ana, 'Briefing');

    await records('Ford will reply on Monday');
    await app.slack.until(() => published(ed) === 2, { timeoutMs: 4000 });

    expect(shownText(app.slack.home(ana)!)).toContain('*Reported, by whom*');
    expect(published(ana)).toBe(2);
  });
});

test('a guest is told in their Home that they have no access and who can help', async () => {
  const text = shownText(await opens(gil));

  expect(text).toContain('guests of this workspace have no access');
  expect(text).toContain(`<@${ed}>`);
  expect(text).not.toContain('Xiaomi');
});

test('the messages tab of the app publishes nothing', async () => {
  await app.slack.sends({ type: 'app_home_opened', user: ana, channel: 'D0ANA', tab: 'messages' });
  await app.slack.types(ana, autos, '/brief help');

  expect(published(ana)).toBe(0);
});
