import { formatInFull } from '../language/dates.ts';
import { asOfWord } from '../language/read-as-of.ts';
import { printAsOf } from '../language/topic-request.ts';
import type { Instant } from '../records/moment.ts';
import { type Button, bold, type Page, type Part } from './page.ts';

/**
 * A page of the past, which nobody can take for the latest, not when it is shared either: the title and the line
 * below it say so. Its buttons stay in the past; those that would change the record are left out.
 */
export function asOfPage(
  page: Page,
  { at, latest, zone }: { at: Instant; latest: string; zone: string },
): Page {
  const when = formatInFull(at, zone);
  const watermark: Part = {
    part: 'paragraph',
    text: [bold(`As it stood on ${when}. Not the latest.`)],
    button: { label: 'Latest', command: latest, primary: true },
  };
  const [first, ...rest] = page.parts.flatMap((part) => keptThen(part, asOfWord(at)));
  const title: Part[] = first?.part === 'title' ? [{ ...first, text: `As of ${when}: ${first.text}` }] : [];
  return { parts: [...title, watermark, ...(first && title.length === 0 ? [first] : []), ...rest] };
}

/** A page about the past that shows none of it: a choice of names, say. What it offers stays in the past. */
export const choicesAsOf = (page: Page, at: Instant): Page => ({
  parts: page.parts.flatMap((part) => keptThen(part, asOfWord(at))),
});

const isTopic = /^(?:story|entity):/;

/** The button as of the same time; `undefined` if it is about the present. */
function buttonThen(button: Button, word: string): Button | undefined {
  const isShare = 'share' in button;
  const words = isShare ? button.share : button.command;
  if (!isTopic.test(words)) return undefined;
  const then = `${words} ${printAsOf(word)}`;
  return isShare ? { ...button, share: then } : { ...button, command: then };
}

function keptThen(part: Part, word: string): Part[] {
  if (part.part === 'choices') {
    const choices = part.choices.map((choice) => {
      return isTopic.test(choice.command)
        ? { ...choice, command: `${choice.command} ${printAsOf(word)}` }
        : choice;
    });
    return [{ ...part, choices }];
  }
  if (part.part === 'buttons') {
    const buttons = part.buttons.flatMap((button) => buttonThen(button, word) ?? []);
    return buttons.length > 0 ? [{ ...part, buttons }] : [];
  }
  if (part.part === 'paragraph' && part.button) {
    const { button, ...bare } = part;
    const then = buttonThen(button, word);
    return [then ? { ...bare, button: then } : bare];
  }
  if (part.part === 'list' && part.more) {
    const { more, ...bare } = part;
    const then = buttonThen(more, word);
    return [then ? { ...bare, more: then } : bare];
  }
  return [part];
}
