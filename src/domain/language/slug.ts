const longestSlug = 60;

/** The nearest thing to a slug: `“Ford & Xiaomi” talks!` becomes `ford-xiaomi-talks`; empty when nothing is left. */
export function slugFrom(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/[\p{M}’'‘]+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug.length <= longestSlug) return slug;
  return slug
    .slice(0, longestSlug + 1)
    .replace(/-[^-]*$/, '')
    .slice(0, longestSlug);
}

/** A slug as somebody typed it: `#Ford-Xiaomi.` means `ford-xiaomi`. Whether it is one is not for this to say. */
export const typedSlug = (word: string): string =>
  word
    .trim()
    .replace(/^[#"'“”‘’]+/, '')
    .replace(/(?<!["'“”‘’.,;:!?])["'“”‘’.,;:!?]+$/, '')
    .toLowerCase();
