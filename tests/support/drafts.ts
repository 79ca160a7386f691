import type { DraftContent, Proposal, SuggestedEntity } from '../../src/domain/records/draft.ts';
import type { EntryContent } from '../../src/domain/records/entry.ts';

/** A line as an article proposes it: the FT says so, unless the test says otherwise. */
export const line = (text: string, more: Partial<EntryContent> = {}): Proposal => ({
  content: {
    ...{ kind: 'fact', text, stories: [], entities: [], verification: 'reported' },
    sources: [{ kind: 'publication', label: 'Financial Times', groundRules: 'unknown' }],
    ...more,
  } as EntryContent,
  statement: text,
});

export const somebodyNew = (name: string, more: Partial<SuggestedEntity> = {}): SuggestedEntity => ({
  slug: name.toLowerCase().replaceAll(' ', '-'),
  schema: 'Person',
  name,
  aliases: [],
  ...more,
});

/** A draft of an article that says these lines. */
export const draftOfLines = (
  proposals: readonly (string | Proposal)[],
  more: Partial<DraftContent> = {},
): DraftContent => ({
  headline: 'Ford talks to Xiaomi',
  fingerprint: `words:${JSON.stringify(proposals).length}`,
  key: `test:${JSON.stringify(proposals).length}`,
  via: 'paste',
  proposals: proposals.map((proposal) => (typeof proposal === 'string' ? line(proposal) : proposal)),
  entities: [],
  questions: [],
  ...more,
});
