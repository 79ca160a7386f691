import { plainText } from '../../../src/domain/pages/plain-text.ts';
import { problemPage } from '../../../src/domain/pages/problems/problem-page.ts';
import type { Problem } from '../../../src/domain/problem.ts';

test.each<[string, Problem, RegExp]>([
  ['what was pasted', { problem: 'input-empty' }, /^What you sent has no words in it\.\n.*copied whole/s],
  [
    'broken JSON',
    {
      problem: 'input-malformed',
      format: 'JSON',
      name: 'a.json',
      line: 3,
      column: 14,
      found: '}',
      expected: 'a value',
    },
    /^a\.json is not valid JSON: line 3, column 14: found }; expected a value\.\n/,
  ],
  [
    'an embargo',
    { problem: 'article-held-back', name: 'a.json', status: 'embargoed', until: '2026-02-11T12:00:00.000Z' },
    /under embargo until Wednesday 11 February 2026, 12:00 .*Nothing of it was kept\.\n.*when the embargo is over/s,
  ],
  [
    'a private address',
    { problem: 'address-refused', host: 'intranet', why: 'private' },
    /^I do not fetch from intranet: it leads into a private network\.\n.*public address/s,
  ],
  [
    'a server that fails',
    { problem: 'address-failed', host: 'ledger.example', why: 'status', status: 503 },
    /^ledger\.example answered with status 503\.\n.*Try again later/s,
  ],
])('%s is explained with the part that is wrong and the next step', (_what, problem, words) => {
  expect(plainText(problemPage(problem))).toMatch(words);
});
