import { namedTopic } from '../../domain/finding/named-topic.ts';
import { type FieldFault, isProblem } from '../../domain/problem.ts';
import { readingSchema } from '../../domain/records/draft.ts';
import type { Asking, Outcome } from '../commands/verb.ts';
import { importOutcome } from '../outcomes/draft-outcomes.ts';
import { type Blank, fillForm } from './fill-form.ts';
import type { Field, Form, FormReader, Typed } from './form.ts';

const goesOn = (name: string, label: string): Field => ({ name, label, type: 'text', optional: true });

/** A field of Slack's holds 3,000 characters, so an article has four. */
const textFields: readonly Field[] = [
  {
    name: 'text',
    label: 'Article',
    type: 'text',
    hint: 'Text, HTML or ninjs. At most 3,000 characters a field: go on in the next ones. A longer article: send it as a message and choose Import article on it, or npm run import -- FILE.',
  },
  goesOn('text2', 'Article, second part'),
  goesOn('text3', 'Article, third part'),
  goesOn('text4', 'Article, fourth part'),
];

const blank: Blank = {
  name: 'import',
  title: 'Import an article',
  submit: 'Make a draft',
  fields: [
    { name: 'story', label: 'Story', type: 'line', optional: true, placeholder: 'ford-xiaomi' },
    ...textFields,
    { name: 'publisher', label: 'Whose it is', type: 'line', optional: true, placeholder: 'Financial Times' },
    { name: 'url', label: 'Address', type: 'line', optional: true, placeholder: 'https://www.ft.com/…' },
  ],
};

/** Asks for an article: what it says becomes a draft, of which nothing is on record yet. */
export const importForm = (typed: Typed, about: Form['about'] = {}): Form =>
  fillForm(blank, { typed, about });

function readImport(typed: Typed, about: Form['about'], asking: Asking): Outcome {
  const text = articleText(typed);
  const story = typed['story'] ? namedTopic(asking.newsroom, typed['story'], { kind: 'story' }) : undefined;
  const { publisher, url } = typed;
  const { shape } = readingSchema;
  const faults: FieldFault[] = [
    ...(isProblem(story)
      ? [
          {
            field: 'story',
            message: 'No story, or more than one, is called that: write its slug, or leave it blank.',
          },
        ]
      : []),
    ...(text === '' ? [{ field: 'text', message: 'Paste the text of the article.' }] : []),
    ...(shape.publisher.safeParse(publisher).success
      ? []
      : [{ field: 'publisher', message: 'At most 200 characters.' }]),
    ...(shape.url.safeParse(url).success
      ? []
      : [{ field: 'url', message: 'An address begins with https:// or http://.' }]),
  ];
  if (faults.length > 0 || isProblem(story)) return fillForm(blank, { typed, about, faults });
  // What somebody typed beside it counts more than what a page says of itself.
  const said = { ...(publisher ? { publisher } : {}), ...(url ? { url } : {}) };
  const coming = { via: 'paste', key: asking.origin?.key, story: story?.slug } as const;
  return { toRead: text, whenRead: (article) => importOutcome(asking, { ...article, ...said }, coming) };
}

/** A part that ends in the middle of a sentence goes on in the next field; in markup and JSON a blank line may be a fault. */
function articleText(typed: Typed): string {
  const parts = textFields.map(({ name }) => typed[name]?.trim() ?? '').filter((part) => part !== '');
  const isPlain = !/^[<[{]/.test(parts[0] ?? '');
  return parts
    .reduce((text, part) => `${text}${isPlain && /[.!?…]["”’)]?$/.test(text) ? '\n\n' : ' '}${part}`, '')
    .trim();
}

export const importReader: FormReader = {
  needs: 'contributor',
  read: readImport,
  again: (typed, about, { parts }) => fillForm(blank, { typed, about, notice: parts }),
};
