import { type Inline, inlinesOf, type Page, type Part } from '../../domain/pages/page.ts';

type NameOf = (id: string) => Promise<string>;

/** The page with names in place of people, so that a message everybody sees pings nobody. */
export async function namePeople(page: Page, nameOf: NameOf): Promise<Page> {
  if (!page.parts.some(namesSomebody)) return page;
  return { parts: await Promise.all(page.parts.map((part) => namedPart(part, nameOf))) };
}

const namesSomebody = (part: Part): boolean =>
  inlinesOf(part).some((inline) => typeof inline === 'object' && 'person' in inline);

async function namedPart(part: Part, nameOf: NameOf): Promise<Part> {
  if (part.part === 'list') {
    return { ...part, lines: await Promise.all(part.lines.map((line) => namedLine(line, nameOf))) };
  }
  if (part.part === 'context' || part.part === 'paragraph') {
    return { ...part, text: await namedLine(part.text, nameOf) };
  }
  return part;
}

const namedLine = (line: readonly Inline[], nameOf: NameOf): Promise<Inline[]> =>
  Promise.all(
    line.map((inline) => (typeof inline === 'object' && 'person' in inline ? nameOf(inline.person) : inline)),
  );
