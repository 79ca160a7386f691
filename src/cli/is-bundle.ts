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

/** Whether the text is meant for a bundle. Broken JSON is, too: what is wrong with it is said of bundles. */
export function isBundle(text: string): boolean {
  if (!/^\uFEFF?\s*[{[]/.test(text)) return false;
  try {
    const read: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const isObject = typeof read === 'object' && read !== null && !Array.isArray(read);
    return !isObject || 'format' in read || !ofArticle.some((field) => field in read);
  } catch {
    return true;
  }
}
