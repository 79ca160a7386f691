/**
 * What a person meant by what Slack sent: channel and link markup as the words inside it, straight quotes,
 * single spaces. With `should_escape`, a typed `#ford-xiaomi` arrives as `<#C01|ford-xiaomi>`.
 * https://docs.slack.dev/interactivity/implementing-slash-commands/
 */
export function cleanText(text: string): string {
  return text
    .replace(/<#[A-Z0-9]+\|([^>]*)>/g, '$1')
    .replace(/<(https?:[^|>]+)(?:\|[^>]*)?>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[\s\u200b\u2060\ufeff]+/g, ' ')
    .trim();
}
