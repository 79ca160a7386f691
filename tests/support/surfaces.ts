import { readText } from '../../src/articles/formats/read-text.ts';
import { views } from '../../src/domain/language/topic-request.ts';
import type { Newsroom } from '../../src/domain/newsroom.ts';
import { homeSections } from '../../src/domain/pages/home-page.ts';
import type { Page } from '../../src/domain/pages/page.ts';
import { problemPage } from '../../src/domain/pages/problems/problem-page.ts';
import { isProblem } from '../../src/domain/problem.ts';
import type { Role } from '../../src/domain/rules/permissions.ts';
import { newsroomFrom, takeSnapshot } from '../../src/domain/snapshot.ts';
import { respond, verbs } from '../../src/services/commands/commands.ts';
import type { Asking } from '../../src/services/commands/verb.ts';
import type { Form } from '../../src/services/forms/form.ts';
import { newsroomPages } from '../../src/services/publishing/newsroom-pages.ts';
import { act, now } from './newsroom-builder.ts';

/** Something that somebody may get to see. */
export type Surface = { name: string } & ({ page: Page } | { form: Form });

/** Everything that can be asked of this newsroom about its topics, entries and questions. */
export function everyQuestion(newsroom: Newsroom): string[] {
  const stories = [...newsroom.stories.all()].map(({ slug }) => `story:${slug}`);
  const entities = [...newsroom.entities.all()].map(({ slug }) => `entity:${slug}`);
  const topics = [...stories.slice(0, 3), ...entities.slice(0, 3)];
  const pairs = topics.slice(1).map((topic) => `${topics[0]} ${topic}`);
  const entries = [...newsroom.entries.all()].map(({ id }) => id);
  const questions = [...newsroom.questions.all()].map(({ id }) => id);
  return [
    ...[
      '',
      'page:2',
      'help',
      'home',
      'catchup',
      'catchup since:1',
      'nothing on record',
      'subscribe list all',
    ],
    ...homeSections.map((section) => `home ${section}`),
    ...topics.flatMap((topic) => [topic, ...views.map((view) => `${topic} ${view}`)]),
    ...topics.flatMap((topic) => [
      `catchup ${topic}`,
      `catchup ${topic} since:1`,
      `${topic} as-of:2026-02-05`,
    ]),
    ...topics.flatMap((topic) => [`edit ${topic}`, `subscribe ${topic}`, `${topic} claims page:2`]),
    ...stories.slice(0, 2).flatMap((story) => [`add ${story}`, `ask ${story}`, `close ${story}`]),
    ...pairs.flatMap((pair) => [pair, `${pair} timeline`, `${pair} claims`]),
    ...entries.slice(0, 8).flatMap((id) => [id, `seen ${id}`, ...acts.map((verb) => `${verb} ${id}`)]),
    ...entries.slice(0, 4).flatMap((id) => [`verify ${id} confirmed`, `withdraw ${id} reason:"wrong"`]),
    ...questions.slice(0, 3).flatMap((id) => [id, `answer ${id}`, `assign ${id}`, `answer ${id} E-1`]),
    ...verbs.slice(0, 3).map(({ name }) => `help ${name}`),
  ];
}

const acts = ['correct', 'clarify', 'verify', 'withdraw', 'embargo', 'lift'];

/** What comes of asking: a page, a form, what is told when it was recorded, or why it was not. */
export function surfaceOf(
  newsroom: Newsroom,
  words: string,
  asking: Partial<Asking> & { role: Role },
): Surface {
  const { role, ...more } = asking;
  // What is recorded on the way is recorded in a copy: the next question finds the newsroom as it was.
  const name = `${role}: ${words}`;
  const viewer = { role };
  const asked = respond(words, {
    newsroom,
    viewer,
    now,
    zone: 'UTC',
    person: 'UANA',
    channel: 'C1',
    ...more,
  });
  // As the thread reads plain text.
  const outcome = 'toRead' in asked ? asked.whenRead(readText(asked.toRead)) : asked;
  if (isProblem(outcome)) return { name, page: problemPage(outcome) };
  if ('page' in outcome) return { name, page: outcome.page };
  if ('fields' in outcome) return { name, form: outcome };
  const copy = newsroomFrom(takeSnapshot(newsroom));
  const changes = outcome.decide(copy, now);
  if (isProblem(changes)) return { name, page: problemPage(changes) };
  if (changes.length > 0) act(copy, changes, { at: now });
  return { name, page: outcome.told(copy).page };
}

/** Everything that is posted to channels, as it would be drawn now. */
export function postedSurfaces(newsroom: Newsroom): Surface[] {
  const pages = newsroomPages('UTC');
  const posts = [...newsroom.posts.all()].map((post) => ({
    name: `edit of ${post.as} ${post.ts}`,
    page: pages.edited(newsroom, post, now),
  }));
  const cards = [...newsroom.subscriptions.all()].map(({ topic, channel, id }) => ({
    name: `card for ${id}`,
    page: pages.card(newsroom, { topic, channel, predecessor: 'https://slack.com/archives/C1/p1' }, now),
  }));
  const owed = [...newsroom.deliveries.all()].flatMap((delivery): Surface[] => {
    const entry = 'entry' in delivery ? newsroom.entries.get(delivery.entry) : undefined;
    // As the publisher does: draftOf leaves these out.
    if (!entry || (entry.embargoedUntil !== undefined && entry.embargoedUntil > now && !entry.withdrawn))
      return [];
    if (delivery.what === 'notice')
      return [{ name: `notice of ${entry.id}`, page: pages.notice(newsroom, delivery, now) }];
    if (delivery.what !== 'entry' || entry.withdrawn) return [];
    return [true, false].map((isThreaded) => ({
      name: `post of ${entry.id}`,
      page: pages.entry(newsroom, delivery, { now, isThreaded }),
    }));
  });
  return [...posts, ...cards, ...owed];
}
