import { formatInFull } from '../../language/dates.ts';
import type { AddressDanger, AddressFailure, InputDanger, Problem, ProblemOf } from '../../problem.ts';
import { code, type Inline } from '../page.ts';
import { type Explain, next, say, typed } from './problem-parts.ts';

type Explained =
  | 'input-too-large'
  | 'input-not-text'
  | 'input-malformed'
  | 'unknown-feed'
  | 'input-unsafe'
  | 'input-empty'
  | 'input-symlink'
  | 'input-unreadable'
  | 'no-article'
  | 'article-held-back'
  | 'address-refused'
  | 'address-failed';

const pasteInstead = 'Copy the article’s words and send those: plain text is always read.';

/** The file by its name, or what was pasted. */
const it = ({ name }: { name?: string }): Inline => (name === undefined ? 'What you sent' : typed(name));

/** Why something could not be read as an article, and what can be read instead. */
export const inputExplanations: { [T in Explained & Problem['problem']]: Explain<T> } = {
  'input-too-large': (problem) => [
    say(it(problem), ` is larger than ${problem.mostMb} MB, and that is the most I read.`),
    next('Send the article alone, without what surrounds it.'),
  ],
  'input-not-text': (problem) => [
    say(it(problem), ` is no text: it looks like ${problem.looksLike}.`),
    next('I read plain text, HTML and ninjs. ', pasteInstead),
  ],
  'input-malformed': (problem) => [
    say(
      it(problem),
      ` is not valid ${problem.format}: line ${problem.line}, column ${problem.column}: found `,
      typed(problem.found),
      `; expected ${problem.expected}.`,
    ),
    next(mends[problem.format]),
  ],
  'unknown-feed': (problem) => [
    say(it(problem), ' is no feed that I know.'),
    next('A feed is RSS, Atom or JSON Feed: look whether the address leads to one.'),
  ],
  'input-unsafe': (problem) => [say(it(problem), ` ${dangers[problem.why]}.`), next(pasteInstead)],
  'input-empty': (problem) => [
    say(it(problem), ' has no words in it.'),
    next('Look whether it was saved or copied whole, then send it again.'),
  ],
  'input-symlink': (problem) => [
    say(it(problem), ' is a link to a file elsewhere, and I do not follow those.'),
    next('Put a copy of the file itself into the folder.'),
  ],
  'input-unreadable': (problem) => [
    say(it(problem), ' belongs to somebody who does not let me read it.'),
    next('Let everybody read it, or the user that Slugline runs as, and put it into the folder again.'),
  ],
  'no-article': (problem) => [
    say(it(problem), ` ${absences[problem.format].found}.`),
    next(absences[problem.format].mend),
  ],
  'article-held-back': (problem) => [say(it(problem), ...heldBack(problem)), next(release(problem))],
  'address-refused': ({ host, why }) => [
    say('I do not fetch from ', typed(host), `: ${refusals[why]}.`),
    next('Use the public address of the article or feed, beginning with ', code('https://'), '.'),
  ],
  'address-failed': (problem) => [
    say(typed(problem.host), ` ${failures[problem.why](problem)}.`),
    next('Try again later; if it stays, look at the address in a browser.'),
  ],
};

const mends = {
  JSON: 'Mend that place, or send the article as text or HTML.',
  XML: 'I read articles as text, HTML or ninjs, and XML only as a feed, from its address in FEEDS.',
} as const;

const dangers: { [D in InputDanger]: string } = {
  entities: 'declares entities of its own, and those are never expanded',
  deep: 'is nested too deeply to be read safely',
  many: 'has more elements than an article can have',
  slow: 'took too long to read, so I stopped',
  memory: 'took too much memory to read, so I stopped',
};

const absences = {
  HTML: { found: 'is a web page without an article in it', mend: pasteInstead },
  JSON: {
    found: 'is JSON, but no news item in ninjs 2 or 3',
    mend: 'A ninjs item has “uri” and “bodies” with text or HTML.',
  },
  XML: {
    found: 'is XML, and I read no articles from XML',
    mend: 'Send it as text, HTML or ninjs. The address of a feed goes into FEEDS.',
  },
  feed: {
    found: 'is a feed without a single article',
    mend: 'Look whether the address leads to the right feed.',
  },
} as const;

function heldBack(problem: ProblemOf<'article-held-back'>): Inline[] {
  switch (problem.status) {
    case 'embargoed':
      return [` is under embargo until ${formatInFull(problem.until, 'UTC')}. Nothing of it was kept.`];
    case 'unreadable-embargo':
      return [' is under an embargo whose end I cannot read. Nothing of it was kept.'];
    default:
      return [` is marked “${problem.status}” by its publisher. Nothing of it was kept.`];
  }
}

const release = ({ status }: ProblemOf<'article-held-back'>): string =>
  status === 'embargoed'
    ? 'Send it again when the embargo is over.'
    : 'Ask its publisher for the current version.';

const refusals: { [D in AddressDanger]: string } = {
  scheme: 'only http and https addresses are fetched',
  credentials: 'it has a name or password in the address',
  port: 'only the ports 80 and 443 are open to me',
  private: 'it leads into a private network',
  unreadable: 'that is no address',
};

const failures: { [F in AddressFailure]: (problem: ProblemOf<'address-failed'>) => string } = {
  status: ({ status }) => `answered with status ${status}`,
  unreachable: () => 'cannot be reached',
  slow: () => 'took too long to answer',
  redirects: () => 'sent me on from address to address without end',
  'too-large': () => 'sent more than I read',
  encoding: () => 'sent something that I cannot unpack',
};
