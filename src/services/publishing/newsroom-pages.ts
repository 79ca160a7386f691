import { Kept } from '../../domain/briefing/kept.ts';
import { withoutWithdrawn } from '../../domain/briefing/without-withdrawn.ts';
import { askFor } from '../../domain/language/topic-request.ts';
import type { Newsroom } from '../../domain/newsroom.ts';
import { cardPage } from '../../domain/pages/card-page.ts';
import { editedPost } from '../../domain/pages/edited-post.ts';
import { entryPostPage } from '../../domain/pages/entry-post-page.ts';
import { noticeOf } from '../../domain/pages/notice-page.ts';
import type { Page } from '../../domain/pages/page.ts';
import { endedPage, followsPage } from '../../domain/pages/subscription-pages.ts';
import { topicKey } from '../../domain/records/identifiers.ts';
import type { Instant } from '../../domain/records/moment.ts';
import type { Post } from '../../domain/records/thread.ts';
import { answer } from '../commands/commands.ts';
import { withoutShare } from '../public-answers.ts';
import type { Pages } from './draft.ts';

/** A thousand channels that follow the same story are sent the same page. */
const posts = new Kept<Page>({ most: 50, tellsOverdue: false });

/** The pages of channels that follow something: what everybody may see, times in the newsroom's zone. */
export const newsroomPages = (zone: string): Pages => ({
  card: (newsroom, place, now) => cardPage(newsroom, { ...place, now, zone }),
  entry: (newsroom, { entry: id, topic }, { now, isThreaded }) => {
    const entry = newsroom.entries.get(id);
    if (!entry) throw new Error(`there is no entry ${id}`);
    const about = `${zone} ${id} ${isThreaded ? '' : topicKey(topic)}`;
    return posts.get(newsroom, about, { viewer: { role: 'reader' }, now }, () =>
      entryPostPage(newsroom, entry, { now, zone, ...(isThreaded ? {} : { topic }) }),
    );
  },
  notice: (newsroom, delivery) => noticeOf(newsroom, delivery, zone),
  announcement: (newsroom, { subscription: id, ended, by }) => {
    const subscription = newsroom.subscriptions.get(id ?? '');
    return subscription ? followsPage(newsroom, subscription, by) : endedPage(newsroom, ended, by);
  },
  edited: (newsroom, post, now) =>
    editedPost(newsroom, post, { now, zone, redrawn: redrawn(newsroom, post, { now, zone }) }),
});

/**
 * A page that was answered or shared is drawn anew from the words that asked for it: the same view, the same day of
 * the past. Of what was withdrawn since no word is left on it, though it was said then.
 */
function redrawn(
  newsroom: Newsroom,
  { as, topics, asked, shows, by }: Post,
  { now, zone }: { now: Instant; zone: string },
): Page | undefined {
  const isBriefing = (as === 'answer' || as === 'share') && shows.length > 1 && topics.length > 0;
  const words = asked ?? (isBriefing ? askFor(topics) : undefined);
  if (words === undefined) return undefined;
  const asking = {
    newsroom: withoutWithdrawn(newsroom),
    viewer: { role: 'reader' },
    now,
    zone,
    threadTopics: topics,
  } as const;
  const { page, onlyForAsker, isPrivate } = answer(words, asking);
  // What can no longer be asked for, a withdrawn entry by its number, is told by what became of it.
  if (onlyForAsker || isPrivate) return undefined;
  const [title, ...rest] = withoutShare(page).parts;
  if (as !== 'share' || by === undefined || !title) return withoutShare(page);
  return {
    parts: [title, { part: 'context', text: ['Shared by ', { person: by }, ' with /brief'] }, ...rest],
  };
}
