import type { Newsroom } from '../domain/newsroom.ts';
import { isProblem } from '../domain/problem.ts';
import type { Post } from '../domain/records/thread.ts';

/**
 * Slack delivers events more than once and people click twice. What is being answered is remembered here,
 * what was answered stands in the newsroom, so neither a repeat nor a restart answers again.
 */
export class AnswerOnce {
  private readonly underWay = new Map<string, Promise<unknown>>();

  /**
   * Runs `work` unless `key` was answered, which gets `undefined`. A repeat while it runs shares its fate:
   * `undefined` when it is done, the problem that it met.
   */
  async run<T>(key: string, newsroom: Newsroom, work: () => Promise<T>): Promise<T | undefined> {
    const first = this.underWay.get(key) as Promise<T> | undefined;
    if (first) {
      const outcome = await first;
      return isProblem(outcome) ? outcome : undefined;
    }
    if (answered(newsroom, key)) return undefined;
    const mine = work();
    this.underWay.set(key, mine);
    try {
      return await mine;
    } finally {
      this.underWay.delete(key);
    }
  }
}

export function answered({ posts }: Newsroom, key: string): Post | undefined {
  const [post] = posts.where(posts.by.answers, key);
  return post;
}
