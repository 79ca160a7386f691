import { bold, code, type Inline, type Page } from './page.ts';

interface Command {
  name: string;
  usage: string;
  summary: string;
  example: string;
}

const typedAs = (words: string): string => `/brief ${words}`.trim();

export function helpPage(verbs: readonly Command[]): Page {
  return {
    parts: [
      { part: 'title', text: 'What you can ask Slugline' },
      {
        part: 'list',
        heading: 'Commands',
        lines: verbs.map(({ usage, summary }): Inline[] => [code(typedAs(usage)), ` — ${summary}`]),
      },
      {
        part: 'list',
        heading: 'Good to know',
        lines: [
          ['Names, aliases and slugs all work, in any case: ', code('/brief catl'), '.'],
          [
            'When a word is ambiguous, say which: ',
            code('/brief entity:xiaomi'),
            ' or ',
            code('story:…'),
            '.',
          ],
          [
            'Only you see the answers to ',
            code('/brief'),
            '; ',
            bold('Share to channel'),
            ' shows one to everybody.',
          ],
          [
            'In a thread, mention me: ',
            code('@slugline ford-xiaomi'),
            ', then ',
            code('@slugline timeline'),
            '.',
          ],
          [code('/brief help COMMAND'), ' explains one command with an example.'],
        ],
      },
    ],
  };
}

export function verbHelpPage({ usage, summary, example }: Command): Page {
  return {
    parts: [
      { part: 'title', text: typedAs(usage) },
      { part: 'paragraph', text: [summary] },
      { part: 'context', text: ['For example: ', code(typedAs(example))] },
      { part: 'buttons', buttons: [{ label: 'Try it', command: example }] },
    ],
  };
}
