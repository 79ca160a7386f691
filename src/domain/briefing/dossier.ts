import type { Newsroom } from '../newsroom.ts';
import type { Entry } from '../records/entry.ts';
import type { Topic } from '../records/identifiers.ts';
import type { Question } from '../records/question.ts';
import { changesOf, type Happening } from './changes.ts';
import { connectionOf } from './connection.ts';
import { type Origin, originsOf } from './corroboration.ts';
import { entityBriefing, type Tie, tiesOf } from './entity-briefing.ts';
import type { Sections } from './sections.ts';
import type { Look } from './standing.ts';
import { type Involved, storyBriefing } from './story-briefing.ts';

/** One topic, or two together, as the views (timeline, claims, changes …) look at it. */
export interface Dossier extends Sections {
  topics: Topic[];
  title: string;
  entries: Entry[];
  questions: Question[];
  involved: Involved[];
  ties: Tie[];
  origins: Origin[];
  /** Asked for by one view only, and dearer than the rest together. */
  changes: () => Happening[];
}

export function dossierOf(newsroom: Newsroom, topics: readonly Topic[], look: Look): Dossier | undefined {
  const [first, second] = topics;
  if (first && second) return connectionDossier(newsroom, [first, second], look);
  if (first?.kind === 'story') return storyDossier(newsroom, first, look);
  return first ? entityDossier(newsroom, first, look) : undefined;
}

function storyDossier(newsroom: Newsroom, topic: Topic, look: Look): Dossier | undefined {
  const briefing = storyBriefing(newsroom, topic.slug, look);
  if (!briefing) return undefined;
  const { involved } = briefing;
  return {
    ...briefing,
    topics: [topic],
    title: briefing.story.headline,
    ties: tiesAmong(newsroom, involved),
    changes: () => changesOf(newsroom, [topic], look),
  };
}

function entityDossier(newsroom: Newsroom, topic: Topic, look: Look): Dossier | undefined {
  const briefing = entityBriefing(newsroom, topic.slug, look);
  if (!briefing) return undefined;
  const involved = mentionedIn(newsroom, briefing.entries).filter(({ entity }) => entity !== briefing.entity);
  const changes = () => changesOf(newsroom, [topic], look);
  return { ...briefing, topics: [topic], title: briefing.entity.name, involved, changes };
}

function connectionDossier(newsroom: Newsroom, topics: [Topic, Topic], look: Look): Dossier {
  const connection = connectionOf(newsroom, topics, look);
  return {
    ...connection,
    title: connection.names.join(' and '),
    questions: [],
    involved: mentionedIn(newsroom, connection.entries),
    origins: originsOf(connection.entries),
    changes: () => changesOf(newsroom, topics, look),
  };
}

function mentionedIn({ entities }: Newsroom, entries: readonly Entry[]): Involved[] {
  const slugs = [...new Set(entries.flatMap((entry) => entry.entities))];
  return slugs.flatMap((slug) => {
    const entity = entities.get(slug);
    return entity ? [{ entity, role: '' }] : [];
  });
}

function tiesAmong(newsroom: Newsroom, involved: readonly Involved[]): Tie[] {
  const cast = new Set(involved.map(({ entity }) => entity.slug));
  const ties = involved.flatMap(({ entity }) =>
    tiesOf(newsroom, entity.slug).filter((tie) => tie.subject === entity),
  );
  return ties.filter((tie) => cast.has(tie.object.slug));
}
