import { tagEntities } from '../finding/tag-entities.ts';
import { cutText } from '../language/cut-text.ts';
import { localTime } from '../language/dates.ts';
import type { Newsroom } from '../newsroom.ts';
import { type Proposal, type Reading, readingSchema } from '../records/draft.ts';
import type { Instant } from '../records/moment.ts';
import type { Article } from './article.ts';
import { articleSource } from './attribution/sources-of.ts';
import type { Talk } from './attribution/talk.ts';
import { eachOnce, unverifiedQuestion } from './find-questions.ts';
import { fingerprintOf } from './fingerprint.ts';
import { isEnglish } from './is-english.ts';
import { dayOf } from './kinds/occurred-in.ts';
import { castOf } from './names/cast.ts';
import { suggestEntities } from './names/suggest-entities.ts';
import { readStatement } from './read-statement.ts';
import { type Passages, passagesOf, plainLine, type Sentence } from './sentences/passages.ts';

/** When and where the article is read. `story`: the people and bodies of this one are known by their weak names, too. */
export interface ReadAt {
  now: Instant;
  zone: string;
  story?: string;
}

/**
 * What an article says, as lines that an editor may accept. The words decide, by rules that a person can follow:
 * what they do not tell is left out rather than guessed, and nothing is ever called confirmed.
 */
export function readArticle(newsroom: Newsroom, article: Article, at: ReadAt): Reading {
  const published = dated(article, at.zone);
  const passages = passagesOf(published);
  const { headline } = passages;
  const facts = factsOf(published);
  return {
    ...(headline ? { headline: cutText(headline, 300) } : {}),
    ...facts,
    // A headline or a caption more or less, as by another way in, makes no other article.
    fingerprint: fingerprintOf(
      passages.isWhole ? passages.sentences.map(({ text }) => text) : article.paragraphs,
    ),
    ...(isEnglish(article)
      ? readEnglish(newsroom, published, passages, at)
      : { language: facts.language ?? undetermined, ...readPlainly(newsroom, published, passages) }),
  };
}

/** In which language is not told: https://iso639-3.sil.org/code/und */
const undetermined = 'und';

type Read = Pick<Reading, 'proposals' | 'entities' | 'questions'>;

function readEnglish(
  newsroom: Newsroom,
  article: Article,
  { sentences, caveats }: Passages,
  { now, zone, story }: ReadAt,
): Read {
  const entities = suggestEntities(newsroom, article, sentences);
  const roles = story === undefined ? [] : (newsroom.stories.get(story)?.entities ?? []);
  const cast = castOf(
    newsroom,
    sentences,
    entities,
    roles.map(({ entity }) => entity),
  );
  const interviewee = sentences
    .flatMap(({ text }) => cast.mentionsIn(text))
    .find(({ entity }) => cast.member(entity)?.schema === 'Person')?.entity;
  const talk: Talk = { persons: [], reporters: new Map() };
  const setting = {
    cast,
    article: articleSource(article),
    day: dayOf(article.publishedAt, now, zone),
    isDated: article.publishedAt !== undefined,
    ...(interviewee ? { interviewee } : {}),
  };
  const read = sentences.map((sentence) => readStatement(sentence, setting, talk));
  return {
    entities,
    proposals: read.map(({ proposal }) => proposal),
    questions: eachOnce([...read.flatMap(({ questions }) => questions), ...caveats.map(unverifiedQuestion)]),
  };
}

/** In another language every sentence is a statement, and whose it is, is for somebody to say who reads it. */
function readPlainly(newsroom: Newsroom, article: Article, { sentences }: Passages): Read {
  const source = articleSource(article);
  return {
    entities: suggestEntities(newsroom, article, []),
    proposals: sentences.map(
      ({ text }: Sentence): Proposal => ({
        content: {
          kind: 'fact',
          stories: [],
          entities: tagEntities(newsroom, text).slice(0, 50),
          text,
          sources: [source],
          verification: 'unverified',
        },
        statement: text,
      }),
    ),
    questions: [],
  };
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** An instant becomes the newsroom's own date and time; what is no date is left out. */
function dated({ publishedAt, ...article }: Article, zone: string): Article {
  const local =
    publishedAt !== undefined && instant.test(publishedAt) ? localTime(publishedAt, zone) : publishedAt;
  const isDate = local !== undefined && readingSchema.shape.publishedAt.safeParse(local).success;
  return { ...article, ...(isDate ? { publishedAt: local } : {}) };
}

/** What the article says of itself, as far as a draft can hold it. */
function factsOf({
  url,
  publisher,
  publishedAt,
  language,
}: Article): Pick<Reading, 'url' | 'publisher' | 'publishedAt' | 'language'> {
  const name = publisher === undefined ? '' : plainLine(publisher);
  const isAddress = url !== undefined && readingSchema.shape.url.safeParse(url).success;
  return {
    ...(isAddress ? { url } : {}),
    ...(name === '' ? {} : { publisher: cutText(name, 200) }),
    ...(publishedAt ? { publishedAt } : {}),
    ...(language && language.length <= 10 ? { language } : {}),
  };
}
