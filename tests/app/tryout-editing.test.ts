import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openSlackPage, type SlackPage } from '../support/browser.ts';
import { freePort } from '../support/free-port.ts';
import { killLeftOvers, SluglineProcess } from './slugline-process.ts';

const temporary = mkdtempSync(join(tmpdir(), 'slugline-tmp-'));
let person: SlackPage | undefined;

beforeAll(async () => {
  const environment = {
    PORT: String(await freePort()),
    TMPDIR: temporary,
    DATA_DIR: join(temporary, 'never-made'),
  };
  const slugline = new SluglineProcess([], environment, resolve('.'));
  await slugline.says('Ctrl-C');
  person = await openSlackPage(/http:\/\/127\.0\.0\.1:\d+\//.exec(slugline.stdout)?.[0] ?? '');
}, 30_000);

afterAll(async () => {
  await person?.close();
  await killLeftOvers();
  rmSync(temporary, { recursive: true });
});

describe('ed, an editor, at the try-out page', () => {
  beforeAll(async () => {
    await person?.actAs('ed');
    await person?.openChannel('newsroom');
  });

  test('fills the form, is warned of a bare source with his words kept, and records it anyway', async () => {
    if (!person) return;
    await person.types('/brief add ford-xiaomi');
    await person.readsModal('Add an entry');
    const kind = person.page.locator('.modal .bk-input', { hasText: 'Kind' }).locator('option').first();
    expect(await kind.allInnerTexts()).toEqual(['Fact']);

    await person.fillsIn('Text', 'A source says Ford has signed with Xiaomi.');
    await person.submits();
    const warned = await person.readsModal('Record anyway');
    const kept = person.page.locator('.modal textarea').first();
    expect(await kept.inputValue()).toBe('A source says Ford has signed with Xiaomi.');
    await person.submits();

    expect(warned).toContain('Standards, bare-source: “A source says” tells a reader nothing');
    expect(await person.reads('Recorded')).toContain('E-26 · Fact · unverified · ford-xiaomi');
  }, 20_000);

  test('corrects an entry, and the changes say who, what and why', async () => {
    if (!person) return;
    await person.types('/brief correct E-26 Ford has not signed with Xiaomi. | reason: the memo says so');
    await person.reads('Corrected');

    await person.types('/brief ford-xiaomi changes');

    const changes = await person.reads('Changes: Ford and Xiaomi');
    expect(changes).toMatch(
      /Ed Okafor \(editor\) corrected E-26: .*has not signed with Xiaomi\. — the memo says so/s,
    );
  }, 20_000);

  test('cannot take the briefing of a past minute for the latest', async () => {
    if (!person) return;
    await person.types('/brief ford-xiaomi as-of:now');

    expect(await person.reads('As it stood on')).toContain('Not the latest.');
  }, 20_000);

  test('finds what waits for him in App Home', async () => {
    if (!person) return;
    await person.openHome();

    expect(await person.readsHome('E-26')).toContain('To verify');
  }, 20_000);
});

test('gil, a guest, is refused and told who can help', async () => {
  if (!person) return;
  await person.actAs('gil');
  await person.openChannel('autos');

  await person.types('/brief add ford-xiaomi Ford has signed with Xiaomi.');

  const refused = await person.reads('no access');
  expect(refused).toContain('Who can help: @Ed Okafor');
  expect(await person.page.locator('.modal').count()).toBe(0);
}, 20_000);
