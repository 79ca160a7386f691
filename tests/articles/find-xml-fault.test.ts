import { findXmlFault } from '../../src/articles/formats/find-xml-fault.ts';

const feed = (inside: string) => `<?xml version="1.0"?>\n<rss version="2.0">\n${inside}\n</rss>\n`;

describe('XML that is in order has no fault', () => {
  test.each([
    ['a feed', feed('<item><title>Ford &amp; Xiaomi &#8212; talks</title><link/></item>')],
    ['one in another alphabet', '<лента имя="a"><статья/></лента>'],
    ['one with comments, CDATA and instructions', feed('<!-- <a> & --><![CDATA[ <b> & ]]><?x <c> ?>')],
    ['one with a byte order mark and a doctype', '\ufeff<!DOCTYPE rss>\n<rss/>'],
  ])('%s', (_, text) => {
    expect(findXmlFault(text)).toBeUndefined();
  });
});

describe('XML that is broken is told by line and column, with what was expected there', () => {
  test.each([
    ['another end tag', feed('  <item></itm>'), 3, 9, '</itm>', '</item>, as line 3 opens it'],
    ['no end tag', '<rss>\n<item>', 2, 7, 'the end of the file', '</item>, as line 2 opens it'],
    ['an end tag too many', '<rss/></item>', 1, 7, '</item>', 'no end tag here'],
    ['a bare ampersand', feed('<title>Ford & Xiaomi</title>'), 3, 13, '&', '&amp;'],
    ['a tag that is cut short', '<rss><ti', 1, 6, '<ti', 'a tag: <name key="value">, or &lt; for the sign'],
    [
      'an attribute without quotes',
      '<rss v=2></rss>',
      1,
      1,
      '<rss v=2>',
      'a tag: <name key="value">, or &lt; for the sign',
    ],
    ['words behind the end', '<rss/>\n\nFord', 3, 1, 'Ford', 'nothing more'],
    ['two roots', '<a/><b/>', 1, 5, '<b/>', 'nothing more: a document has one outermost element'],
    ['a comment without end', '<rss><!-- <item>', 1, 6, '<!-- ', '--> somewhere after it'],
    ['nothing but a declaration', '<?xml version="1.0"?>', 1, 22, 'the end of the file', 'a tag'],
  ])('%s', (_, text, line, column, found, expected) => {
    expect(findXmlFault(text)).toEqual({ line, column, found, expected });
  });
});
