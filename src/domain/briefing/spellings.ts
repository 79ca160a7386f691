import { foldName } from '../language/fold-name.ts';

/** Names as small numbers, so that they can be counted without being read: one for each spelling, for good. */
export class Spellings {
  private readonly numbers = new Map<string, number>();
  private readonly texts: string[] = [];
  private readonly folded: (number | undefined)[] = [];

  numberOf(text: string): number {
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.texts.push(text) - 1;
    this.numbers.set(text, number);
    return number;
  }

  textOf(number: number): string {
    const text = this.texts[number];
    if (text === undefined) throw new Error(`no name has the number ${number}`);
    return text;
  }

  /** The same number for all that mean the same name. Folding is dear: each is folded once, when first asked about. */
  foldedOf(number: number): number {
    const known = this.folded[number];
    if (known !== undefined) return known;
    // Apart from the names as they are spelt: none of them begins with a line break.
    const folded = this.numberOf(`\n${foldName(this.textOf(number))}`);
    this.folded[number] = folded;
    return folded;
  }
}
