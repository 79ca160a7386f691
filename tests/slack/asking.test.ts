import { assertWithinSlackLimits } from '../support/fake-slack/limits/assert-within-slack-limits.ts';
import { shownText } from '../support/fake-slack/shown-text.ts';
import type { Message } from '../support/fake-slack/state/timeline.ts';
import { ana, autos, ed, type Slugline, startSlugline } from '../support/slugline.ts';

let app: Slugline;
let other: Slugline | undefined;

/** A second bundle: more Fords, two Zeekrs, and a company that was called something else. */
const moreNames = JSON.stringify({
  format: 'slugline-bundle/1',
  name: 'more-names',
  entities: [
    { slug: 'harrison-ford', schema: 'Person', name: 'Harrison Ford' },
    { slug: 'ford-foundation', schema: 'Organization', name: 'Ford Foundation' },
    { slug: 'saic', schema: 'Company', name: 'SAIC', previousNames: ['Shanghai Automotive'] },
    { slug: 'zeekr-cars', schema: 'Company', name: 'Zeekr', aliases: ['Z Cars'] },
    { slug: 'zeekr-club', schema: 'Organization', name: 'Zeekr Club', aliases: ['Z Cars'] },
  ],
});

const fordStory = 'Ford and Xiaomi discussed building electric cars in the US, FT reports';

beforeAll(async () => {
  app = await startSlugline();
  await app.imports(moreNames, 'more-names');
});
afterAll(async () => {
  await other?.stop();
  await app.stop();
});

async function reads(typed: string, user = ana): Promise<Message> {
  return (await app.slack.types(user, autos, typed)).message;
}

/** Without the marks of bold, italic and code. */
const inWords = (message: Message): string => shownText(message).replace(/[*_`]/g, '');

/** Presses a button of a page that only the presser sees; the page itself turns. */
async function turns(message: Message, button: string): Promise<string> {
  const before = message.shownAt;
  await app.slack.clicks(ana, message, button);
  await app.slack.until(() => message.shownAt > before, { what: `“${button}” to turn the page` });
  return shownText(message);
}

describe('asking with /brief', () => {
  test('the briefing comes in the acknowledgement itself, to nobody but who asked', async () => {
    const seen = await app.slack.types(ana, autos, '/brief ford-xiaomi');

    expect(seen.answer.body).toMatchObject({ response_type: 'ephemeral' });
    assertWithinSlackLimits(seen.answer.body, 'command_ack');
    for (const method of ['chat.postMessage', 'chat.postEphemeral', 'response_url'])
      expect(app.slack.callsTo(method)).toEqual([]);
    expect(app.slack.transcript(autos, { seenBy: ed })).not.toContain(seen.message);
    const text = inWords(seen.message);
    for (const heading of ['What we know', 'Reported, by whom', 'What we don’t know', 'Who is involved'])
      expect(text).toContain(`\n${heading}\n`);
    expect(text).toContain('citing four individuals familiar with the discussions · E-1');
    expect(app.slack.buttons(seen.message)).toEqual(
      expect.arrayContaining(['Timeline', 'Claims', 'Sources', 'Share to channel']),
    );
  });

  test('a screen reader hears the whole briefing, too', async () => {
    const { text } = await reads('/brief ford-xiaomi');

    expect(text).toContain(fordStory);
    expect(text).toContain('E-1');
    expect(text).toContain('What does Ford say about the reported talks?');
  });

  test('nothing typed shows what moved, with the way into each story', async () => {
    const message = await reads('/brief');

    expect(shownText(message)).toContain('What moved lately');
    expect(shownText(message)).toContain(fordStory);
    expect(await turns(message, 'Briefing')).toContain('*What we know*');
  });

  test.each([
    ['the slug', 'ford-xiaomi'],
    ['upper case', 'FORD-XIAOMI'],
    ['a hash', '#ford-xiaomi'],
    ['a channel link, as Slack sends a typed #channel', '<#C0FORD|ford-xiaomi>'],
    ['a full stop', 'ford-xiaomi.'],
    ['stray spaces', '   ford-xiaomi  '],
    ['straight quotes', '"ford-xiaomi"'],
    ['smart quotes', '“Ford-Xiaomi talks”'],
    ['brackets', '(ford-xiaomi)'],
    ['a question', 'ford-xiaomi?!'],
    ['its headline', fordStory],
    ['an alias', 'Xiaomi JV'],
    ['an alias in any case', 'xiaomi jv'],
    ['the prefix', 'story:ford-xiaomi'],
    ['the prefix in upper case', 'STORY:Ford-Xiaomi'],
  ])('the story is found by %s', async (_how, words) => {
    expect(shownText(await reads(`/brief ${words}`))).toContain('`ford-xiaomi` · developing');
  });

  test.each([
    ['its name', 'Contemporary Amperex Technology Co., Limited', 'entity:catl'],
    ['its alias', 'CATL', 'entity:catl'],
    ['its alias in any case', 'catl', 'entity:catl'],
    ['part of a longer alias', 'contemporary amperex', 'entity:catl'],
    ['a family name', 'Farley', 'entity:jim-farley'],
    ['a full name in any case', 'jim FARLEY', 'entity:jim-farley'],
    ['smart quotes around it', '‘Jim Farley’', 'entity:jim-farley'],
    ['an abbreviation', 'FT', 'entity:financial-times'],
    ['the prefix', 'entity:xiaomi', 'entity:xiaomi'],
    ['the prefix and a space', 'entity: xiaomi', 'entity:xiaomi'],
    ['the prefix and a name in quotes', 'entity:"jim farley"', 'entity:jim-farley'],
    ['its former name', 'Shanghai Automotive', 'entity:saic'],
    ['its former name in any case', 'shanghai automotive.', 'entity:saic'],
  ])('a person or body is found by %s', async (_how, words, slug) => {
    expect(shownText(await reads(`/brief ${words}`))).toContain(`\`${slug}\``);
  });

  test.each([
    'ford xiaomi',
    'Ford and Xiaomi',
    'ford vs xiaomi',
    'ford, xiaomi',
    'ford & xiaomi',
    'entity:ford entity:xiaomi',
    'Xiaomi + FORD',
  ])('“%s” tells what connects the two', async (words) => {
    const text = shownText(await reads(`/brief ${words}`));

    expect(text).toContain('What connects them · 4 entries about both');
    expect(text).toContain('reported to have held joint-venture talks with');
  });

  test('a person and a company are connected by what the person does there', async () => {
    const text = inWords(await reads('/brief jim farley ford'));

    expect(text).toContain('Jim Farley — chief executive of — Ford');
  });

  test('three topics are told that two is the limit', async () => {
    expect(shownText(await reads('/brief entity:ford entity:xiaomi entity:catl'))).toContain(
      'two topics at a time',
    );
  });

  test.each([
    ['timeline', 'Timeline:', 'E-12'],
    ['claims', 'Claims:', 'E-1'],
    ['gaps', 'What we don’t know:', 'Q-1'],
    ['sources', 'Sources:', 'Financial Times'],
    ['people', 'People and organizations:', 'Demetri Sevastopulo'],
  ])('the %s view opens by its name, in any case', async (view, title, content) => {
    for (const words of [`ford-xiaomi ${view}`, `Ford-Xiaomi ${view.toUpperCase()}.`]) {
      const message = await reads(`/brief ${words}`);
      expect(shownText(message)).toContain(title);
      expect(shownText(message)).toContain(content);
    }
  });

  test.each(['E-1', 'e-1', 'E-1.', '#E-1'])('%s is shown in full, with its sources', async (typed) => {
    const text = shownText(await reads(`/brief ${typed}`));

    expect(text).toContain('Ford has held preliminary talks with Xiaomi');
    expect(text).toContain('4 unnamed sources');
  });

  test('an entry that does not exist is said so', async () => {
    expect(shownText(await reads('/brief E-999'))).toContain('There is no entry *E-999*');
  });

  test('help lists the commands, and explains one with an example that can be tried', async () => {
    expect(shownText(await reads('/brief help'))).toContain('`/brief help [COMMAND]`');

    const help = await reads('/brief help timeline');

    expect(shownText(help)).toContain('For example: `/brief ford-xiaomi timeline`');
    expect(await turns(help, 'Try it')).toContain('Timeline:');
    expect(shownText(await reads('/brief HELP'))).toContain('What you can ask Slugline');
    expect(shownText(await reads('/brief help flibbertigibbet'))).toContain('There is no command');
  });

  test('a view without a topic is answered with how to name one', async () => {
    expect(shownText(await reads('/brief timeline'))).toMatch(/ford-xiaomi timeline/);
  });

  test('what is typed is shown as it was typed, and pings nobody', async () => {
    const message = await reads('/brief <!channel> & *bold* `code` <@U0ED>');

    expect(message.text).not.toMatch(/<[!@#]/);
    expect(JSON.stringify(message.blocks)).not.toMatch(/<[!@#]/);
  });

  test('3,000 characters of nonsense are answered within Slack’s limits', async () => {
    const message = await reads(`/brief ${'flibbertigibbet '.repeat(190)}`);

    expect(shownText(message)).toContain('Nothing on record is called');
  });
});

describe('names that lead to several topics, or to none', () => {
  test('an unknown word gets the nearest three as buttons, and pressing one opens it', async () => {
    const message = await reads('/brief xiomi');
    const near = app.slack.buttons(message);

    expect(shownText(message)).toContain('Nothing on record is called *xiomi*');
    expect(near.length).toBeGreaterThan(0);
    expect(near.length).toBeLessThanOrEqual(3);
    expect(shownText(message)).toContain('/brief open xiomi "Headline"');
    expect(await turns(message, 'Xiaomi')).toContain('`entity:xiaomi` · company');
  });

  test('a mistyped command is told its name', async () => {
    expect(shownText(await reads('/brief hlep'))).toContain('`/brief help`');
  });

  test('an ambiguous name gets its meanings as buttons, and pressing one opens it', async () => {
    const message = await reads('/brief z cars');

    expect(shownText(message)).toContain('can mean more than one thing');
    expect(app.slack.buttons(message)).toEqual(['Zeekr', 'Zeekr Club']);
    expect(await turns(message, 'Zeekr Club')).toContain('`entity:zeekr-club`');
  });

  test('when another Ford is recorded, “Ford” asks which one, and the button opens it', async () => {
    other = await startSlugline();
    const slack = other.slack;
    const actor = { slug: 'harrison-ford', schema: 'Person', name: 'Harrison Ford', aliases: ['Ford'] };
    const bundle = { format: 'slugline-bundle/1', name: 'films', entities: [actor] };
    await other.imports(JSON.stringify(bundle), 'films');

    const which = (await slack.types(ana, autos, '/brief Ford')).message;
    const buttons = slack.buttons(which);
    await slack.clicks(ana, which, 'Harrison Ford');
    await slack.until(() => inWords(which).includes('entity:harrison-ford · person'));
    const forced = await slack.types(ana, autos, '/brief entity:ford');

    expect(buttons).toEqual(['Ford', 'Harrison Ford']);
    expect(inWords(forced.message)).toContain('entity:ford · company');
  });

  test('“Ford” still means Ford when Harrison Ford and the Ford Foundation are on record', async () => {
    expect(shownText(await reads('/brief ford'))).toContain('`entity:ford` · company');
  });

  test('a story and an entity under one name are both offered, the story marked as one', async () => {
    const message = await reads('/brief ford-xiaomi');
    const bundle = {
      format: 'slugline-bundle/1',
      name: 'same-name',
      stories: [{ slug: 'gotion-plant', headline: 'Gotion' }],
      entities: [{ slug: 'gotion', schema: 'Company', name: 'Gotion' }],
    };
    await app.imports(JSON.stringify(bundle), 'same-name');

    const both = await reads('/brief gotion');

    expect(message).not.toBe(both);
    expect(app.slack.buttons(both)).toEqual(['Story: Gotion', 'Gotion']);
    expect(shownText(await reads('/brief entity:gotion'))).toContain('`entity:gotion`');
    expect(shownText(await reads('/brief story:gotion'))).toContain('`gotion-plant`');
    expect(await turns(both, 'Story: Gotion')).toContain('`gotion-plant`');
  });
});

describe('turning the private page', () => {
  test('a view replaces the briefing in place, and Briefing leads back', async () => {
    const message = await reads('/brief ford-xiaomi');
    const count = app.slack.transcript(autos).length;

    expect(await turns(message, 'Timeline')).toContain('Timeline:');
    expect(await turns(message, 'Claims')).toContain('Claims:');
    expect(await turns(message, 'Sources')).toContain('Sources:');
    expect(await turns(message, 'Briefing')).toContain('*Reported, by whom*');

    expect(app.slack.transcript(autos)).toHaveLength(count);
    expect(message.ephemeralFor).toBe(ana);
  });

  test('“n more” leads to the rest, page by page, and no claim is lost on the way', async () => {
    const message = await reads('/brief ford-xiaomi');
    expect(await turns(message, '4 more')).toContain('Q-9');

    await turns(message, 'Timeline');
    const pages = [shownText(message), await turns(message, 'Next page'), await turns(message, 'Next page')];
    const shown = new Set(pages.join('\n').match(/E-\d+/g));

    expect(shown.size).toBe(25);
    expect(await turns(message, 'Previous page')).toContain('page 2 of 3');
  });

  test('every button of a briefing, and of the pages behind it, leads somewhere', async () => {
    const dead: string[] = [];
    for (const asked of ['/brief ford-xiaomi', '/brief entity:ford', '/brief ford xiaomi', '/brief E-1']) {
      const labels = app.slack.buttons(await reads(asked));
      for (const label of new Set(
        labels.filter((label) => !['Share to channel', 'Add an entry'].includes(label)),
      )) {
        const message = await reads(asked);
        const id = firstButton(message, label);
        const turned = await turns(message, id);
        assertWithinSlackLimits({ text: message.text, blocks: message.blocks }, 'response_url');
        if (/Nothing on record|no story or entity|Something went wrong/.test(turned))
          dead.push(`${asked} → ${label}`);
      }
    }

    expect(dead).toEqual([]);
  });
});

/** Several sections may offer “2 more”; Slack tells them apart by block and action. */
function firstButton(message: Message, label: string): string {
  for (const block of message.blocks) {
    const elements = [block.accessory, ...(Array.isArray(block.elements) ? block.elements : [])];
    for (const element of elements) {
      const { text, action_id } = (element ?? {}) as { text?: { text?: string }; action_id?: string };
      if (action_id && text?.text === label) return `${String(block.block_id)}/${action_id}`;
    }
  }
  throw new Error(`no button is called ${label}`);
}
