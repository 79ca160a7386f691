import { shownText } from '../support/fake-slack/shown-text.ts';
import { ana, autos, eventually, type Slugline, startSlugline } from '../support/slugline.ts';

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline();
});
afterEach(async () => {
  mend();
  await app.stop();
});

/** A bug whose own message repeats what was typed, as a careless one would. */
function breakNewsroom(): void {
  Object.defineProperty(app.service, 'newsroom', {
    configurable: true,
    get: () => {
      throw new TypeError('the newsroom is broken');
    },
  });
}
const mend = () => Reflect.deleteProperty(app.service, 'newsroom');

const referenceIn = (text: string) => /reference to whoever runs it: ([0-9a-f]{6})/.exec(text)?.[1] ?? 'none';
const failures = () =>
  app.logged
    .split('\n')
    .filter((line) => line.includes('a listener failed'))
    .map((line) => JSON.parse(line) as { reference: string; err: { message: string; stack: string } });

describe('a bug', () => {
  test('in a command: the person gets a reference, the log has the same one and nothing typed', async () => {
    breakNewsroom();

    const seen = await app.slack.types(ana, autos, '/brief hush-hush-merger');

    expect(seen.answer.body).toMatchObject({ response_type: 'ephemeral' });
    const [failure] = failures();
    expect(referenceIn(seen.message.text)).toBe(failure?.reference);
    expect(failure?.err).toMatchObject({ message: 'the newsroom is broken', stack: expect.any(String) });
    expect(app.logged).not.toContain('hush-hush');
  });

  test('behind a button: the page stays and the presser gets a reference', async () => {
    const page = (await app.slack.types(ana, autos, '/brief ford-xiaomi')).message;
    breakNewsroom();

    const pressed = await app.slack.clicks(ana, page, 'Timeline');
    const told = await pressed.nextMessage();

    expect(told.ephemeralFor).toBe(ana);
    expect(told).not.toBe(page);
    expect(referenceIn(told.text)).toBe(failures()[0]?.reference);
    expect(shownText(page)).toContain('What we know');
  });

  test('behind Share: nothing is posted, nothing is claimed to be', async () => {
    const page = (await app.slack.types(ana, autos, '/brief ford-xiaomi')).message;
    breakNewsroom();

    const pressed = await app.slack.clicks(ana, page, 'Share to channel');
    const told = await pressed.nextMessage();

    expect(referenceIn(told.text)).toBe(failures()[0]?.reference);
    expect(app.slack.callsTo('chat.postMessage')).toEqual([]);
    expect(shownText(page)).not.toContain('Shared');
  });

  test('in a mention: whoever asked is told privately, and the log has nothing of the message', async () => {
    breakNewsroom();

    const seen = await app.slack.mentions(ana, autos, 'hush-hush-merger');
    const told = await seen.nextMessage();

    expect(told.ephemeralFor).toBe(ana);
    expect(referenceIn(told.text)).toBe(failures()[0]?.reference);
    expect(app.logged).not.toContain('hush-hush');
  });

  test('that cannot be told leaves its reference in the log all the same', async () => {
    breakNewsroom();
    app.slack.fail('chat.postEphemeral', () => true, { error: 'user_not_in_channel' });

    await app.slack.mentions(ana, autos, 'hush-hush-merger');
    await eventually(() => app.logged.includes('could not be told'));

    const untold = app.logged.split('\n').find((line) => line.includes('could not be told')) ?? '{}';
    expect(JSON.parse(untold)).toMatchObject({ reference: failures()[0]?.reference });
  });

  test('does not stop the next question from being answered', async () => {
    breakNewsroom();
    await app.slack.types(ana, autos, '/brief ford-xiaomi');
    mend();

    const seen = await app.slack.types(ana, autos, '/brief ford-xiaomi');

    expect(seen.message.text).toContain('What we know');
  });
});

describe('what is logged', () => {
  test('of a day’s questions, even at debug: no word of them, and no address that could answer for us', async () => {
    const page = (await app.slack.types(ana, autos, '/brief hush-hush-typed')).message;
    await (await app.slack.mentions(ana, autos, 'hush-hush-mention')).nextMessage();
    app.slack.fail('response_url', () => true, { reset: 'before-landing' });
    const near = app.slack.buttons(page)[0];
    if (near) await app.slack.clicks(ana, page, near);
    const briefing = (await app.slack.types(ana, autos, '/brief ford-xiaomi')).message;
    await app.slack.clicks(ana, briefing, 'Timeline');
    await eventually(() => app.logged.includes('could not be told'));

    expect(app.logged).not.toContain('hush-hush');
    expect(app.logged).not.toMatch(/\/response\/R\d/);
    expect(app.logged).not.toMatch(/xoxb-|xapp-/);
    expect(app.logged).not.toContain('carmaker');
  });
});
