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
};
const marks = /["“”„«»‘’「」]/g;

/** Quotations in order, none inside another. An apostrophe is no mark: `’` ends only what `‘` began before a word. */
export function quotationsIn(text: string): Quotation[] {
  const found: Quotation[] = [];
  let open: { from: number; closer: string } | undefined;
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (open?.closer.includes(mark)) {
      if (mark === '’' && /[\p{L}\p{N}]/u.test(text.charAt(index + 1))) continue;
      found.push({ from: open.from, to: index + 1, isClosed: true });
      open = undefined;
    } else if (opensAt(text, mark, index)) {
      // Single marks inside double ones are part of what is said.
      if (open && mark === '‘') continue;
      if (open) found.push({ from: open.from, to: index, isClosed: false });
      open = { from: index, closer: closers[mark] ?? mark };
    }
  }
  if (open && open.closer !== '’') found.push({ from: open.from, to: text.length, isClosed: false });
  return found;
}

function opensAt(text: string, mark: string, index: number): boolean {
  if (!Object.hasOwn(closers, mark)) return false;
  if (mark !== '‘') return true;
  return !/[\p{L}\p{N}]/u.test(text.charAt(index - 1)) && /\p{L}/u.test(text.charAt(index + 1));
}

/** The text with what is quoted blotted out, so that the words around it can be read alone; offsets stay. */
export function maskQuotations(text: string, quotations: readonly Quotation[]): string {
  let masked = '';
  let done = 0;
  for (const { from, to, isClosed } of quotations) {
    const end = isClosed ? to - 1 : to;
    masked += text.slice(done, from + 1) + '¤'.repeat(Math.max(0, end - from - 1));
    done = Math.max(end, from + 1);
  }
  return masked + text.slice(done);
}
