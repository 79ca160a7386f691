import type { SectionBlock } from '@slack/types';
import { limits } from './limits.ts';
import { escapeMrkdwn } from './mrkdwn.ts';

const fence = '```';

/** Text in as many blocks of code as it needs, cut between lines where they are short enough. */
export function codeBlocks(text: string): SectionBlock[] {
  const most = limits.sectionText - 2 * (fence.length + 1);
  const blocks: string[] = [];
  let current = '';
  for (const piece of text.split('\n').flatMap((line) => pieces(line, most))) {
    const longer = current === '' ? piece : `${current}\n${piece}`;
    if (current !== '' && longer.length > most) {
      blocks.push(current);
      current = piece;
    } else current = longer;
  }
  return [...blocks, current].map((block) => ({
    type: 'section',
    text: { type: 'mrkdwn', text: `${fence}\n${block || ' '}\n${fence}`, verbatim: true },
  }));
}

/** A line escaped, in pieces that fit; never cut inside an escape or a character. */
function pieces(line: string, most: number): string[] {
  // Three backticks would end the block; what is exported has none that stand together.
  const signs = Array.from(line.replaceAll(fence, 'ˋˋˋ'), escapeMrkdwn);
  const found: string[] = [];
  let current = '';
  for (const sign of signs) {
    if (current.length + sign.length > most) {
      found.push(current);
      current = '';
    }
    current += sign;
  }
  return [...found, current];
}
