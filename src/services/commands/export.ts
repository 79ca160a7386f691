import {
  type ExportFormat,
  exportFormats,
  exportStory,
  heldIn,
  readFormat,
} from '../../domain/exporting/export-story.ts';
import { namedTopic } from '../../domain/finding/named-topic.ts';
import { exportPage } from '../../domain/pages/export-page.ts';
import { isProblem, type Problem } from '../../domain/problem.ts';
import { shownSlug } from '../../domain/records/story.ts';
import type { Verb } from './verb.ts';

const example = 'export ford-xiaomi md';

export const exportVerb: Verb = {
  name: 'export',
  usage: `export STORY ${exportFormats.join(' | ')}`,
  summary: 'A story to take along: for a news system, as a document, or as a bundle to import.',
  example,
  forAsker: true,
  answer: (typed, asking) => {
    const request = readExport(typed);
    if (isProblem(request)) return request;
    const { newsroom, threadTopics } = asking;
    const topic = namedTopic(newsroom, request.words, { kind: 'story', threadTopics });
    if (isProblem(topic)) return topic;
    const story = newsroom.stories.get(topic.slug);
    if (!story) throw new Error(`${topic.slug} was found and then was not there`);
    const text = exportStory(newsroom, topic.slug, request.format, asking);
    return {
      page: exportPage({
        ...request,
        slug: shownSlug(story),
        text,
        held: heldIn(newsroom, topic.slug, request.format, asking),
      }),
      topics: [topic],
    };
  },
};

interface ExportRequest {
  words: string;
  format: ExportFormat;
  page: number;
}

/** `ford-xiaomi md [page:2]`; in a thread about a story the format alone. */
function readExport(typed: string): ExportRequest | Problem {
  const [, before = '', pageTyped = '1'] = /^(.*?)(?: page:([1-9]\d{0,5}))?$/i.exec(typed) ?? [];
  const words = before.split(' ').filter(Boolean);
  const format = readFormat(words.at(-1) ?? '');
  const named = words.slice(0, -1).join(' ');
  if (!format)
    return { problem: 'words-missing', missing: 'the format, which is ninjs, md or json', example };
  if (named.toLowerCase() === 'all') {
    const missing = 'the story. Everything at once is for the terminal: npm run export -- all json';
    return { problem: 'words-missing', missing, example };
  }
  return { words: named, format, page: Number(pageTyped) };
}
