import type { Article } from '../../domain/articles/article.ts';
import { type Acceptance, acceptParts } from '../../domain/editing/drafts/accept-parts.ts';
import { asIfOnRecord } from '../../domain/editing/drafts/as-if-on-record.ts';
import type { Chosen } from '../../domain/editing/drafts/chosen-parts.ts';
import { dropParts } from '../../domain/editing/drafts/drop-parts.ts';
import { makeDraft } from '../../domain/editing/drafts/make-draft.ts';
import type { Newsroom } from '../../domain/newsroom.ts';
import { acceptedNote, droppedNote, madeNote } from '../../domain/pages/draft-notes.ts';
import { type DraftView, draftPage } from '../../domain/pages/draft-page.ts';
import type { Part } from '../../domain/pages/page.ts';
import { isProblem } from '../../domain/problem.ts';
import type { DraftVia } from '../../domain/records/draft.ts';
import { includes } from '../../domain/rules/permissions.ts';
import type { Answer, Asking, Recording } from '../commands/verb.ts';
import { draftFrom, draftThere } from '../drafts.ts';

interface Look {
  view?: DraftView;
  page?: number;
  note?: readonly Part[];
}

/** A draft for the eyes of whoever asked. */
export function draftAnswer(
  newsroom: Newsroom,
  { viewer, zone }: Pick<Asking, 'viewer' | 'zone'>,
  id: string,
  { view = 'lines', page = 1, note = [] }: Look = {},
): Answer {
  const draft = newsroom.drafts.get(id);
  if (!draft) throw new Error(`${id} was found and is not there`);
  const mayDecide = includes(viewer.role, 'editor');
  const shown = { newsroom, zone, mayDecide, view, page, note };
  return { page: asIfOnRecord(newsroom, draft, () => draftPage(draft, shown)), topics: [], isPrivate: true };
}

interface Coming {
  via: DraftVia;
  key?: string | undefined;
  story?: string | undefined;
  permalink?: string | undefined;
}

/** An article becomes a draft, and is shown as one; the same article leads to the draft that it made before. */
export function importOutcome(
  asking: Asking,
  article: Article,
  { via, key, story, permalink }: Coming,
): Recording {
  const { newsroom, now, zone } = asking;
  const drafted = draftFrom(newsroom, article, {
    ...{ via, now, zone },
    ...(key === undefined ? {} : { key }),
    ...(story === undefined ? {} : { story }),
    ...(permalink === undefined ? {} : { permalink }),
  });
  const make = makeDraft(drafted);
  let isNew = false;
  return {
    decide: (current) => {
      const changes = make(current);
      isNew = !isProblem(changes) && changes.some(({ type }) => type === 'draft-made');
      return changes;
    },
    told: (after) => {
      const { id } = draftThere(after, drafted);
      return draftAnswer(after, asking, id, { note: madeNote({ isNew, leftOut: drafted.leftOut }) });
    },
  };
}

interface Deciding {
  id: string;
  chosen: Chosen;
  page: number;
}

export function acceptOutcome(
  asking: Asking,
  { id, chosen, page, anyway, shownAt }: Deciding & { anyway: boolean; shownAt: number | undefined },
): Recording {
  const { viewer, person: by } = asking;
  const accept = acceptParts({ id, chosen, anyway, shownAt, viewer, by });
  let accepted: Acceptance = { changes: [], held: [] };
  return {
    decide: (newsroom, now) => {
      const decided = accept(newsroom, now);
      if (isProblem(decided)) return decided;
      accepted = decided;
      return decided.changes;
    },
    told: (newsroom) => {
      const draft = newsroom.drafts.get(id);
      const note = draft ? acceptedNote(draft, chosen, accepted) : [];
      return draftAnswer(newsroom, asking, id, { page, note });
    },
  };
}

export function dropOutcome(asking: Asking, { id, chosen, page }: Deciding): Recording {
  let dropped = 0;
  return {
    decide: (newsroom) => {
      const changes = dropParts(id, chosen)(newsroom);
      const [settling] = isProblem(changes) ? [] : changes;
      dropped = settling?.type === 'draft-settled' ? settling.settled.length : 0;
      return changes;
    },
    told: (newsroom) => draftAnswer(newsroom, asking, id, { page, note: droppedNote(dropped) }),
  };
}
