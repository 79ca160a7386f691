/** The text of an article, whatever it came as: pasted, a file, a web page, ninjs, an item of a feed. */
export interface Article {
  headline?: string;
  /** Plain text without markup, a paragraph each, in order. */
  paragraphs: readonly string[];
  byline?: string;
  /** Whose publication it is: "Financial Times". */
  publisher?: string;
  url?: string;
  /** As precise as it says. */
  publishedAt?: string;
  /** ISO 639-1, where the article or its form says it, or its words leave no doubt. */
  language?: string;
  /** Names that came marked up as such (ninjs): better than any guess from the text. */
  named?: readonly { name: string; schema: 'Person' | 'Company' | 'Organization' | 'PublicBody' | 'Place' }[];
}
