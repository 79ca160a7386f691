import type { Change } from '../../change.ts';
import { mostNews } from '../../following/wants-entry.ts';
import type { Newsroom } from '../../newsroom.ts';
import { isProblem, type Problem } from '../../problem.ts';
import type { Draft, Settlement } from '../../records/draft.ts';
import type { EntryContent } from '../../records/entry.ts';
import type { Instant } from '../../records/moment.ts';
import type { Viewer } from '../../rules/embargo.ts';
import { isOffTheRecord } from '../../rules/off-the-record.ts';
import { deniesWhat, standardsOf, type Warning } from '../../rules/standards.ts';
import { recordedBefore } from '../entries/add-entry.ts';
import { claimsAbout } from '../entries/read-kind-fields.ts';
import { idsFrom } from '../next-id.ts';
import { questionOf } from '../questions/ask-question.ts';
import { acceptedContent, lineKey } from './accepted-content.ts';
import { AdoptedNames } from './adopted-names.ts';
import type { Chosen } from './chosen-parts.ts';
import { changedSince } from './edit-proposal.ts';
import { storyOfDraft } from './file-draft.ts';
import { saysOffTheRecord } from './make-draft.ts';

export interface Acceptance {
  /** Entries, names and questions, and that they are settled: one act, whole or not at all. */
  changes: Change[];
  /** Lines that are not recorded as they are: changed by somebody meanwhile, breaking rules, or off the record. */
  held: { at: number; warnings: Warning[]; changedBy?: string }[];
}

interface Accepting {
  id: string;
  chosen: Chosen;
  /** The editor has seen the rules that lines break, and goes on. */
  anyway: boolean;
  /** How often lines had been edited when the editor was shown them; absent where nobody was shown any. */
  shownAt?: number | undefined;
  viewer: Viewer;
  by: string | undefined;
}

/** Puts on record what an editor accepts of a draft, and whoever it refers to with it. */
export const acceptParts =
  ({ id, chosen, anyway, shownAt, viewer, by }: Accepting) =>
  (newsroom: Newsroom, now: Instant): Acceptance | Problem => {
    const draft = newsroom.drafts.get(id);
    if (!draft) return { problem: 'unknown-draft', id };
    const needsStory = chosen.proposal.length + chosen.question.length > 0;
    const story = needsStory ? storyOfDraft(newsroom, draft) : '';
    if (isProblem(story)) return story;
    const names = new AdoptedNames(newsroom, draft);
    for (const at of chosen.entity) names.adopt(draft.entities[at]?.slug ?? '');
    const setting = { draft, story, look: { viewer, now } };
    const lines = acceptedLines(newsroom, chosen.proposal, { ...setting, names, anyway, shownAt, by });
    const questions = askedQuestions(newsroom, chosen.question, { draft, story });
    const settled = [...names.settled, ...lines.settled, ...questions.settled];
    const changes = [...names.changes, ...lines.changes, ...questions.changes];
    return {
      changes: settled.length > 0 ? [...changes, { type: 'draft-settled', id, settled }] : [],
      held: lines.held,
    };
  };

interface Setting {
  draft: Draft;
  story: string;
  names: AdoptedNames;
  look: { viewer: Viewer; now: Instant };
  anyway: boolean;
  shownAt: number | undefined;
  by: string | undefined;
}

/** As of a file: of more lines at once than are news no channel is told. */
function markedInBulk(changes: readonly Change[]): Change[] {
  const added = changes.filter(({ type }) => type === 'entry-added').length;
  if (added <= mostNews) return [...changes];
  return changes.map((change) => (change.type === 'entry-added' ? { ...change, inBulk: true } : change));
}

function acceptedLines(newsroom: Newsroom, chosen: readonly number[], setting: Setting) {
  const { draft, look, anyway, shownAt, by } = setting;
  const nextId = idsFrom(newsroom, 'entries');
  const changes: Change[] = [];
  const settled: Settlement[] = [];
  const held: Acceptance['held'] = [];
  for (const at of [...chosen].sort((a, b) => a - b)) {
    const proposal = draft.proposals[at];
    if (!proposal || (proposal.became !== undefined && proposal.became !== 'dropped')) continue;
    if (saysOffTheRecord(proposal)) {
      held.push({ at, warnings: [] });
      continue;
    }
    const changedBy = shownAt === undefined ? undefined : changedSince(draft, at, shownAt, by);
    if (changedBy !== undefined) {
      held.push({ at, warnings: [], changedBy });
      continue;
    }
    const warnings = anyway ? [] : warningsOf(newsroom, proposal.content, setting);
    if (warnings.length > 0) {
      held.push({ at, warnings });
      continue;
    }
    const before = recordedBefore(
      newsroom,
      { key: lineKey(draft.id, at), viewer: look.viewer, by },
      look.now,
    );
    const became = before?.id ?? nextId();
    settled.push({ part: 'proposal', at, became });
    if (before) continue;
    const entry = acceptedContent(newsroom, proposal, { ...setting, at });
    changes.push({ type: 'entry-added', id: became, entry });
  }
  return { changes: markedInBulk(changes), settled, held };
}

/** The rules are asked before anybody is put on record for a line that is then held back. */
function warningsOf(newsroom: Newsroom, content: EntryContent, { story, look }: Setting): Warning[] {
  const answered =
    content.kind === 'response' ? claimsAbout(newsroom, content.response.entity, look, [story]) : [];
  return [...standardsOf(content), ...deniesWhat(content, answered)];
}

function askedQuestions(
  newsroom: Newsroom,
  chosen: readonly number[],
  { draft, story }: Pick<Setting, 'draft' | 'story'>,
) {
  const nextId = idsFrom(newsroom, 'questions');
  const changes: Change[] = [];
  const settled: Settlement[] = [];
  for (const at of [...chosen].sort((a, b) => a - b)) {
    const question = draft.questions[at];
    if (!question || (question.became !== undefined && question.became !== 'dropped')) continue;
    const { text } = question;
    if (isOffTheRecord({ text })) continue;
    const originKey = `draft:${draft.id}:q${at + 1}`;
    const before = questionOf(newsroom, originKey);
    const became = before?.id ?? nextId();
    settled.push({ part: 'question', at, became });
    if (!before) changes.push({ type: 'question-asked', id: became, question: { story, text }, originKey });
  }
  return { changes, settled };
}
