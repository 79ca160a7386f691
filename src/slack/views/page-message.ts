import type { Button as ButtonElement, ConfirmationDialog, KnownBlock } from '@slack/types';
import { cutText, partedAt } from '../../domain/language/cut-text.ts';
import { type Button, bold, type Inline, type Page, type Part } from '../../domain/pages/page.ts';
import { plainText } from '../../domain/pages/plain-text.ts';
import { codeBlocks } from './code-blocks.ts';
import { limits } from './limits.ts';
import { escapeMrkdwn, lineMrkdwn } from './mrkdwn.ts';

export interface SlackMessage {
  /** What a screen reader reads and a notification shows: the whole page in words. */
  text: string;
  blocks: KnownBlock[];
}

/**
 * Who sees the page decides what its buttons do: replace it, answer the one who pressed, turn the App Home.
 * `sharing` is private, too: its Share is the answer to who would see it.
 */
export type Audience = 'private' | 'sharing' | 'public' | 'home';

const asked: { readonly [A in Audience]: string } = {
  private: 'turn',
  sharing: 'turn',
  public: 'ask',
  home: 'home',
};

export function pageMessage(page: Page, audience: Exclude<Audience, 'home'>): SlackMessage {
  return {
    text: escapedWithin(plainText(page), limits.messageText) || ' ',
    blocks: withinLimit(pageBlocks(page, audience)),
  };
}

/** As many blocks as the page needs: how many a message or a view holds is for its maker to keep. */
export function pageBlocks(page: Page, audience: Audience): KnownBlock[] {
  const buttonOf = buttonMaker(audience);
  return page.parts.flatMap((part) => partBlocks(part, buttonOf));
}

/** An escape is at most five characters for one. */
function escapedWithin(text: string, most: number): string {
  const escaped = escapeMrkdwn(text);
  return escaped.length <= most ? escaped : escapeMrkdwn(cutText(text, Math.floor(most / 5)));
}

type MakeButton = (button: Button) => ButtonElement;

/** Action ids say what a press does; the number only makes them unique, as Slack demands. */
function buttonMaker(audience: Audience): MakeButton {
  let made = 0;
  return (button) => {
    made += 1;
    const shares = 'share' in button;
    const action = shares ? (audience === 'sharing' ? 'sharing' : 'share') : asked[audience];
    return {
      type: 'button',
      action_id: `${action}:${made}`,
      text: { type: 'plain_text', text: cutText(button.label, limits.buttonText), emoji: true },
      value: cutText((shares ? button.share : button.command) || ' ', limits.buttonValue),
      ...(!shares && button.primary ? { style: 'primary' } : {}),
      ...(!shares && button.confirm ? { confirm: confirmation(button.label, button.confirm) } : {}),
    };
  };
}

const confirmation = (label: string, asks: string): ConfirmationDialog => ({
  title: { type: 'plain_text', text: cutText(label, 100) },
  text: { type: 'plain_text', text: cutText(asks, 300) },
  confirm: { type: 'plain_text', text: cutText(label, 30) },
  deny: { type: 'plain_text', text: 'Cancel' },
});

function partBlocks(part: Part, buttonOf: MakeButton): KnownBlock[] {
  switch (part.part) {
    case 'title':
      return [
        {
          type: 'header',
          text: { type: 'plain_text', text: cutText(part.text, limits.headerText), emoji: true },
        },
      ];
    case 'context':
      return [{ type: 'context', elements: [mrkdwn(cutMrkdwn(part.text, limits.contextText))] }];
    case 'paragraph':
      return sectionsOf(part.text).map((text, at) => ({
        type: 'section',
        text: mrkdwn(text),
        ...(part.button && at === 0 ? { accessory: buttonOf(part.button) } : {}),
      }));
    case 'preformatted':
      return codeBlocks(part.text);
    case 'list':
      return listBlocks(part, buttonOf);
    case 'buttons':
      return buttonRows(part.buttons, buttonOf);
    case 'choices':
      return buttonRows(part.choices, buttonOf);
    case 'divider':
      return [{ type: 'divider' }];
  }
}

const mrkdwn = (text: string) => ({ type: 'mrkdwn' as const, text, verbatim: true });

/** A paragraph is where a text is read whole: what one section does not hold goes on in the next. */
function sectionsOf(line: readonly Inline[]): string[] {
  const whole = lineMrkdwn(line);
  if (whole.length <= limits.sectionText) return [whole || ' '];
  const texts = line.filter((inline) => typeof inline === 'string');
  const longest = texts.reduce((a, b) => (b.length > a.length ? b : a), '');
  const share = Math.floor((longest.length * limits.sectionText) / whole.length) - 2;
  if (share < 2) return [cutMrkdwn(line, limits.sectionText)];
  const at = line.indexOf(longest);
  const [first, rest] = partedBetweenWords(longest, share);
  return [...sectionsOf([...line.slice(0, at), first]), ...sectionsOf([rest, ...line.slice(at + 1)])];
}

/** A text in two, between words where there are any. */
function partedBetweenWords(text: string, most: number): [string, string] {
  const space = text.lastIndexOf(' ', most - 1) + 1;
  return partedAt(text, space > most * 0.7 ? space : most);
}

/** A heading and its lines, in as many sections as their length needs; the way to the rest stands at the first. */
function listBlocks(
  { heading, lines, more }: Extract<Part, { part: 'list' }>,
  buttonOf: MakeButton,
): KnownBlock[] {
  const sections: string[] = [];
  let current = lineMrkdwn([bold(cutText(heading, 200))]);
  for (const line of lines) {
    const text = `•  ${cutMrkdwn(line, limits.sectionText - 500).replace(/\s*\n\s*/g, ' ')}`;
    if (current.length + 1 + text.length > limits.sectionText) {
      sections.push(current);
      current = text;
    } else current = `${current}\n${text}`;
  }
  sections.push(current);
  return sections.map((text, index) => ({
    type: 'section',
    text: mrkdwn(text),
    ...(more && index === 0 ? { accessory: buttonOf(more) } : {}),
  }));
}

/** Five to a row, as they fit a phone's width best. */
function buttonRows(buttons: readonly Button[], buttonOf: MakeButton): KnownBlock[] {
  const rows: KnownBlock[] = [];
  for (let at = 0; at < buttons.length; at += limits.buttonsInRow) {
    rows.push({ type: 'actions', elements: buttons.slice(at, at + limits.buttonsInRow).map(buttonOf) });
  }
  return rows;
}

/** Escaping makes text longer, and a cut inside an escape would show: so the words are cut until they fit. */
function cutMrkdwn(line: readonly Inline[], most: number): string {
  const whole = lineMrkdwn(line);
  if (whole.length <= most) return whole || ' ';
  const longest = line.reduce((a, b) => (lengthOf(b) > lengthOf(a) ? b : a), '');
  // Words alone do not make the line fit: what remains too long is the address behind one.
  if (lengthOf(longest) <= 1) return cutMrkdwn(line.map(withoutAddress), most);
  const shorter = shortened(longest, Math.floor((lengthOf(longest) * most) / whole.length));
  return cutMrkdwn(
    line.map((inline) => (inline === longest ? shorter : inline)),
    most,
  );
}

const lengthOf = (inline: Inline): number =>
  typeof inline === 'string' ? inline.length : 'text' in inline ? inline.text.length : 0;

const withoutAddress = (inline: Inline): Inline =>
  typeof inline === 'object' && 'url' in inline ? inline.text : inline;

function shortened(inline: Inline, length: number): Inline {
  const most = Math.max(1, length);
  if (typeof inline === 'string') return cutText(inline, most);
  return 'text' in inline ? { ...inline, text: cutText(inline.text, most) } : inline;
}

/** Pages are made to fit; should one not, its buttons stay and the reader is told that it was cut. */
export function withinLimit(blocks: KnownBlock[], most: number = limits.blocks): KnownBlock[] {
  if (blocks.length <= most) return blocks;
  const actions = blocks.slice(-2).filter((block) => block.type === 'actions');
  const note: KnownBlock = {
    type: 'context',
    elements: [mrkdwn(`Cut here: this is more than one ${most > limits.blocks ? 'page' : 'message'} holds.`)],
  };
  return [...blocks.slice(0, most - 1 - actions.length), note, ...actions];
}
