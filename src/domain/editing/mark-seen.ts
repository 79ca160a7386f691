import type { Change } from '../change.ts';
import type { Newsroom } from '../newsroom.ts';
import { topicKey } from '../records/identifiers.ts';
import type { ReaderMark } from '../records/reader.ts';

/** Records how far people have read. A mark never moves back, nor past what the newsroom holds. */
export function markSeen(newsroom: Newsroom, marks: readonly ReaderMark[]): Change[] {
  return marks
    .map((mark) => ({ ...mark, seenSeq: Math.min(mark.seenSeq, newsroom.seq) }))
    .filter(({ person, topic, seenSeq }) => {
      const stands = newsroom.readers.get(`${person}:${topicKey(topic)}`);
      return stands === undefined || stands.seenSeq < seenSeq;
    })
    .map((mark) => ({ type: 'looked', mark }));
}
