import type { Inline } from '../../domain/pages/page.ts';

/** Slack's own escapes; nothing else in mrkdwn text can make a mention, a channel link or a ping. */
export const escapeMrkdwn = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const marks = { bold: '*', italic: '_', strike: '~', code: '`' } as const;

/** A zero-width space keeps typed `*`, `_`, `~` and backticks from closing our own formatting. */
const unmarked = (text: string): string => text.replace(/[*_~`]/g, '$&\u200b');

/** A typed backtick would open a code block that swallows what comes after it. */
const uncoded = (text: string): string => text.replaceAll('`', 'ˋ');

function inlineMrkdwn(inline: Inline): string {
  if (typeof inline === 'string') return escapeMrkdwn(uncoded(inline));
  if ('entry' in inline) return `\`${inline.entry}\``;
  if ('person' in inline) return personMrkdwn(inline.person);
  if ('channel' in inline) return channelMrkdwn(inline.channel);
  if ('url' in inline) return linkMrkdwn(inline.text, inline.url);
  const text = inline.text.trim();
  if (text === '') return '';
  const mark = marks[inline.style];
  const inner = inline.style === 'code' ? uncoded(text) : unmarked(text);
  // A mark beside a space is no mark to Slack, and without the space two words would be one.
  const [before] = /^\s*/.exec(inline.text) ?? [''];
  const [after] = /\s*$/.exec(inline.text) ?? [''];
  return `${before}${mark}${escapeMrkdwn(inner)}${mark}${after}`;
}

/** Whoever is known by a Slack id is shown by the name they go by; a name that was written down stays that. */
const personMrkdwn = (person: string): string =>
  /^[UW][A-Z0-9]{2,20}$/.test(person) ? `<@${person}>` : escapeMrkdwn(uncoded(person));

const channelMrkdwn = (channel: string): string =>
  /^[CDG][A-Z0-9]{2,40}$/.test(channel) ? `<#${channel}>` : escapeMrkdwn(uncoded(channel));

/** A longer one leaves no room for words in a section. */
const longestAddress = 2000;

/** Only http and https lead anywhere; the label may not hold what would end it. */
function linkMrkdwn(label: string, url: string): string {
  const safe = escapeMrkdwn(uncoded(label.replace(/[|<>]/g, ' ')));
  const address = url.replaceAll('&', '&amp;').replace(/[|<>\s]/g, encodeURIComponent);
  const leads = /^https?:\/\//i.test(url) && address.length <= longestAddress;
  return leads ? `<${address}|${safe}>` : safe;
}

export const lineMrkdwn = (line: readonly Inline[]): string => line.map(inlineMrkdwn).join('');
