import { shownText } from '../support/fake-slack/shown-text.ts';
import type { Message } from '../support/fake-slack/state/timeline.ts';
import { ana, autos, ed, eventually, type Slugline, startSlugline } from '../support/slugline.ts';

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline();
});
afterEach(() => app.stop());

const secret = 'signed in Detroit on Friday';
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();
const far = '2999-01-01T06:00:00.000Z';

/** An entry under embargo, as any door to the record would make it; and its number. */
async function underEmbargo(embargoedUntil: string): Promise<string> {
  const id = `E-${app.newsroom.entries.size + 1}`;
  await app.service.record(ed, () => [
    {
      type: 'entry-added',
      id,
      entry: {
        kind: 'fact',
        stories: ['ford-xiaomi'],
        entities: ['ford'],
        text: `The deal is ${secret}`,
        sources: [],
        verification: 'reported',
        embargoedUntil,
      },
    },
  ]);
  return id;
}
const brief = async (person: string, words: string): Promise<Message> =>
  (await app.slack.types(person, autos, `/brief ${words}`)).message;
const liftsOf = (id: string) =>
  app.newsroom.entries.get(id)?.revisions.filter(({ by }) => by === 'embargo-clock').length ?? 0;
const isLifted = (id: string) => app.newsroom.entries.get(id)?.embargoedUntil === undefined;
const forAll = () =>
  app.slack.transcript(autos).filter((message) => message.bot_id && message.ephemeralFor === undefined);

test('an embargo lifts by the clock while the newsroom works, once, and a reader then reads the entry', async () => {
  const id = await underEmbargo(inMs(300));
  const early = shownText(await brief(ana, 'ford-xiaomi timeline'));

  await eventually(() => isLifted(id));

  expect(early).not.toContain(secret);
  expect(shownText(await brief(ana, id))).toContain(secret);
  expect(liftsOf(id)).toBe(1);
});

test('one that fell due while the app was down is lifted at the start, and no second time', async () => {
  const id = await underEmbargo(inMs(900));
  const due = app.newsroom.entries.get(id)?.embargoedUntil ?? '';

  await app.restarts(() => eventually(() => inMs(0) > due));
  await eventually(() => isLifted(id));
  await app.restarts();
  await brief(ana, 'help');

  expect(liftsOf(id)).toBe(1);
  expect(shownText(await brief(ana, id))).toContain(secret);
});

describe('until then, an entry under embargo', () => {
  let id: string;
  beforeEach(async () => {
    id = await underEmbargo(far);
  });

  test('is shown to an editor, marked, and to a reader nowhere', async () => {
    const asked = [
      '',
      'ford-xiaomi',
      'ford-xiaomi timeline page:2',
      'ford',
      'ford xiaomi',
      'catchup ford-xiaomi',
    ];
    const views = ['claims', 'changes', 'gaps', 'sources', 'people'].map((view) => `ford-xiaomi ${view}`);

    for (const words of [...asked, ...views, id, 'ford-xiaomi as-of:today', 'signed in Detroit'])
      expect(shownText(await brief(ana, words)).replace(/\*signed in Detroit\*/gi, '')).not.toContain(secret);
    const home = await (await app.slack.opensHome(ana)).nextView();

    expect(shownText(home)).not.toContain(secret);
    expect(shownText(await brief(ed, id))).toContain(secret);
    expect(shownText(await brief(ed, id))).toMatch(/EMBARGOED until .*2999/);
  });

  test('looks to a reader like one that was never there', async () => {
    const hidden = shownText(await brief(ana, id));
    const never = shownText(await brief(ana, 'E-9999'));

    expect(hidden.replace(id, 'E-9999')).toBe(never);
  });

  test('is not on what an editor shares', async () => {
    const page = await brief(ed, 'ford-xiaomi');
    const before = page.shownAt;

    await app.slack.clicks(ed, page, 'Share to channel');
    await app.slack.until(() => page.shownAt > before);

    expect(forAll()).toHaveLength(1);
    expect(forAll()[0]?.text).not.toMatch(new RegExp(`${secret}|EMBARGO|${id}\\b`));
  });

  test('cannot be shared by an editor: nothing is posted, not even that it is refused', async () => {
    const page = await brief(ed, id);

    const clicked = await app.slack.clicks(ed, page, 'Share to channel');
    const told = await clicked.nextMessage();

    expect(shownText(told)).toContain('nothing on this page is for everybody');
    expect(forAll()).toEqual([]);
  });

  test('is not in the answer to an editor’s mention, whatever is asked', async () => {
    for (const [count, words] of [
      'ford-xiaomi',
      'ford-xiaomi timeline page:2',
      'ford',
      'ford xiaomi',
    ].entries()) {
      await app.slack.mentions(ed, autos, words);
      await app.slack.until(() => forAll().length === count + 1);
    }

    for (const answer of forAll()) {
      expect(answer.text).not.toMatch(new RegExp(`${secret}|EMBARGO|${id}\\b`));
      expect(JSON.stringify(answer.blocks)).not.toContain(secret);
    }
    expect(app.logged).not.toContain(secret);
  });

  test('leaves no word with anybody else, whatever an editor does with it, and none in the log', async () => {
    await brief(ana, 'subscribe ford-xiaomi');
    for (const words of [
      `correct ${id} The deal was ${secret}, at noon | reason: ${secret}`,
      `verify ${id} confirmed src:"${secret}"`,
      `clarify ${id} It was ${secret} in fact`,
      `embargo ${id} until:"2998-03-02 06:00"`,
      `answer Q-1 ${id}`,
      `withdraw ${id} reason:"not ${secret}"`,
    ])
      await brief(ed, words);
    await app.slack.mentions(ana, autos, 'ford-xiaomi changes');
    await eventually(() => forAll().some(({ text }) => text.includes('Changes')));
    const home = await (await app.slack.opensHome(ana)).nextView();

    for (const message of app.slack.transcript(autos, { seenBy: ana }).filter(({ bot_id }) => bot_id))
      expect(JSON.stringify(message)).not.toContain(secret);
    expect(JSON.stringify(app.slack.directMessages(ana))).not.toContain(secret);
    expect(JSON.stringify(home)).not.toContain(secret);
    expect(app.logged).not.toContain(secret);
    expect(app.newsroom.entries.get(id)?.revisions.map(({ act }) => act)).toContain('entry-corrected');
  });

  test('is lifted by an editor at once, and by nobody else', async () => {
    const refused = shownText(await brief(ana, `lift ${id}`));

    await brief(ed, `lift ${id}`);

    expect(refused).toContain('That is for editors');
    expect(isLifted(id)).toBe(true);
    expect(shownText(await brief(ana, id))).toContain(secret);
    expect(liftsOf(id)).toBe(0);
  });
});
