import type { Article } from '../../../src/domain/articles/article.ts';
import { fingerprintOf } from '../../../src/domain/articles/fingerprint.ts';
import type { Problem } from '../../../src/domain/problem.ts';
import type { ArticleDesk } from '../../../src/services/ports.ts';

/** An editors' queue that keeps what a real one has on record, and outlives whoever brings articles. */
export class ListedDesk implements ArticleDesk {
  readonly made: { article: Article; via: string; key: string }[] = [];
  readonly knownAgain: string[] = [];
  /** What it says instead of taking the next ones. */
  refusals: Problem[] = [];

  isKnown(key: string): boolean {
    return this.made.some((draft) => draft.key === key);
  }

  async take(article: Article, came: { via: 'feed' | 'inbox'; key: string }) {
    const refused = this.refusals.shift();
    if (refused) return refused;
    const fingerprint = fingerprintOf(article.paragraphs);
    const isKnown = this.made.some((draft) => fingerprintOf(draft.article.paragraphs) === fingerprint);
    if (isKnown) this.knownAgain.push(came.key);
    else this.made.push({ article, ...came });
    return isKnown ? ('known' as const) : ('made' as const);
  }

  get headlines(): (string | undefined)[] {
    return this.made.map(({ article }) => article.headline ?? article.paragraphs[0]);
  }
}
