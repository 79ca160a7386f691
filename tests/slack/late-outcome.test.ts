import { shownText } from '../support/fake-slack/shown-text.ts';
import { ana, autos, type Slugline, startSlugline } from '../support/slugline.ts';

// The acknowledgement waits for milliseconds here, so that an outcome is late without anybody waiting for it.
jest.mock('../../src/slack/settle-within.ts', () => {
  const { settleWithin } = jest.requireActual('../../src/slack/settle-within.ts');
  return { settleWithin: (work: Promise<unknown>) => settleWithin(work, isLate ? 20 : 2300) };
});
let isLate = false;

const filled = { Text: 'Ford hired two lobbyists', Source: 'Ford spokesperson' };

let app: Slugline;
beforeEach(async () => {
  isLate = false;
  app = await startSlugline();
});
afterEach(() => app.stop());

const brief = (words: string) => app.slack.types(ana, autos, `/brief ${words}`);
const toldInPerson = () => app.slack.until(() => app.slack.directMessages(ana)[0]);
const entries = () => app.newsroom.entries.size;

/** Slow enough that the acknowledgement cannot wait for it. */
const takesLong = (outcome: 'recorded' | 'a bug') => {
  isLate = true;
  const record = app.service.record.bind(app.service);
  jest.spyOn(app.service, 'record').mockImplementationOnce(async (by, decide) => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    if (outcome === 'a bug') throw new Error('a bug');
    return record(by, decide);
  });
};

describe('what goes wrong after the acknowledgement', () => {
  test('of a command is told in person, with its reference', async () => {
    takesLong('a bug');

    await brief('add ford-xiaomi Ford declined | src: Ford spokesperson | rules: record');

    expect((await toldInPerson()).text).toMatch(/reference.*[0-9a-f]{6}/);
  });

  test('of a form brings it back with all that was typed, and its reference in person', async () => {
    const view = await (await brief('add ford-xiaomi')).nextView();
    takesLong('a bug');

    await app.slack.submits(ana, view, filled);
    expect((await toldInPerson()).text).toMatch(/reference.*[0-9a-f]{6}/);

    expect(JSON.stringify(app.slack.modal(ana)?.blocks)).toContain('Ford hired two lobbyists');
    expect(app.logged).not.toContain('lobbyists');
  });

  test('of a form that was closed meanwhile gives the text back in a message', async () => {
    const view = await (await brief('add ford-xiaomi')).nextView();
    takesLong('a bug');
    app.slack.failNext('views.update', { error: 'not_found' });

    const sent = await app.slack.submits(ana, view, filled);
    const told = await sent.nextMessage({ matching: ({ text }) => text.includes('You typed') });

    expect(told.ephemeralFor).toBe(ana);
    expect(shownText(told)).toContain('Ford hired two lobbyists');
  });
});

test('a form that was closed before it was recorded is told of in a message', async () => {
  const before = entries();
  const view = await (await brief('add ford-xiaomi')).nextView();
  takesLong('recorded');
  app.slack.failNext('views.update', { error: 'not_found' });

  const sent = await app.slack.submits(ana, view, filled);
  const told = await sent.nextMessage({ matching: ({ text }) => text.includes('lobbyists') });

  expect(shownText(told)).toContain('Recorded');
  expect(entries()).toBe(before + 1);
});

test('a bug behind a button of the App Home is told in person', async () => {
  const home = await (await app.slack.opensHome(ana)).nextView();
  app.slack.failNext('views.publish', { error: 'internal_error' });

  await app.slack.clicks(ana, home, 'Briefing');

  expect((await toldInPerson()).text).toMatch(/reference.*[0-9a-f]{6}/);
});

test('a form that a mention needed is answered in its thread, however long it took', async () => {
  const seen = await app.slack.mentions(ana, autos, 'add ford-xiaomi: Ford hired two lobbyists');
  const offer = await seen.nextMessage();
  const view = await (await app.slack.clicks(ana, offer, 'Open the form')).nextView();
  takesLong('recorded');

  const sent = await app.slack.submits(ana, view, { Source: 'Ford spokesperson' });
  const answer = await sent.nextMessage({ matching: ({ text }) => text.includes('Recorded') });

  expect(answer).toMatchObject({ thread_ts: seen.said.ts, ephemeralFor: undefined });
});

test('an article that took long shows in the form, and beside it with the buttons of its draft', async () => {
  const view = await (await brief('import ford-xiaomi')).nextView();
  takesLong('recorded');

  const sent = await app.slack.submits(ana, view, { Article: 'Ford left the talks on Monday.' });
  const told = await sent.nextMessage({ matching: ({ ephemeralFor }) => ephemeralFor === ana });

  expect(app.slack.buttons(told)).toContain('Edit');
  await app.slack.until(() => JSON.stringify(app.slack.modal(ana)?.blocks).includes('D-1'));
});
