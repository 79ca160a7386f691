import type { Change } from '../../change.ts';
import { currentTopic } from '../../finding/named-topic.ts';
import { foldName } from '../../language/fold-name.ts';
import type { Newsroom } from '../../newsroom.ts';
import type { Problem } from '../../problem.ts';
import type { Relation, RelationContent } from '../../records/relation.ts';
import { changedFields } from '../edited-record.ts';
import { idsFrom } from '../next-id.ts';

/** What is said of two entities; years and sources that are not given stay as they are. */
export type Related = Pick<RelationContent, 'subject' | 'role' | 'object'> &
  Partial<Pick<RelationContent, 'since' | 'until' | 'sources'>>;

/** "Jim Farley — chief executive of — Ford". Said again of the same two, it sets the years of what is there. */
export const relate =
  (asked: Related) =>
  (newsroom: Newsroom): Change[] | Problem => {
    const related = { ...asked, ...currentEnds(newsroom, asked) };
    const { subject, object, since, until, sources } = related;
    if (subject === object) {
      const says = 'A relation is between two: the first and the second are the same.';
      return { problem: 'nothing-changed', says, topic: { kind: 'entity', slug: subject } };
    }
    const present = relationLike(newsroom, related);
    if (!present) {
      const relation = { sources: [], ...related };
      return [{ type: 'relation-added', id: idsFrom(newsroom, 'relations')(), relation }];
    }
    const said = {
      ...(since ? { since } : {}),
      ...(until ? { until } : {}),
      ...(sources?.length ? { sources } : {}),
    };
    const set = changedFields(present, said);
    return set ? [{ type: 'relation-edited', id: present.id, set }] : [];
  };

/** One of the two may have been merged since it was named. */
const currentEnds = (
  newsroom: Newsroom,
  { subject, object }: Pick<RelationContent, 'subject' | 'object'>,
) => ({
  subject: currentTopic(newsroom, { kind: 'entity', slug: subject }).slug,
  object: currentTopic(newsroom, { kind: 'entity', slug: object }).slug,
});

/** The relation on record that says the same of the same two, in whatever case it is written. */
export function relationLike(
  newsroom: Newsroom,
  { role, ...ends }: Pick<RelationContent, 'subject' | 'role' | 'object'>,
): Relation | undefined {
  const { relations } = newsroom;
  const { subject, object } = currentEnds(newsroom, ends);
  const alike = (other: Relation) =>
    other.subject === subject && other.object === object && foldName(other.role) === foldName(role);
  return [...relations.where(relations.by.entity, subject)].find(alike);
}
