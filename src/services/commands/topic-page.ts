import { catchUpOn, mayHaveNews } from '../../domain/briefing/catch-up.ts';
import { connectionOf } from '../../domain/briefing/connection.ts';
import { dossierOf } from '../../domain/briefing/dossier.ts';
import { entityBriefing } from '../../domain/briefing/entity-briefing.ts';
import { Kept } from '../../domain/briefing/kept.ts';
import { storyBriefing } from '../../domain/briefing/story-briefing.ts';
import { askFor, type TopicRequest } from '../../domain/language/topic-request.ts';
import { connectionPage } from '../../domain/pages/connection-page.ts';
import { entityPage } from '../../domain/pages/entity-page.ts';
import { withNews } from '../../domain/pages/news.ts';
import type { Page } from '../../domain/pages/page.ts';
import { storyPage } from '../../domain/pages/story-page.ts';
import { viewPage } from '../../domain/pages/view-page.ts';
import type { Topic } from '../../domain/records/identifiers.ts';
import type { Asking } from './verb.ts';

/** The same for everybody of a role, but for the marks of what is new to one of them. */
const drawn = new Kept<Page | undefined>({ most: 200, tellsOverdue: true });

/** A briefing, a connection or a view, with what is new to the one who asks marked as new. */
export function topicPage(topics: readonly Topic[], request: TopicRequest, asking: Asking): Page | undefined {
  const { newsroom, viewer, now, zone } = asking;
  const about = `${zone} ${askFor(topics, request)}`;
  const page = drawn.get(newsroom, about, { viewer, now }, () => drawnPage(topics, request, asking));
  const [topic, other] = topics;
  const since = topic && !other ? asking.seen?.(topic) : undefined;
  if (!page || !topic || since === undefined || !mayHaveNews(newsroom, topic, since)) return page;
  return withNews(page, catchUpOn(asking.newsroom, { topic, since }, asking));
}

function drawnPage(
  topics: readonly Topic[],
  { view, page }: TopicRequest,
  { newsroom, viewer, now, zone }: Asking,
): Page | undefined {
  const look = { viewer, now };
  const drawing = { names: { entities: newsroom.entities, now, zone }, zone, now };
  if (view) {
    const dossier = dossierOf(newsroom, topics, look);
    return dossier && viewPage(dossier, view, page, drawing);
  }
  const [first, second] = topics;
  if (first && second) return connectionPage(connectionOf(newsroom, [first, second], look), drawing);
  if (first?.kind === 'story') {
    const briefing = storyBriefing(newsroom, first.slug, look);
    return briefing && storyPage(briefing, drawing);
  }
  const briefing = first && entityBriefing(newsroom, first.slug, look);
  return briefing && entityPage(briefing, drawing);
}
