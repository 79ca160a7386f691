import { plainText } from '../../../src/domain/pages/plain-text.ts';
import { verbs } from '../../../src/services/commands/commands.ts';
import { ask, sampleNewsroom } from '../../support/newsroom-builder.ts';

const newsroom = sampleNewsroom();
const helped = (words: string): string => plainText(ask(newsroom, words).page);
const named = verbs.filter(({ name }) => name !== '');

describe('help', () => {
  test('lists every command with what it does to those who may do it all', () => {
    const page = plainText(ask(newsroom, 'help', { viewer: { role: 'editor' } }).page);

    for (const { usage, summary } of verbs)
      expect(page).toContain(`${`/brief ${usage}`.trim()} — ${summary}`);
  });

  test('tells a reporter what editors can do in a word each', () => {
    const page = helped('help');

    expect(page).toContain('/brief catchup [TOPIC] — ');
    expect(page).toContain('withdraw');
    expect(page).not.toContain('/brief withdraw E-31');
  });

  test.each(named.map(({ name, summary, example }) => ({ name, summary, example })))(
    'explains $name with an example',
    ({ name, summary, example }) => {
      const page = helped(`help ${name}`);

      expect(page).toContain(summary);
      expect(page).toContain(`/brief ${example}`);
    },
  );

  test('shows all that can be typed, however much that is', () => {
    const { parts } = ask(newsroom, 'help subscribe').page;

    // Slack cuts a header at 150 characters.
    for (const part of parts) if (part.part === 'title') expect(part.text.length).toBeLessThanOrEqual(150);
    expect(helped('help subscribe')).toContain('[thread:thread | milestones | channel]');
  });

  test.each(['help timeline', 'help /brief timeline', 'HELP Timeline'])('%j explains the views', (typed) => {
    expect(helped(typed)).toContain('/brief TOPIC [timeline');
  });

  test('a mistyped command gets the nearest one', () => {
    expect(helped('help hlep')).toMatch(/no command hlep.*\/brief help help/s);
  });

  test('a mistyped view is offered as it was meant', () => {
    expect(helped('ford-xiaomi tmeline')).toContain('it is /brief ford-xiaomi timeline.');
  });

  test('a mistyped command at the start of a line does, too', () => {
    expect(helped('hlep')).toContain('If you meant the command, it is /brief help.');
  });

  test('a command that is meant is not offered as the slug of a story', () => {
    expect(helped('corect E-1 x')).not.toContain('/brief open');
  });

  test('a word kept free for a command to come is no topic and no slug', () => {
    const page = helped('share joint venture');

    expect(page).toContain('There is no /brief share yet.');
    expect(page).not.toContain('/brief open');
  });

  test('an unreadable date is told with what can be read, and once that it cannot', () => {
    const page = helped('ford-xiaomi as-of:nonsense');

    expect(page).toMatch(/^as-of:nonsense: “nonsense” is no date I can read: write 2024/);
  });
});
