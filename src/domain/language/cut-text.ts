/** The text in two, the first of at most `most` UTF-16 units; never parted inside a character. */
export function partedAt(text: string, most: number): [first: string, rest: string] {
  const last = text.charCodeAt(most - 1);
  const splitsPair = text.length > most && last >= 0xd800 && last <= 0xdbff;
  const end = splitsPair ? most - 1 : most;
  return [text.slice(0, end), text.slice(end)];
}

export const beginningOf = (text: string, most: number): string => partedAt(text, most)[0];

/** The text within `most` UTF-16 units, cut between words and marked with an ellipsis; never inside a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const [first] = partedAt(text, most - 1);
  const space = text.lastIndexOf(' ', first.length);
  const cut = space > first.length * 0.7 ? space : first.length;
  return `${text.slice(0, cut).trimEnd()}…`;
}
