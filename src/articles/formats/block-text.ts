/** As much of a DOM node as is read: linkedom's own types want a browser's. */
export interface TextNode {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  firstChild: TextNode | null;
  nextSibling: TextNode | null;
  parentNode: TextNode | null;
}

const blocks = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BR DD DIV DL DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TD TH TR UL'.split(
    ' ',
  ),
);
const unread = new Set(
  'SCRIPT STYLE NOSCRIPT TEMPLATE FIGCAPTION IFRAME OBJECT SVG BUTTON FORM SELECT TEXTAREA'.split(' '),
);
const textNode = 3;

/** The text of each block in order, without markup. It walks without recursion: a page may be nested as it likes. */
export function blockText(root: TextNode): string[] {
  const paragraphs: string[] = [];
  let text = '';
  const cut = () => {
    const plain = text.replace(/\s+/g, ' ').trim();
    if (plain !== '') paragraphs.push(plain);
    text = '';
  };
  let node: TextNode | null = root;
  while (node) {
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === textNode) text += node.nodeValue ?? '';
    if (blocks.has(name)) cut();
    if (node.firstChild && !unread.has(name)) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node && blocks.has(node.nodeName.toUpperCase())) cut();
    }
    node = node === root ? null : (node?.nextSibling ?? null);
  }
  cut();
  return paragraphs;
}
