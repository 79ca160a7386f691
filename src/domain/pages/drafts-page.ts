import type { Newsroom } from '../newsroom.ts';
import type { Draft } from '../records/draft.ts';
import { shownSlug } from '../records/story.ts';
import { cameWords, stateWords } from './draft-words.ts';
import { bold, code, counted, type Inline, type Page, type Part } from './page.ts';
import { cutInPages, turning } from './paging.ts';
import { emptyNote } from './shared-parts.ts';

const pageLength = 10;

/** The drafts somebody has still to decide about, newest first. */
export function draftsPage(newsroom: Newsroom, { page, zone }: { page: number; zone: string }): Page {
  const waiting = waitingDrafts(newsroom).reverse();
  const { shown, pages, onPage, place } = cutInPages(waiting, page, pageLength);
  return {
    parts: [
      { part: 'title', text: 'Drafts' },
      {
        part: 'context',
        text: [`${counted(waiting.length, 'draft')} to decide on${place}. Nothing of them is on record.`],
      },
      ...(onPage.length === 0
        ? [
            emptyNote('None waits.'),
            {
              part: 'context',
              text: ['To make one of an article: ', code('/brief import ford-xiaomi')],
            } satisfies Part,
          ]
        : onPage.flatMap((draft) => row(draft, newsroom, zone))),
      ...turning(shown, pages, (to) => `drafts page:${to}`),
    ],
  };
}

/** In order of arrival. */
export const waitingDrafts = ({ drafts }: Pick<Newsroom, 'drafts'>): Draft[] => [
  ...drafts.where(drafts.by.waiting, 'yes'),
];

function row(draft: Draft, { stories }: Newsroom, zone: string): Part[] {
  const story = stories.get(draft.story ?? '');
  const filed: Inline = story ? code(shownSlug(story)) : 'no story yet';
  return [
    {
      part: 'paragraph',
      text: [
        bold(draft.headline ?? draft.proposals[0]?.content.text.slice(0, 120) ?? draft.id),
        '\n',
        stateWords(draft),
        ' · ',
        filed,
      ],
      button: { label: 'Open', command: draft.id },
    },
    { part: 'context', text: cameWords(draft, zone) },
  ];
}
