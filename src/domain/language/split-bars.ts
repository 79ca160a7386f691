const closes: { readonly [open: string]: string } = { '"': '"', '“': '”', '„': '“', '«': '»' };

/**
 * The parts of a line between its bars. A bar within quotation marks is text; a mark that is never closed, as in
 * `a 5" screen`, opens nothing.
 */
export function splitBars(line: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < line.length; at += 1) {
    const close = closes[line[at] ?? ''];
    const opens = close !== undefined && /^[\s:=(|]?$/.test(line.slice(at - 1, at));
    const end = opens ? line.indexOf(close, at + 1) : -1;
    if (end > at) at = end;
    else if (line[at] === '|') {
      parts.push(line.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, line.slice(from)].map((part) => part.trim());
}
