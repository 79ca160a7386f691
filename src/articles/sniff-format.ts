export type Format = 'text' | 'html' | 'json' | 'xml';

interface About {
  name?: string;
  mediaType?: string;
}

const byMediaType: readonly (readonly [RegExp, Format])[] = [
  [/^application\/(?:[\w.-]+\+)?json\b/i, 'json'],
  [/^(?:text\/html|application\/xhtml\+xml)\b/i, 'html'],
  [/^(?:text|application)\/(?:[\w.-]+\+)?xml\b/i, 'xml'],
];
const byName: readonly (readonly [RegExp, Format])[] = [
  [/\.(?:json|ninjs)$/i, 'json'],
  [/\.x?html?$/i, 'html'],
  [/\.(?:xml|rss|atom)$/i, 'xml'],
];
/** How pages begin, and pieces of them as they are copied. */
const element =
  'html head body meta link title style script article header main section div span p h1 h2 h3 h4 h5 h6 ul ol table blockquote figure img a b i em strong br';
/** What it begins with counts most against plain text: a page saved as `.txt` is a page. */
const byContent: readonly (readonly [RegExp, Format])[] = [
  [new RegExp(String.raw`^<!doctype\s+html\b|^<(?:${element.replaceAll(' ', '|')})[\s/>]`, 'i'), 'html'],
  [/^<\?xml[^>]{0,200}\?>\s*(?:<!doctype\s+html\b|<html\b)/i, 'html'],
  [/^<(?:\?xml|!doctype|rss|feed|rdf:RDF)\b/i, 'xml'],
  // `[UPDATE] Ford …` is no JSON.
  [/^\{\s*["}]|^\[\s*(?:\{|\]\s*$)/, 'json'],
  // A line of one's own before it: two paragraphs that are closed are no slip.
  [/(?:<\/(?:p|div|h[1-6]|li|blockquote)>[\s\S]*){2}/i, 'html'],
];

export function sniffFormat(text: string, { name = '', mediaType = '' }: About): Format {
  const head = text
    .slice(0, 4000)
    .replace(/^(?:\s*<!--[\s\S]{0,1000}?-->)+/, '')
    .trimStart()
    .slice(0, 2000);
  const found =
    byContent.find(([pattern]) => pattern.test(head)) ??
    byMediaType.find(([pattern]) => pattern.test(mediaType)) ??
    byName.find(([pattern]) => pattern.test(name));
  return found?.[1] ?? (isElement(head, text) ? 'xml' : 'text');
}

/** Some other program's element, from its beginning to its end. */
const isElement = (head: string, text: string): boolean =>
  /^<[a-z_][\w:.-]*(?:\s[^<>]{0,500})?>/i.test(head) && text.trimEnd().endsWith('>');

/** A document type with an inner part: that is where entities are declared that explode when they are expanded. */
export const declaresEntities = (text: string): boolean => {
  const head = text.slice(0, 20_000);
  return /<!DOCTYPE[^>[]{0,500}\[/i.test(head) || /<!ENTITY\s/i.test(head);
};
