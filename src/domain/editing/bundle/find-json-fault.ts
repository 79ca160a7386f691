import { type PlaceInText, placeOf } from '../../language/place-of.ts';

/** Where a text stops being JSON, for the person who wrote it. */
export interface JsonFault extends PlaceInText {
  expected: string;
}

type Expecting = keyof typeof inWords;

const inWords = {
  value: 'a value',
  'first-value': 'a value or ]',
  key: 'a name in double quotes',
  'first-key': 'a name in double quotes or }',
  colon: ': after the name',
  comma: 'a comma or the closing bracket',
  end: 'nothing more',
};

const space = /[ \t\n\r]*/y;
const scalar = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;
/** So many at a time: the stack of regular expressions is as deep as what they repeat is long. */
const characters = /(?:[^"\\\n\r\t]+|\\(?:["\\/bfnrt]|u[\da-fA-F]{4})){1,1000}/y;

/**
 * Reads on until the text breaks the rules. JSON.parse knows that it fails, but Node 20 leaves the place out
 * of some of its messages (`Unexpected token 'a', "{"x": a}" is not valid JSON`).
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const open: ('{' | '[')[] = [];
  let at = 0;
  let expecting = 'value' as Expecting;

  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const length = pattern.exec(text)?.[0].length;
    at += length ?? 0;
    return length !== undefined;
  };
  const afterValue = (): Expecting => (open.length === 0 ? 'end' : 'comma');
  const fault = (expected = inWords[expecting]): JsonFault => ({ ...placeOf(text, at), expected });

  for (;;) {
    take(space);
    const next = text[at];
    if (next === undefined) return expecting === 'end' ? undefined : fault();
    const inObject = open.at(-1) === '{';

    if (next === '"' && expecting !== 'colon' && expecting !== 'comma' && expecting !== 'end') {
      at += 1;
      while (take(characters));
      if (text[at] !== '"') return fault(text[at] === '\\' ? 'an escape like \\" or \\n' : 'a closing "');
      at += 1;
      expecting = expecting === 'key' || expecting === 'first-key' ? 'colon' : afterValue();
    } else if ((next === '}' || next === ']') && closes(next, expecting, inObject)) {
      at += 1;
      open.pop();
      expecting = afterValue();
    } else if (next === ',' && expecting === 'comma') {
      at += 1;
      expecting = inObject ? 'key' : 'value';
    } else if (next === ':' && expecting === 'colon') {
      at += 1;
      expecting = 'value';
    } else if (expecting !== 'value' && expecting !== 'first-value') {
      return fault(isClosing(next) && expecting === 'key' ? noLastComma : undefined);
    } else if (next === '{' || next === '[') {
      at += 1;
      open.push(next);
      expecting = next === '{' ? 'first-key' : 'first-value';
    } else if (take(scalar)) {
      expecting = afterValue();
    } else {
      return fault(isClosing(next) && open.length > 0 && expecting === 'value' ? noLastComma : undefined);
    }
  }
}

const noLastComma = 'no comma before the closing bracket';
const isClosing = (next: string): boolean => next === '}' || next === ']';

const closes = (next: string, expecting: Expecting, inObject: boolean): boolean =>
  next === '}'
    ? inObject && /^(?:first-key|comma)$/.test(expecting)
    : !inObject && /^(?:first-value|comma)$/.test(expecting);
