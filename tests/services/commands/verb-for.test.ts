import { cleanText } from '../../../src/domain/language/clean-text.ts';
import { verbFor, verbs } from '../../../src/services/commands/commands.ts';

describe('which command is meant', () => {
  test.each([
    ['', '', ''],
    ['  \u200b ', '', ''],
    ['page:2', '', 'page:2'],
    ['PAGE:2', '', 'PAGE:2'],
    ['page:2.', '', 'page:2.'],
    ['ford-xiaomi', 'TOPIC', 'ford-xiaomi'],
    ['Ford-Xiaomi timeline', 'TOPIC', 'Ford-Xiaomi timeline'],
    ['timeline', 'TOPIC', 'timeline'],
    ['topic', 'TOPIC', 'topic'],
    ['helpful hints', 'TOPIC', 'helpful hints'],
    ['E-12', 'E-31', 'E-12'],
    ['e-12', 'E-31', 'e-12'],
    ['E-12.', 'E-31', 'E-12'],
    ['#E-12?!', 'E-31', 'E-12'],
    ['E-12 timeline', 'TOPIC', 'E-12 timeline'],
    ['e-12-recall', 'TOPIC', 'e-12-recall'],
    ['help', 'help', ''],
    ['HELP', 'help', ''],
    ['help.', 'help', ''],
    ['Help!', 'help', ''],
    ['help timeline', 'help', 'timeline'],
  ])('%j asks %j', (typed, name, words) => {
    const asked = verbFor(cleanText(typed));

    expect([asked.verb.name, asked.words]).toEqual([name, words]);
  });

  test('no two commands share a name', () => {
    const names = verbs.map(({ name }) => name.toLowerCase());

    expect(new Set(names).size).toBe(names.length);
  });
});
