import { namedTopic } from '../../domain/finding/named-topic.ts';
import { aroundQuotes, readOptions } from '../../domain/language/read-options.ts';
import type { Newsroom } from '../../domain/newsroom.ts';
import { isProblem } from '../../domain/problem.ts';
import type { Typed } from '../forms/form.ts';
import { relateForm, relateOutcome } from '../forms/relation-form.ts';
import type { Verb } from './verb.ts';

const keys = { words: ['since', 'until', 'source'] } as const;

export const relateVerb: Verb = {
  name: 'relate',
  usage: 'relate ENTITY "what ties them" ENTITY [since:2020] [until:2026] [source:"…"]',
  summary: 'Records how two entities are related; said again, it sets the years.',
  example: 'relate jim-farley "chief executive of" ford since:2020',
  needs: 'editor',
  keepsText: true,
  answer: (words, asking) => {
    const { rest, options, mistyped } = readOptions<(typeof keys)['words'][number]>(words, keys);
    if (mistyped) return { problem: 'unknown-option', ...mistyped };
    const ends = sentence(asking.newsroom, rest);
    const typed = { ...options, ...ends };
    return ends['object'] && ends['role']
      ? relateOutcome({ typed, about: {} }, asking)
      : relateForm({ typed });
  },
};

function sentence(newsroom: Newsroom, text: string): Typed {
  const quoted = aroundQuotes(text);
  const parts = quoted
    ? { subject: quoted.before, role: quoted.quoted, object: quoted.after }
    : parted(newsroom, text);
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== ''));
}

const mostWords = 16;

/** `jim farley chief executive of ford`: the longest names at both ends, and what ties them in between. */
function parted(newsroom: Newsroom, text: string): Typed {
  const words = text.split(/\s+/).filter(Boolean).slice(0, mostWords);
  const isEntity = (some: readonly string[]) =>
    some.length > 0 && !isProblem(namedTopic(newsroom, some.join(' '), { kind: 'entity' }));
  const lengths = words.map((_, index) => words.length - index);
  const left = lengths.find((length) => isEntity(words.slice(0, length))) ?? words.length;
  const right = lengths.find((length) => length < words.length - left && isEntity(words.slice(-length))) ?? 0;
  return {
    subject: words.slice(0, left).join(' '),
    role: words.slice(left, words.length - right).join(' '),
    object: right > 0 ? words.slice(-right).join(' ') : '',
  };
}
