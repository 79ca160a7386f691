import { sharedNames } from '../finding/shared-names.ts';
import { topicName } from '../finding/topic-name.ts';
import type { Newsroom } from '../newsroom.ts';
import type { Topic } from '../records/identifiers.ts';
import { shownSlug } from '../records/story.ts';
import { donePage, sharedNameNotes, topicButtons } from './done-page.ts';
import { type Button, bold, code, type Page } from './page.ts';
import { lastBy, shiftsOf } from './shifts.ts';

/** What a story's editor is told when it is done, and where to go on from there. */
function waysOn(newsroom: Newsroom, slug: string): Button[] {
  const story = newsroom.stories.get(slug);
  const typed = story ? shownSlug(story) : slug;
  const isClosed = story?.status === 'closed';
  return [
    ...(isClosed
      ? [{ label: 'Reopen', command: `reopen ${typed}` }]
      : [
          { label: 'Add an entry', command: `add ${typed}`, primary: true },
          { label: 'Ask a question', command: `ask ${typed}` },
        ]),
    ...topicButtons({ kind: 'story', slug: typed }),
  ];
}

export function storyOpenedPage(newsroom: Newsroom, slug: string): Page {
  const headline = topicName(newsroom, { kind: 'story', slug });
  return donePage({
    title: 'Story opened',
    says: [bold(headline), ' ', code(slug)],
    notes: sharedNameNotes(sharedNames(newsroom, { kind: 'story', slug })),
    buttons: waysOn(newsroom, slug),
  });
}

const editedTitles: { readonly [title: string]: string } = {
  closed: 'Story closed',
  reopened: 'Story reopened',
};

export function storyEditedPage(
  newsroom: Newsroom,
  slug: string,
  { by, as = 'edited' }: { by: string; as?: 'edited' | 'closed' | 'reopened' },
): Page {
  const story = newsroom.stories.get(slug);
  const revision = story && lastBy(story, by);
  return donePage({
    title: editedTitles[as] ?? 'Story edited',
    says: [bold(topicName(newsroom, { kind: 'story', slug })), ' ', code(story ? shownSlug(story) : slug)],
    shifts: story && revision ? shiftsOf(story, revision, newsroom) : [],
    notes: [
      ...(as === 'closed' ? [['It takes no more entries; everything on record can still be read.']] : []),
      ...sharedNameNotes(sharedNames(newsroom, { kind: 'story', slug })),
    ],
    buttons: waysOn(newsroom, slug),
  });
}

export const storyRenamedPage = (newsroom: Newsroom, slug: string, from: string): Page =>
  donePage({
    title: 'Story renamed',
    says: [code(from), ' → ', code(nowCalled(newsroom, slug))],
    notes: [[code(from), ' keeps working wherever it was typed.']],
    buttons: waysOn(newsroom, slug),
  });

const nowCalled = ({ stories }: Newsroom, slug: string): string => {
  const story = stories.get(slug);
  return story ? shownSlug(story) : slug;
};

/** Without numbers: this may be read aloud in a thread, and some of what moved may be under embargo. */
export const mergedPage = (newsroom: Newsroom, topic: Topic, into: Topic): Page =>
  donePage({
    title: topic.kind === 'story' ? 'Stories merged' : 'Entities merged',
    says: [bold(topicName(newsroom, topic)), ' is now part of ', bold(topicName(newsroom, into)), '.'],
    notes: [['Every name of the first leads to the second from now on; who followed it follows that.']],
    buttons: topicButtons(into),
  });
