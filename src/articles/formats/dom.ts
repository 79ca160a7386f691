import { parseHTML } from 'linkedom';
import type { TextNode } from './block-text.ts';

/** As much of a browser's document as is read: the compiler is not given a browser's types. */
export interface DomElement extends TextNode {
  textContent: string;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}
export interface Dom extends DomElement {
  documentElement: DomElement;
  body: DomElement;
}

/** Not a piece of a page, as it is copied from one. */
export const isWholePage = (html: string): boolean => /<(?:html|body)[\s>]/i.test(html.slice(0, 20_000));

/** Nothing in it is run or fetched. */
export function parsePage(html: string): Dom {
  return parseHTML(isWholePage(html) ? html : `<!doctype html><html><body>${html}</body></html>`)
    .document as Dom;
}
