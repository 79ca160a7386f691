/** A quotation, from its opening mark up to behind its closing one. */
export interface Quotation {
  from: number;
  to: number;
  /** A quotation that goes on in the next paragraph has no closing mark. */
  isClosed: boolean;
}

const closers: { readonly [opener: string]: string } = {
  '"': '"',
  '“': '”',
  '„': '“”',
  '«': '»',
  '「': '」',
  '‘': '’',
  "'": "'",
};
const marks = /["“”„«»‘’「」']/g;
/** A straight mark ends what it began only behind a word or its stop, and before none: `the men's`. */
const closesStraight = /[\p{L}\p{N},.?!…]'(?![\p{L}\p{N}])/gu;

/** Quotations in order, none inside another. An apostrophe is no mark: `’` ends only what `‘` began before a word. */
export function quotationsIn(text: string): Quotation[] {
  const found: Quotation[] = [];
  const lastStraight = [...text.matchAll(closesStraight)].at(-1)?.index ?? -1;
  let open: { from: number; closer: string } | undefined;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (open?.closer.includes(mark)) {
      if (/[’']/.test(mark) && isApostrophe(text, index)) continue;
      found.push({ from: open.from, to: index + 1, isClosed: true });
      open = undefined;
    } else if (opensAt(text, mark, index) && (mark !== "'" || index < lastStraight)) {
      // Single marks inside double ones are part of what is said.
      if (open && /[‘']/.test(mark)) continue;
      if (open) found.push({ from: open.from, to: index, isClosed: false });
      open = { from: index, closer: closers[mark] ?? mark };
    }
  }
  if (open && !/[’']/.test(open.closer)) found.push({ from: open.from, to: text.length, isClosed: false });
  return found;
}

/** `men’s`; `‘The workers’ union is right,’`: of many, where what is quoted ends only later, with a stop. */
function isApostrophe(text: string, index: number): boolean {
  if (/[\p{L}\p{N}]/u.test(text.charAt(index + 1))) return true;
  if (text.charAt(index - 1) !== 's' || !/^ \p{Ll}/u.test(text.slice(index + 1, index + 3))) return false;
  const next = /(?<![\p{L}\p{N},.?!…])["“‘'](?=\p{L})|[,.?!…](['’])(?![\p{L}\p{N}])/u.exec(
    text.slice(index + 1, index + 400),
  );
  return next?.[1] !== undefined;
}

function opensAt(text: string, mark: string, index: number): boolean {
  if (!Object.hasOwn(closers, mark)) return false;
  if (mark !== '‘' && mark !== "'") return true;
  return !/[\p{L}\p{N}]/u.test(text.charAt(index - 1)) && /\p{L}/u.test(text.charAt(index + 1));
}

/** The text with what is quoted blotted out, so that the words around it can be read alone; offsets stay. */
export function maskQuotations(text: string, quotations: readonly Quotation[]): string {
  let masked = '';
  let done = 0;
  for (const { from, to, isClosed } of quotations) {
    const end = isClosed ? to - 1 : to;
    // A straight mark looks like an apostrophe from without.
    const opener = text.charAt(from) === "'" ? '‘' : text.charAt(from);
    masked += text.slice(done, from) + opener + '¤'.repeat(Math.max(0, end - from - 1));
    done = Math.max(end, from + 1);
    if (opener !== '‘' || !isClosed) continue;
    masked += '’';
    done = to;
  }
  return masked + text.slice(done);
}
