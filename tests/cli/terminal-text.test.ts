import { terminalText } from '../../src/cli/terminal-text.ts';

test.each([
  ['\u001b[31mred\u001b[0m', '[31mred[0m'],
  ['\u001b]0;another title\u0007', ']0;another title'],
  ['over\rwritten \u009b2J', 'overwritten 2J'],
  ['a line\nand a\ttab, שלום 🚗', 'a line\nand a\ttab, שלום 🚗'],
])('a text that would steer the terminal (%j) is only text there', (text, shown) => {
  expect(terminalText(text)).toBe(shown);
});
