import type { EntryFields } from '../editing/entries/entry-fields.ts';

const inRules = /^(?:(?:strictly )?off[\s-]*(?:the[\s-]*)?record|otr|not for (?:use|publication))[.!]?$/i;
// In a text the letters alone are a unit in `45 otr`; in capitals they are ours.
const inText = /\boff[\s\u2010-\u2015-]+the[\s\u2010-\u2015-]+record\b/i;
const letters = /\bOTR\b/;

/**
 * Whether this was said off the record: by its ground rules, or in the words of the text, the source or the
 * attribution. It is asked before anything else, so that nothing of it is kept anywhere.
 */
export function isOffTheRecord({
  rules = '',
  text = '',
  source = '',
  attribution = '',
}: EntryFields): boolean {
  if (inRules.test(rules.trim())) return true;
  return [rules, text, source, attribution].some((words) => inText.test(words) || letters.test(words));
}
