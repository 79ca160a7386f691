import { asIfOnRecord } from '../domain/editing/drafts/as-if-on-record.ts';
import { cutText } from '../domain/language/cut-text.ts';
import type { Newsroom } from '../domain/newsroom.ts';
import { languageWords, stateWords } from '../domain/pages/draft-words.ts';
import { schemaWords } from '../domain/pages/entity-page.ts';
import { attributionOf, statement } from '../domain/pages/entry-line.ts';
import { kindWords } from '../domain/pages/entry-page.ts';
import { shownSlug } from '../domain/records/story.ts';
import type { Made } from '../services/drafts.ts';

const longest = 300;

/** What an article proposes, a line each, and how it gets on record. */
export function printDraft({ draft, isNew, leftOut }: Made, newsroom: Newsroom): string[] {
  const { id, proposals, entities, questions } = draft;
  const language = languageWords(draft.language);
  const story = newsroom.stories.get(draft.story ?? '');
  const filed = story ? `for ${shownSlug(story)}` : 'for no story yet';
  return [
    `${isNew ? 'draft' : 'already imported as'} ${id} ${filed}: ${stateWords(draft)}`,
    ...asIfOnRecord(newsroom, draft, () =>
      proposals.map(({ content }, at) => {
        const says = `${statement(content, longest)} — ${attributionOf(content, newsroom, 120)}`;
        return `  ${at + 1}  ${kindWords[content.kind]}: ${oneLine(says)}`;
      }),
    ),
    ...entities.map(({ name, schema }, at) => `  n${at + 1}  ${oneLine(name)} — ${schemaWords[schema]}`),
    ...questions.map(({ text }, at) => `  q${at + 1}  ${oneLine(text)}`),
    ...(language ? [`  The article is ${language}.`] : []),
    ...(leftOut ? ['  What it says off the record was left out.'] : []),
    `Nothing of it is on record. In Slack: /brief ${id}${story ? '' : `, /brief file ${id} STORY`}, /brief accept ${id} all`,
  ];
}

/** What came from outside may hold control characters, which a terminal would obey. */
const oneLine = (text: string): string => cutText(text.replace(/[\s\p{Cc}]+/gu, ' '), longest + 150);
