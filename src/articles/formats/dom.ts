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

/** Nothing in it is run or fetched. */
export function parsePage(html: string): Dom {
  const isWhole = /<(?:html|body)[\s>]/i.test(html.slice(0, 20_000));
  return parseHTML(isWhole ? html : `<!doctype html><html><body>${html}</body></html>`).document as Dom;
}
