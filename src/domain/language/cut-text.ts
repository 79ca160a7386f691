/** The text within `most` UTF-16 units, cut between words and marked with an ellipsis; never inside a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = most - 1;
  const last = text.charCodeAt(end - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  if (splitsPair) end -= 1;
  const space = text.lastIndexOf(' ', end);
  const cut = space > end * 0.7 ? space : end;
  return `${text.slice(0, cut).trimEnd()}…`;
}
