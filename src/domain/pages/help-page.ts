import { includes, type Role } from '../rules/permissions.ts';
import { bold, code, type Inline, joined, type Page, type Part } from './page.ts';

interface Command {
  name: string;
  needs?: Role;
  usage: string;
  summary: string;
  example: string;
}

const typedAs = (words: string): string => `/brief ${words}`.trim();

/** Help is as long as what the reader may do: of the rest it names the words. */
export function helpPage(verbs: readonly Command[], role: Role): Page {
  return {
    parts: [
      { part: 'title', text: 'What you can ask Slugline' },
      ...commandList('To read', verbs, 'reader', role),
      ...commandList('To add and to ask', verbs, 'contributor', role),
      ...commandList('To keep the record, for editors', verbs, 'editor', role),
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
          ['What we knew earlier: ', code('/brief ford-xiaomi as-of:yesterday'), '.'],
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

function commandList(heading: string, verbs: readonly Command[], needed: Role, role: Role): Part[] {
  const group = verbs.filter(({ needs = 'reader' }) => needs === needed);
  if (group.length === 0) return [];
  if (includes(role, needed)) {
    const lines = group.map(({ usage, summary }): Inline[] => [code(typedAs(usage)), ` — ${summary}`]);
    return [{ part: 'list', heading, lines }];
  }
  const names = group.map(({ name }) => code(name));
  return [{ part: 'list', heading, lines: [joined(names, ', ')] }];
}

export function verbHelpPage({ name, usage, summary, example }: Command): Page {
  return {
    parts: [
      // A title is cut where it gets long, and what can be typed must be there whole.
      { part: 'title', text: typedAs(name) },
      { part: 'paragraph', text: [code(typedAs(usage))] },
      { part: 'paragraph', text: [summary] },
      { part: 'context', text: ['For example: ', code(typedAs(example))] },
      { part: 'buttons', buttons: [{ label: 'Try it', command: example }] },
    ],
  };
}
