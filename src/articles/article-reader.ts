import type { Article } from '../domain/articles/article.ts';
import { isProblem, type Problem } from '../domain/problem.ts';
import type { Clock, InputReader } from '../services/ports.ts';
import { decodeText, isText } from './decode-text.ts';
import type { FeedItem } from './formats/read-feed.ts';
import { mostBytes, mostMb } from './limits.ts';
import { declaresEntities, sniffFormat } from './sniff-format.ts';
import { ReadingRoom } from './thread/reading-room.ts';

/** What is known of the bytes besides themselves. */
type About = NonNullable<Parameters<InputReader['readInput']>[1]>;

type Room = Pick<ReadingRoom, 'read' | 'close'>;

/** Makes an article of whatever came: text, HTML or ninjs, in bytes or as text. */
export class ArticleReader implements InputReader {
  private readonly clock: Clock;
  private readonly room: Room;

  constructor(clock: Clock, room: Room = new ReadingRoom()) {
    this.clock = clock;
    this.room = room;
  }

  async readInput(input: Uint8Array | string, about: About = {}): Promise<Article | Problem> {
    const read = await this.read(input, about);
    return isProblem(read) && about.name !== undefined ? ({ ...read, name: about.name } as Problem) : read;
  }

  /** The items of an RSS, Atom or JSON feed. */
  async readFeed(bytes: Uint8Array, about: About = {}): Promise<FeedItem[] | Problem> {
    const text = textOf(bytes, about.mediaType);
    const { url } = about;
    return isProblem(text) ? text : this.room.read({ read: 'feed', text, ...(url ? { url } : {}) });
  }

  /** Whatever is being read is broken off, and rejects. */
  close(): Promise<void> {
    return this.room.close();
  }

  private async read(input: Uint8Array | string, about: About): Promise<Article | Problem> {
    const text = textOf(input, about.mediaType);
    if (isProblem(text)) return text;
    const format = sniffFormat(text, about);
    if (format !== 'text' && declaresEntities(text)) return { problem: 'input-unsafe', why: 'entities' };
    const { url } = about;
    return this.room.read({ read: 'article', format, text, now: this.clock.now(), ...(url ? { url } : {}) });
  }
}

function textOf(input: Uint8Array | string, mediaType: string | undefined): string | Problem {
  const size = typeof input === 'string' ? Buffer.byteLength(input) : input.byteLength;
  if (size > mostBytes) return { problem: 'input-too-large', mostMb };
  const text = typeof input === 'string' ? input : decodeText(input, mediaType);
  if (isProblem(text)) return text;
  if (text.trim() === '') return { problem: 'input-empty' };
  return isText(text) ? text : { problem: 'input-not-text', looksLike: 'a program’s own data' };
}
