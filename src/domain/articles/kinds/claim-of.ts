import type { Attribution } from '../attribution/find-attribution.ts';

/** What is said without who says so, where that stands before or behind it and comes off clean. */
export function claimOf(text: string, attribution: Attribution | undefined): string {
  if (!attribution) return text;
  const { words } = attribution;
  const at = text.indexOf(words);
  if (at < 0) return text;
  const ahead = text.slice(0, at).trimEnd();
  const behind = text.slice(at + words.length);
  if (/^[.!?]?$/.test(behind.trim()) && /[\p{L}\p{N})”"%.],$/u.test(ahead))
    return `${ahead.slice(0, -1).replace(/\.$/, '')}.`;
  const rest = behind.replace(/^,\s+/, '');
  if (ahead === '' && /^according to/i.test(words) && rest !== behind && rest.length > 10)
    return rest.charAt(0).toUpperCase() + rest.slice(1);
  return text;
}
