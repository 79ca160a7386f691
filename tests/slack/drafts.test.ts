import type { DraftContent } from '../../src/domain/records/draft.ts';
import { draftOfLines, line, somebodyNew } from '../support/drafts.ts';
import { elementsIn } from '../support/fake-slack/acts/find-element.ts';
import { shownText } from '../support/fake-slack/shown-text.ts';
import type { Message } from '../support/fake-slack/state/timeline.ts';
import type { OpenView } from '../support/fake-slack/state/view-stacks.ts';
import {
  ana,
  asItStands,
  autos,
  deskWorkspace,
  ed,
  type Slugline,
  startSlugline,
} from '../support/slugline.ts';

const rea = 'U0REA';
const eve = 'U0EVE';
let app: Slugline;
let before: number;
beforeEach(async () => {
  const users = [
    ...(deskWorkspace.users ?? []),
    { id: rea, name: 'rea', real_name: 'Rea Lund' },
    { id: eve, name: 'eve', real_name: 'Eve Berg' },
  ];
  app = await startSlugline({ ...deskWorkspace, users }, { contributors: [ana], editors: [ed, eve] });
  before = app.newsroom.entries.size;
});
afterEach(() => app.stop());

const types = async (person: string, words: string): Promise<Message> =>
  (await app.slack.types(person, autos, `/brief ${words}`)).message;
const form = async (person: string, words: string): Promise<OpenView> =>
  await (await app.slack.types(person, autos, `/brief ${words}`)).nextView();
const added = () => app.newsroom.entries.size - before;
const inThread = () =>
  app.slack.transcript(autos).filter(({ thread_ts, bot_id }) => bot_id && thread_ts !== undefined);
const forEverybody = () =>
  app.slack.transcript(autos).filter(({ ephemeralFor }) => ephemeralFor === undefined);

/** D-1, as if an article had been read. */
async function drafted(draft: DraftContent): Promise<void> {
  await app.service.record('feed', ({ drafts }) => [
    { type: 'draft-made', id: `D-${drafts.size + 1}`, draft },
  ]);
}
const talks = (lines: Parameters<typeof draftOfLines>[0], more: Partial<DraftContent> = {}) =>
  drafted(draftOfLines(lines, { story: 'ford-xiaomi', via: 'feed', ...more }));

/** The button that asks this, whatever of the draft was shown by then. */
const buttonAsking = ({ blocks }: Message | OpenView, command: string) =>
  elementsIn(blocks)
    .map(({ element }) => element)
    .find(({ value }) => String(value).replace(/ shown:\d+/, '') === command);

/** Presses the button that asks this, and reads what the page turns into. */
async function presses(person: string, page: Message | OpenView, command: string): Promise<string> {
  const there = buttonAsking(page, command);
  if (!there) throw new Error(`no button asks ${command} on:\n${shownText(page)}`);
  const { shownAt } = page;
  await app.slack.clicks(person, page, String(there.action_id));
  await app.slack.until(() => page.shownAt > shownAt, { what: `“${command}” to turn the page` });
  return shownText(page);
}

describe('an article that is pasted', () => {
  test('becomes a draft, is accepted, and its entries reach the thread of a channel that follows the story', async () => {
    await types(ana, 'subscribe ford-xiaomi');
    const told = await app.slack.submits(ana, await form(ana, 'import ford-xiaomi'), {
      Article: 'Ford leaves the talks\n\nFord left the talks on Monday. Xiaomi confirmed that on Tuesday.',
      'Whose it is': 'Financial Times',
    });
    const page = await told.nextMessage({ matching: ({ ephemeralFor }) => ephemeralFor === ana });
    const count = app.newsroom.drafts.get('D-1')!.proposals.length;

    expect(shownText(page)).toContain('Ford leaves the talks');
    expect(added()).toBe(0);
    await types(ed, 'accept D-1 lines anyway');

    expect(count).toBeGreaterThan(0);
    expect(added()).toBe(count);
    const first = [...app.newsroom.entries.all()][before]!;
    const heard = () => inThread().map(shownText).join('\n').includes(first.text);
    await app.slack.until(heard, { what: 'the thread to hear of it', timeoutMs: 8000 });
  });

  test('that was refused stands in the form again, whole', async () => {
    const article = `Ford left. ${'Nobody said why. '.repeat(170)}`.trim();
    const view = await form(ana, 'import');

    await app.slack.submits(ana, view, { Article: article, Story: 'nonesuch' });

    const again = elementsIn(app.slack.modal(ana)!.blocks);
    expect(app.slack.modal(ana)).toBeDefined();
    expect(again.map(({ element }) => element.initial_value ?? article)).toContain(article);
    expect(app.newsroom.drafts.size).toBe(0);
  });

  test('sent twice by an impatient person makes one draft', async () => {
    const view = await form(ana, 'import ford-xiaomi');
    const typed = { Article: 'Ford left the talks on Monday.' };

    await Promise.all([app.slack.submits(ana, view, typed), app.slack.submits(ana, view, typed)]);

    expect(app.newsroom.drafts.size).toBe(1);
  });
});

describe('a draft', () => {
  test('is decided on with its buttons, line by line, on the page that stands there', async () => {
    await talks(['Ford left.', 'Xiaomi stayed.', 'Nobody spoke.'], { questions: [{ text: 'Why?' }] });
    const page = await types(ed, 'D-1');

    const accepted = await presses(ed, page, 'accept D-1 2');
    const dropped = await presses(ed, page, 'drop D-1 1');
    const all = await presses(ed, page, 'accept D-1 all');

    expect(accepted).toContain('Recorded');
    expect(accepted).not.toContain('Xiaomi stayed.');
    expect(dropped).toContain('Dropped: 1.');
    expect(all).toContain('All of it is decided');
    expect([...app.newsroom.entries.all()].slice(before).map(({ text }) => text)).toEqual([
      'Xiaomi stayed.',
      'Nobody spoke.',
    ]);
  });

  test('of which a line was dropped offers it again; with one on record it leads to the briefing', async () => {
    await talks(['Ford left.', 'Xiaomi stayed.', 'Nobody spoke.']);
    await types(ed, 'accept D-1 2');
    await types(ed, 'drop D-1 1');
    const page = await types(ed, 'D-1 all');

    const accepted = await presses(ed, page, 'accept D-1 1');
    const briefing = await presses(ed, page, 'story:ford-xiaomi');

    expect(accepted).toContain('Recorded');
    expect(briefing).toContain('Ford left.');
  });

  test('asks back before many lines are accepted or dropped at once, and not before one', async () => {
    await talks(['Ford left.', 'Xiaomi stayed.']);
    const page = asItStands(await types(ed, 'D-1'));
    const one = await types(ed, 'drop D-1 1');

    const asksBack = (shown: Message, command: string) => buttonAsking(shown, command)?.confirm;

    expect(asksBack(page, 'accept D-1 all')).toMatchObject({
      text: { text: 'Puts 2 on record; channels that follow the story are told of each line.' },
      deny: { text: 'Cancel' },
    });
    expect(asksBack(page, 'drop D-1 all')).toBeDefined();
    expect(asksBack(page, 'accept D-1 1')).toBeUndefined();
    expect(asksBack(one, 'accept D-1 all')).toBeUndefined();
  });

  test('of which two editors accept the same line at once has one entry, and the second is told which', async () => {
    await talks(['Ford left.', 'Xiaomi stayed.']);
    const [one, other] = [await types(ed, 'D-1'), await types(eve, 'D-1')];

    const told = await Promise.all([presses(ed, one, 'accept D-1 1'), presses(eve, other, 'accept D-1 1')]);

    expect(added()).toBe(1);
    expect(told.filter((text) => text.includes('Recorded:'))).toHaveLength(1);
    expect(told.filter((text) => /on record already, as `?E-26/.test(text))).toHaveLength(1);
  });

  test('that a reader presses a button of is refused, whoever’s page it was', async () => {
    await talks(['Ford left.']);
    const page = asItStands(await types(ed, 'D-1'));
    const accept = buttonAsking(page, 'accept D-1 1')!;

    const refused = await (await app.slack.clicks(rea, page, String(accept.action_id))).nextMessage({
      matching: ({ ephemeralFor }) => ephemeralFor === rea,
    });

    expect(shownText(refused)).toContain('That is for editors.');
    expect(added()).toBe(0);
  });

  test('has each line changed in a form, and told beside it', async () => {
    await talks(['Ford left.']);
    const page = await types(ed, 'D-1');
    const edit = buttonAsking(page, 'change D-1 1')!;

    const view = await (await app.slack.clicks(ed, page, String(edit.action_id))).nextView();
    const sent = await app.slack.submits(ed, view, { Text: 'Ford left on Monday.' });
    const told = await sent.nextMessage({ matching: ({ ephemeralFor }) => ephemeralFor === ed });

    expect(shownText(told)).toContain('Line 1 is changed');
    expect(shownText(told)).toContain('Ford left on Monday.');
    expect(added()).toBe(0);
  });

  test('that nobody filed asks for its story at the first acceptance', async () => {
    await drafted(draftOfLines(['Ford and Xiaomi left.'], { via: 'feed' }));
    const refused = await types(ed, 'accept D-1 all');

    const view = await (await app.slack.clicks(ed, refused, 'File it under a story')).nextView();
    await app.slack.submits(ed, view);
    await types(ed, 'accept D-1 all');

    expect(app.newsroom.drafts.get('D-1')?.story).toBe('ford-xiaomi');
    expect(added()).toBe(1);
  });

  test('is the same after a restart, with what was decided', async () => {
    await talks(['Ford left.', 'Xiaomi stayed.'], { entities: [somebodyNew('Jane Roe')] });
    await types(ed, 'accept D-1 1');
    const draft = structuredClone(app.newsroom.drafts.get('D-1'));

    await app.restarts();

    expect(app.newsroom.drafts.get('D-1')).toEqual(draft);
    expect(shownText(await types(ed, 'D-1'))).toContain('Xiaomi stayed.');
  });

  test('asked for in a mention is whispered: nobody else in the thread sees a word of it', async () => {
    await talks(['Ford left in secret.']);

    for (const words of [
      'D-1',
      'drafts',
      'accept D-1 q9',
      'change D-1 1',
      'import ford-xiaomi Ford lost a secret.',
    ]) {
      const asked = await app.slack.mentions(ed, autos, words);
      await asked.nextMessage({ matching: ({ ephemeralFor }) => ephemeralFor === ed });
    }

    expect(forEverybody().filter(({ bot_id }) => bot_id)).toEqual([]);
  });

  test('is not shown to a reader, nor made by one, and they are told who can help', async () => {
    await talks(['Ford left in secret.']);

    const answers = [];
    for (const words of ['D-1', 'drafts', 'import ford-xiaomi', 'accept D-1 all', 'file D-1 ford-xiaomi'])
      answers.push(shownText(await types(rea, words)));
    const home = shownText((await (await app.slack.opensHome(rea)).nextView())!);

    for (const answer of answers) expect(answer).toMatch(/That is for .*(?:contribute|editors)/);
    expect(answers.join('') + home).not.toContain('secret');
    expect(home).not.toContain('draft');
    expect(added()).toBe(0);
  });

  test('is read, filed and put otherwise by a contributor, and decided on by editors alone', async () => {
    await talks(['Ford left.', 'Xiaomi stayed.']);

    const page = await types(ana, 'D-1');
    const refused = shownText(await types(ana, 'accept D-1 1'));

    expect(app.slack.buttons(page)).toEqual(expect.arrayContaining(['Edit', 'File elsewhere']));
    expect(app.slack.buttons(page).filter((label) => /Accept|Drop/.test(label))).toEqual([]);
    expect(shownText(page)).toContain('Editors accept or drop');
    expect(refused).toContain('That is for editors.');
  });
});

describe('the message shortcut Import article', () => {
  const shortcut = async (person: string, message: Message): Promise<Message> =>
    await (await app.slack.shortcut(person, 'import_article', { message })).nextMessage({
      matching: ({ ephemeralFor }) => ephemeralFor === person,
    });

  test('makes a draft of a message as long as Slack takes, shown to who chose it, with its buttons', async () => {
    const sentences = Array.from(
      { length: 700 },
      (_, at) => `On day ${at} Ford and Xiaomi met again in Detroit.`,
    );
    const long = app.slack.says(ana, autos, sentences.join(' ').slice(0, 39_000));

    const page = await shortcut(ed, long);

    expect(app.newsroom.drafts.get('D-1')).toMatchObject({
      ...{ via: 'message', key: `message:${autos}:${long.ts}`, by: ed },
      permalink: expect.stringContaining('archives/C0AUTOS'),
    });
    expect(app.slack.buttons(page)).toEqual(expect.arrayContaining(['Accept', 'Edit', 'Drop', 'Next page']));
    expect(added()).toBe(0);
  });

  test('of the same message leads to the same draft, whoever chooses it', async () => {
    const message = app.slack.says(ana, autos, 'Ford left the talks on Monday. Xiaomi stayed.');

    await shortcut(ana, message);
    const again = await shortcut(ed, message);

    expect(app.newsroom.drafts.size).toBe(1);
    expect(shownText(again)).toContain('D-1');
  });

  test('refuses a reader, and keeps nothing of it', async () => {
    const message = app.slack.says(ana, autos, 'Ford left the talks on Monday.');

    const refused = await shortcut(rea, message);

    expect(shownText(refused)).toContain('contribute to the record');
    expect(app.newsroom.drafts.size).toBe(0);
  });

  test('logs nothing of the message', async () => {
    await shortcut(ana, app.slack.says(ana, autos, 'Ford left the windowless room on Monday.'));

    expect(app.logged).not.toContain('windowless');
  });
});

test('the App Home of an editor counts the drafts that wait, and leads to them', async () => {
  await talks(['Ford left.']);
  await talks(['Xiaomi stayed, and said so.'], { headline: 'Xiaomi stays' });
  const home = await (await app.slack.opensHome(ed)).nextView();

  const queue = await presses(ed, home, 'drafts');
  const page = await presses(ed, home, 'D-2');
  const decided = await presses(ed, home, 'accept D-2 1');

  expect(queue).toMatch(/2 drafts to decide on/);
  expect(page).toContain('Xiaomi stayed, and said so.');
  expect(decided).toContain('All of it is decided');
  expect(added()).toBe(1);
});

describe('a draft as large as there can be', () => {
  const longest = (at: number): string =>
    `${at + 1}. ${'Ford & <Xiaomi> “talked” *again* '.repeat(100)}`.slice(0, 3000);
  const sources = Array.from({ length: 50 }, (_, at) => ({
    ...{ kind: 'publication' as const, label: `${at} ${'&'.repeat(290)}`, groundRules: 'unknown' as const },
    ...{ url: `https://example.com/${'x'.repeat(1900)}`, publisher: '<'.repeat(200) },
  }));
  const huge = draftOfLines(
    Array.from({ length: 300 }, (_, at) => ({
      ...line(longest(at), { sources, attribution: '&'.repeat(300) }),
      statement: `Said: ${'&'.repeat(2900)}`,
    })),
    {
      headline: '<'.repeat(300),
      url: `https://example.com/${'y'.repeat(1900)}`,
      publisher: '&'.repeat(200),
      entities: Array.from({ length: 200 }, (_, at) =>
        somebodyNew(`Jane Roe ${at}`, {
          aliases: Array.from({ length: 20 }, (_, n) => `${n}${'&'.repeat(190)}`),
        }),
      ),
      questions: Array.from({ length: 50 }, (_, at) => ({ text: `${at} ${'&'.repeat(490)}` })),
      story: 'ford-xiaomi',
    },
  );

  test('is shown, turned and decided on within Slack’s limits, in a message and in the Home', async () => {
    await drafted(huge);
    const page = await types(ed, 'D-1');

    for (let to = 2; to <= 4; to += 1) await presses(ed, page, `D-1 page:${to}`);
    const there = await presses(ed, page, 'accept D-1 20 page:4');
    for (const words of ['D-1 page:50', 'D-1 all page:50', 'D-1 names page:34', 'D-1 questions', 'drafts'])
      expect(shownText(await types(ed, words))).toMatch(/Draft|D-1/);
    const home = await (await app.slack.opensHome(ed)).nextView();
    await presses(ed, home, 'drafts');
    await presses(ed, home, 'D-1');

    expect(there).toContain('page 4 of 50');
    expect(shownText(page)).not.toContain('Cut here');
  });

  test('is accepted whole in one act', async () => {
    await drafted({ ...huge, proposals: Array.from({ length: 300 }, (_, at) => line(longest(at))) });
    const { seq } = app.newsroom;

    const told = shownText(await types(ed, 'accept D-1 all'));

    expect(added()).toBe(300);
    expect(app.newsroom.seq).toBe(seq + 1);
    expect(told).toContain('and 338 more');
  });

  test('of which every line breaks a rule says so on one page, with one button that goes on', async () => {
    await drafted({
      ...huge,
      proposals: Array.from({ length: 300 }, (_, at) => line(`A source said so ${at}.`, { sources: [] })),
    });
    const page = await types(ed, 'accept D-1 lines');

    const told = await presses(ed, page, 'accept D-1 1-300 anyway');

    expect(added()).toBe(300);
    expect(told).toContain('Recorded:');
  });
});
