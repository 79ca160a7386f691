/**
 * Slack's markup as the characters that were typed: a typed `#ford-xiaomi` arrives as `<#C01|ford-xiaomi>`,
 * a link in angle brackets, `&` as `&amp;`. https://docs.slack.dev/messaging/formatting-message-text/
 */
export function plainCharacters(text: string): string {
  return text
    .replace(/<#[A-Z0-9]+\|([^<>]*)>/g, '$1')
    .replace(/<(https?:[^|<>]+)(?:\|[^<>]*)?>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/** What a person meant by a command: straight quotes, single spaces, no markup. */
export function cleanText(text: string): string {
  return plainCharacters(text)
    .replace(/[“”„‟«»]/g, '"')
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[\s\u200b\u2060\ufeff]+/g, ' ')
    .trim();
}
