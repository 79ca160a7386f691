import type { Article } from '../domain/articles/article.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import { Drafts } from './drafts.ts';
import type { NewsroomService } from './newsroom-service.ts';
import type { ArticleDesk, Clock } from './ports.ts';

/** Makes drafts of what comes by itself; what came before is what has a draft on record. */
export class DraftDesk implements ArticleDesk {
  private readonly newsroom: NewsroomService;
  private readonly drafts: Drafts;

  constructor(parts: { newsroom: NewsroomService; clock: Clock; zone: string }) {
    this.newsroom = parts.newsroom;
    this.drafts = new Drafts(parts);
  }

  isKnown(key: string): boolean {
    const { drafts } = this.newsroom.newsroom;
    return [...drafts.where(drafts.by.key, key)].length > 0;
  }

  async take(
    article: Article,
    { via, key }: { via: 'feed' | 'inbox'; key: string },
  ): Promise<'made' | 'known' | Problem> {
    const made = await this.drafts.make(article, via, { key });
    if (isProblem(made)) return made;
    return made.isNew ? 'made' : 'known';
  }
}
