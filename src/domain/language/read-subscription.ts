import { type EntryKind, entryKinds } from '../records/entry.ts';
import { threadings } from '../records/subscription.ts';
import { beginningOf } from './cut-text.ts';
import { editDistance } from './distance.ts';

type Threading = (typeof threadings)[number];

/** What somebody typed after `subscribe`; what they did not say is absent. */
export interface SubscriptionWords {
  topic: string;
  kinds?: EntryKind[];
  withoutKinds: EntryKind[];
  /** As typed, like those left out: what they name is for the newsroom to say. None: entries on any. */
  withEntities?: string[];
  withoutEntities?: string[];
  /** 9 is any. */
  urgencyAtMost?: number;
  threading?: Threading;
  /** Whoever typed it knows that people from outside would read along. */
  isAgreed: boolean;
}

/** A part that cannot be read, and what may stand there. */
export interface FilterFault {
  part: string;
  expected: string;
}

const option = /(?<!\S)([-–—−]?)([a-z-]+):\s?("[^"]*"|[^\s,"]+(?:,[^\s,"]+)*)?,?/gi;

/**
 * `entity:catl quote response -kind:background thread:milestones`: a topic, kinds after it, options anywhere. An
 * `entity:` that comes when the topic is there narrows it.
 */
export function readSubscription(text: string): SubscriptionWords | FilterFault {
  const read: SubscriptionWords = { topic: '', withoutKinds: [], isAgreed: false };
  const faults: FilterFault[] = [];
  let isNamed = false;
  const rest = text.replace(option, (whole, sign: string, typed: string, value = '', at: number) => {
    const key = keyOf(sign, typed);
    // Once it is named it stays so: a pasted text may hold thousands of keys.
    isNamed ||= key === 'entity' && hasTopic(text.slice(0, at));
    if (key === 'story' || (key === 'entity' && !isNamed)) return whole;
    const put = Object.hasOwn(options, key) ? options[key] : undefined;
    const fault = put ? put(read, unquoted(value), value) : unknownKey(key, value);
    if (fault) faults.push({ part: beginningOf(whole.trim(), 60), expected: fault });
    return ' ';
  });
  const words = rest.split(/[\s,]+/).filter(Boolean);
  if (/^anyway$/i.test(words.at(-1) ?? '') && words.length > 1) {
    read.isAgreed = true;
    words.pop();
  }
  // A kind may be part of a name, so the first word is never one.
  while (words.length > 1 && kindsIn(words.at(-1) ?? '')) addKinds(read, words.pop() ?? '');
  const [fault] = faults;
  return fault ?? { ...read, topic: words.join(' ') };
}

const keyOf = (sign: string, typed: string): string => `${sign === '' ? '' : '-'}${typed.toLowerCase()}`;

/** Whether anything in it is a topic, or part of one. */
const hasTopic = (text: string): boolean =>
  text
    .replace(option, (whole, sign: string, typed: string) =>
      ['story', 'entity'].includes(keyOf(sign, typed)) ? whole : ' ',
    )
    .trim() !== '';

const unquoted = (value: string): string => value.replace(/^"|"$/g, '').trim();

type Put = (read: SubscriptionWords, value: string, typed: string) => string | undefined;

/** Each says what it expects when it cannot read its value. */
const options: { readonly [key: string]: Put } = {
  kind: (read, value) => (addKinds(read, value) ? undefined : expectedKinds),
  '-kind': (read, value) => {
    const kinds = kindsOf(value);
    if (!kinds) return expectedKinds;
    read.withoutKinds.push(...kinds);
    return undefined;
  },
  entity: (read, value, typed) => {
    if (value === '') return 'the name of an entity, or any';
    const names = /^(?:any|all)$/i.test(value) ? [] : namesIn(typed);
    read.withEntities = [...(read.withEntities ?? []), ...names];
    return undefined;
  },
  '-entity': (read, value, typed) => {
    if (value === '') return 'the name of an entity, or none';
    const names = /^(?:none|nobody)$/i.test(value) ? [] : namesIn(typed);
    read.withoutEntities = [...(read.withoutEntities ?? []), ...names];
    return undefined;
  },
  urgency: (read, value) => {
    const most = /^(?:any|all)$/i.test(value) ? '9' : /^(?:1\s?[-–—]\s?)?([1-9])$/.exec(value)?.[1];
    if (most === undefined) return '1-3, 1-5 or another range from 1, the most urgent; or any';
    read.urgencyAtMost = Number(most);
    return undefined;
  },
  thread: (read, value) => {
    const threading = threadings.find((one) => one === value.toLowerCase());
    if (!threading) return `one of ${threadings.join(', ')}`;
    read.threading = threading;
    return undefined;
  },
};

/** `catl,ford` names two; a name with a comma in it stands in quotes. */
const namesIn = (typed: string): string[] => (typed.startsWith('"') ? [unquoted(typed)] : typed.split(','));

function unknownKey(key: string, value: string): string {
  const near = Object.keys(options).find((other) => editDistance(key, other) <= 2);
  return near ? `${near}:${value}, if that is what you mean` : `one of ${Object.keys(options).join(':, ')}:`;
}

const expectedKinds = `one of ${entryKinds.join(', ')}, or all`;

function addKinds(read: SubscriptionWords, value: string): boolean {
  const kinds = kindsOf(value);
  if (!kinds) return false;
  read.kinds = entryKinds.filter((kind) => kinds.includes(kind) || read.kinds?.includes(kind));
  return true;
}

/** `quote,response` names two. */
function kindsOf(value: string): EntryKind[] | undefined {
  const found = value.split(',').map((word) => kindsIn(word.trim()));
  return found.includes(undefined) ? undefined : found.flatMap((kinds) => kinds ?? []);
}

function kindsIn(word: string): readonly EntryKind[] | undefined {
  const one = word.toLowerCase().replace(/(?<![.;])[.;]+$/, '');
  if (one === 'all' || one === 'everything') return entryKinds;
  const kind = entryKinds.find((name) => name === one || `${name}s` === one);
  return kind && [kind];
}
