import type { Change } from '../../change.ts';
import type { Newsroom } from '../../newsroom.ts';
import { isProblem, type Problem } from '../../problem.ts';
import type { Draft, DraftContent, Proposal, Reading } from '../../records/draft.ts';
import { isOffTheRecord } from '../../rules/off-the-record.ts';
import { idsFrom } from '../next-id.ts';
import { fileDraft, openStory } from './file-draft.ts';
import { draftMadeOf } from './find-draft.ts';

export interface Drafted {
  draft: DraftContent;
  /** Something in it was said off the record: that is in no draft. */
  leftOut: boolean;
}

/** What was read of an article, as it may be kept: not a word of what was said off the record. */
export function draftOf(reading: Reading, came: Pick<Draft, 'via' | 'key' | 'permalink' | 'story'>): Drafted {
  const { headline, ...rest } = reading;
  const proposals = reading.proposals.filter((proposal) => !saysOffTheRecord(proposal));
  const questions = reading.questions.filter(({ text }) => !isOffTheRecord({ text }));
  const draft: DraftContent = {
    ...rest,
    ...(headline && !isOffTheRecord({ text: headline }) ? { headline } : {}),
    proposals,
    questions,
    ...came,
  };
  return { draft, leftOut: proposals.length < reading.proposals.length };
}

export const saysOffTheRecord = ({
  content,
  statement = '',
}: Partial<Proposal> & Pick<Proposal, 'content'>) =>
  isOffTheRecord({
    text: `${content.text}\n${statement}`,
    attribution: content.attribution ?? '',
    source: content.sources.map(({ label }) => label).join('; '),
  });

/** Keeps it for an editor. The same article makes one draft, however often and by whatever way it comes. */
export const makeDraft =
  ({ draft, leftOut }: Drafted) =>
  (newsroom: Newsroom): Change[] | Problem => {
    const before = draftMadeOf(newsroom, draft);
    if (before) return filedNow(newsroom, before, draft.story);
    const { proposals, entities, questions } = draft;
    if (proposals.length + entities.length + questions.length === 0)
      return leftOut ? { problem: 'off-the-record' } : { problem: 'nothing-read' };
    const story = draft.story === undefined ? undefined : openStory(newsroom, draft.story);
    if (isProblem(story)) return story;
    return [{ type: 'draft-made', id: idsFrom(newsroom, 'drafts')(), draft }];
  };

/** It came without a story before, and now somebody names one. */
function filedNow(newsroom: Newsroom, before: Draft, story: string | undefined): Change[] {
  if (story === undefined || before.story !== undefined) return [];
  const filed = fileDraft(before.id, story)(newsroom);
  return isProblem(filed) ? [] : filed;
}
