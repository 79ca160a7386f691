/** A part of a sentence between commas, by its place in the sentence. */
export interface Clause {
  text: string;
  from: number;
  to: number;
}

/** The parts between commas; one within brackets parts nothing, nor the one in `Co., Limited`. */
export function clausesOf(masked: string): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let depth = 0;
  for (const { 0: mark, index } of masked.matchAll(
    /[()]|[,;](?=["”’]?\s)["”’]?|\s[–—-]\s|:(?=\s["“‘«„])|["”’](?=\s)/g,
  )) {
    if (mark === '(') depth += 1;
    else if (mark === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && !/^,? (?:Inc|Ltd|Limited|LLC|Jr|Sr)\b/.test(masked.slice(index, index + 9))) {
      clauses.push(clause(masked, from, index));
      from = index + mark.length;
    }
  }
  clauses.push(clause(masked, from, masked.length));
  return clauses.filter(({ text }) => text !== '');
}

function clause(masked: string, from: number, to: number): Clause {
  const raw = masked.slice(from, to);
  const text = raw.replace(/[.!?:]+["”’)]*$/, '').trim();
  const start = from + (raw.length - raw.trimStart().length);
  return { text, from: start, to: start + text.length };
}
