import { topicThenText } from '../../domain/finding/named-topic.ts';
import { isProblem } from '../../domain/problem.ts';
import { shownSlug } from '../../domain/records/story.ts';
import { importForm } from '../forms/import-form.ts';
import { importOutcome } from '../outcomes/draft-outcomes.ts';
import type { Verb } from './verb.ts';

export const importVerb: Verb = {
  name: 'import',
  usage: 'import STORY [TEXT]',
  summary: 'Makes a draft of an article, for an editor to decide on; without the text, a form asks for it.',
  example: 'import ford-xiaomi',
  needs: 'contributor',
  forAsker: true,
  keepsText: true,
  answer: (words, asking) => {
    const { newsroom, threadTopics, origin } = asking;
    if (words === '' && !threadTopics?.some(({ kind }) => kind === 'story')) return importForm({});
    const found = topicThenText(newsroom, words, { kind: 'story', threadTopics });
    if (isProblem(found)) return found;
    const { topic, text } = found;
    const story = newsroom.stories.get(topic.slug);
    if (story?.status === 'closed') return { problem: 'story-closed', slug: shownSlug(story) };
    if (text === '') return importForm({ story: story ? shownSlug(story) : topic.slug });
    const coming = { via: 'paste', key: origin?.key, story: topic.slug } as const;
    return { toRead: text, whenRead: (article) => importOutcome(asking, article, coming) };
  },
};
