import { shownText } from '../support/fake-slack/shown-text.ts';
import type { Message } from '../support/fake-slack/state/timeline.ts';
import { ana, autos, ed, type Slugline, startSlugline } from '../support/slugline.ts';

let app: Slugline;
beforeEach(async () => {
  app = await startSlugline();
});
afterEach(() => app.stop());

const many = JSON.stringify({
  format: 'slugline-bundle/1',
  name: 'many',
  entries: Array.from({ length: 20 }, (_, n) => ({
    ...{
      key: `plant-${n}`,
      kind: 'fact',
      stories: ['ford-xiaomi'],
      text: `Plant number ${n} opens in Marshall`,
    },
  })),
});

const publicly = () =>
  app.slack.transcript(autos).filter(({ bot_id, ephemeralFor }) => bot_id && ephemeralFor === undefined);

const brief = async (words: string, person = ana): Promise<Message> =>
  (await app.slack.types(person, autos, `/brief ${words}`)).message;

async function presses(message: Message, button: string): Promise<string> {
  const before = message.shownAt;
  await app.slack.clicks(ana, message, button);
  await app.slack.until(() => message.shownAt > before, { what: `“${button}” to turn the page` });
  return shownText(message);
}

describe('searching with /brief', () => {
  test('answers whoever asks alone, with the words in bold', async () => {
    const seen = await app.slack.types(ana, autos, '/brief search “joint venture”');

    const text = shownText(seen.message);
    expect(seen.answer.body).toMatchObject({ response_type: 'ephemeral' });
    expect(text).toContain('*joint* *venture*');
    expect(text).toMatch(/\d+ found/);
  });

  test('pages are turned by buttons, forth and back', async () => {
    await app.imports(many, 'many');
    const message = await brief('search plant number kind:fact');

    const second = await presses(message, 'Next page');
    const first = await presses(message, 'Previous page');

    expect(second).toContain('page 2 of 3');
    expect(first).toContain('page 1 of 3');
  });

  test('eight results as long as records can be, all signs of markup, are within Slack’s limits', async () => {
    const signs = (length: number) => `plant ${'<&>*_~`@'.repeat(length)}`.slice(0, length);
    const entries = Array.from({ length: 20 }, (_, n) => ({
      ...{ key: `plant-${n}`, kind: 'fact', stories: ['ford-xiaomi'], entities: [] },
      ...{ text: signs(3000), attribution: signs(300) },
    }));
    const entities = Array.from({ length: 4 }, (_, n) => ({
      ...{ slug: `plant-${n}`, schema: 'Company', name: signs(190) + n, summary: signs(900) },
      aliases: Array.from({ length: 40 }, (__, at) => signs(110) + n + at),
    }));
    await app.imports(
      JSON.stringify({ format: 'slugline-bundle/1', name: 'signs', entities, entries }),
      'signs',
    );

    const message = await brief(`search plant ${'"<&>"'.repeat(30)}`);
    const second = await presses(message, 'Next page');

    expect(shownText(message)).toContain('24 found');
    expect(second).toContain('page 2 of 3');
  });

  test('a result opens its briefing or its entry', async () => {
    const message = await brief('search "preliminary talks"');

    const opened = await presses(message, 'E-1');

    expect(opened).toMatch(/E-\d+/);
    expect(opened).not.toContain('found');
  });

  test('what an editor finds under embargo is not shared, nor found by others', async () => {
    const editing = async (words: string) => shownText(await brief(words, ed));
    await brief('embargo E-1 until:"2999-01-01 06:00"', ed);

    const [reader, editor] = [
      await brief('search "building electric cars" kind:fact'),
      await editing('search "familiar with the discussions"'),
    ];

    expect(shownText(reader)).not.toContain('E-1 ');
    expect(editor).toContain('EMBARGOED');
  });

  test('what an editor shares of a search, or asks in a thread, has nothing of what is under embargo', async () => {
    await brief('embargo E-1 until:"2999-01-01 06:00"', ed);
    const found = await brief('search "familiar with the discussions"', ed);
    const before = shownText(found);

    await app.slack.clicks(ed, found, 'Share to channel');
    await app.slack.until(() => publicly().length > 0, { what: 'what was shared' });
    const mentioned = await app.slack.mentions(ed, autos, 'search "familiar with the discussions"');
    const answer = await mentioned.nextMessage();

    expect(before).toContain('EMBARGOED');
    for (const text of [publicly().map(shownText).join(), shownText(answer)]) {
      expect(text).toContain('familiar* *with*');
      expect(text).not.toMatch(/EMBARGOED|`E-1`/);
    }
  });

  test('after a restart all is found again, and what was recorded in between, too', async () => {
    await app.restarts();
    await brief('add ford-xiaomi The gigaplant opens in May | src: Ford spokesperson | rules: record');

    expect(shownText(await brief('search gigaplant'))).toContain('1 found');
    expect(shownText(await brief('search "joint venture"'))).not.toContain('Nothing found');
  });
});

describe('searching with @slugline', () => {
  test('is answered in the thread, before everybody', async () => {
    const seen = await app.slack.mentions(ana, autos, 'search "joint venture"');

    const answer = await seen.nextMessage();

    expect(answer.thread_ts).toBe(seen.said.ts);
    expect(answer.ephemeralFor).toBeUndefined();
    expect(shownText(answer)).toContain('*joint* *venture*');
  });

  test('what is then corrected or withdrawn is said in that message, and not a word of it is left', async () => {
    const seen = await app.slack.mentions(ana, autos, 'search talks kind:event,quote');
    const answer = await seen.nextMessage();
    await app.recordsPosts(1);
    const [post] = [...app.newsroom.posts.all()];
    const id = post?.shows[0]?.entry ?? '';
    const words = app.newsroom.entries.get(id)?.text ?? '';
    const before = shownText(answer).replaceAll('*', '');

    await brief(`withdraw ${id} reason:"it was wrong"`, ed);
    await app.slack.until(() => shownText(answer).toLowerCase().includes('withdrawn'), { what: 'the edit' });

    expect(before).toContain(words.slice(0, 40));
    expect(shownText(answer).replaceAll('*', '')).not.toContain(words.slice(0, 40));
  });
});
