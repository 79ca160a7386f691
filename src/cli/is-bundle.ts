import { isUtf8 } from 'node:buffer';
import { beginsLikeJson } from './read-whole.ts';

/** What only an article in JSON has (ninjs 2 and 3). */
const ofArticle = [
  'headline',
  'headlines',
  'body_text',
  'body_html',
  'bodies',
  'versioncreated',
  'pubstatus',
];

/** Whether this is meant for a bundle. Broken JSON is, too: what is wrong with it is said of bundles. */
export function isBundle(bytes: Uint8Array): boolean {
  const json = beginsLikeJson(bytes) ? textOf(bytes) : '';
  if (json === '') return false;
  try {
    const read: unknown = JSON.parse(json);
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read);
    return !isObject || 'format' in read || !ofArticle.some((field) => field in read);
  } catch {
    return true;
  }
}

/** What tells the two apart is the same in all encodings but UTF-16, which is no JSON then. */
const textOf = (bytes: Uint8Array): string =>
  new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'latin1').decode(bytes).trim();
