import { cutText } from '../language/cut-text.ts';
import { isolate } from '../language/isolate.ts';
import { aroundMatch, markWords, type Sought } from '../language/mark-words.ts';
import { bold, type Inline } from './page.ts';

/** A text, cut to `most` around what was searched for, with that in bold. */
export function markedText(text: string, sought: Sought, most = 240): Inline[] {
  const pieces = aroundMatch(markWords(text, sought), most);
  const shown: Inline[] = [];
  let room = most;
  for (const piece of pieces) {
    if (room <= 0) {
      shown.push('…');
      break;
    }
    const cut = cutText(piece.text, room);
    room -= cut.length;
    shown.push(...drawn(cut, piece.isMatch));
    if (cut !== piece.text) break;
  }
  return shown;
}

const drawn = (text: string, isMatch: boolean): Inline[] => {
  if (!isMatch) return [isolate(text)];
  // Slack takes no mark between two letters for one; a space of no width parts them.
  return isUnspaced.test(text) ? ['\u200b', bold(text), '\u200b'] : [bold(isolate(text))];
};

const isUnspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
