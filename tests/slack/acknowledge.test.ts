import { shownText } from '../support/fake-slack/shown-text.ts';
import { ana, autos, ed, eventually, type Slugline, startSlugline } from '../support/slugline.ts';

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline();
});
afterEach(() => app.stop());

const types = async (person: string, words: string) =>
  shownText((await app.slack.types(person, autos, `/brief ${words}`)).message);
const opensHome = async (person: string) => shownText(await (await app.slack.opensHome(person)).nextView());

/** Opens the briefing, and is on record as having read it: that is written a second behind. */
async function reads(person: string, words = 'ford-xiaomi'): Promise<void> {
  await types(person, words);
  await eventually(() => [...app.newsroom.readers.all()].some((mark) => mark.person === person));
}
const corrects = (text = 'Ford and Xiaomi discussed a plant') =>
  types(ed, `correct E-1 ${text} | reason: it was a plant`);

/** Presses a button of the Home as it stands, and reads what the Home shows then. */
async function presses(person: string, button: string, home = app.slack.home(person)!): Promise<string> {
  const before = app.slack.home(person)!.shownAt;
  await app.slack.clicks(person, home, button);
  await app.slack.until(() => app.slack.home(person)!.shownAt > before, {
    what: `“${button}” to turn the Home`,
  });
  return shownText(app.slack.home(person)!);
}

describe('corrected since you read it', () => {
  test('whoever opened the briefing before is told in their Home, with what they read struck', async () => {
    await reads(ana);
    await corrects();

    const home = await opensHome(ana);

    expect(home).toContain('Corrected since you read it');
    expect(home).toMatch(/~[^~]+~/);
    expect(home).toContain('Ford and Xiaomi discussed a plant');
    expect(home).toContain('it was a plant');
  });

  test('the desk sees how many have not acknowledged it, and the reader’s press takes it away', async () => {
    await reads(ana);
    await corrects();
    const before = await types(ed, 'E-1');
    await opensHome(ana);

    const home = await presses(ana, 'Seen');

    expect(before).toContain('1 reader has not acknowledged');
    expect(home).toContain('Noted: you know of E-1.');
    expect(await types(ed, 'E-1')).not.toContain('not acknowledged');
    expect(await presses(ana, 'Back')).not.toContain('Corrected since you read it');
  });

  test('it stays until they say so, also when they open the briefing again', async () => {
    await reads(ana);
    await corrects();
    await types(ana, 'ford-xiaomi');

    expect(await opensHome(ana)).toContain('Corrected since you read it');
  });

  test('it stays over a restart', async () => {
    await reads(ana);
    await corrects();

    await app.restarts();

    expect(await opensHome(ana)).toContain('Corrected since you read it');
  });

  test('who opened it only afterwards, and who corrected it, are told nothing', async () => {
    await reads(ed);
    await corrects();
    await types(ana, 'ford-xiaomi');

    expect(await opensHome(ana)).not.toContain('Corrected since you read it');
    expect(await opensHome(ed)).not.toContain('Corrected since you read it');
  });

  test('a withdrawn entry is told as one not to use, without a word of what it said', async () => {
    await reads(ana);
    const said = app.newsroom.entries.get('E-1')?.text ?? '';
    await types(ed, 'withdraw E-1 reason:"the FT withdrew its report"');

    const home = await opensHome(ana);

    const row = home.slice(home.indexOf('Withdrawn'), home.indexOf('Seen'));
    expect(row).toContain('Withdrawn: do not use.* `E-1`');
    expect(row).not.toContain(said.slice(0, 30));
    expect(row).not.toContain('~');
    expect(home).toContain('the FT withdrew its report');
  });

  test('corrected again before the press, it is shown again and not taken for known', async () => {
    await reads(ana);
    await corrects();
    await opensHome(ana);
    const asSeen = structuredClone(app.slack.home(ana)!);
    await corrects('Ford and Xiaomi discussed two plants');

    const home = await presses(ana, 'Seen', asSeen);

    expect(home).toContain('E-1 was changed again meanwhile');
    expect(home).toContain('two plants');
    expect(app.newsroom.alerts.size).toBe(1);
  });

  test('typed, it works as well as pressed', async () => {
    await reads(ana);
    await corrects();

    expect(await types(ana, 'seen E-1')).toContain('Noted: you know of E-1.');
    expect(app.newsroom.alerts.size).toBe(0);
    expect(await types(ana, 'seen nonsense')).toContain('/brief seen E-31');
  });

  test('under embargo, nobody but editors hears of it', async () => {
    await reads(ana);
    await types(ed, 'embargo E-1 until:"2099-03-02 06:00"');
    await corrects();

    expect(await opensHome(ana)).not.toContain('a plant');
  });

  test('readers are not told how many have not acknowledged it', async () => {
    await reads(ana);
    await corrects();

    expect(await types(ana, 'E-1')).not.toContain('not acknowledged');
  });
});
