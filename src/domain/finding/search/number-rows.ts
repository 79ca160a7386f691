import { doubled } from './doubled.ts';

/** Rows of numbers, one after the other in one array; the last of them is still being written. */
export class NumberRows {
  private values = new Int32Array(4096);
  private ends = new Int32Array(256);
  private count = 0;
  end = 0;

  push(value: number): void {
    if (this.end === this.values.length) this.values = doubled(this.values);
    this.values[this.end] = value;
    this.end += 1;
  }

  close(): void {
    if (this.count === this.ends.length) this.ends = doubled(this.ends);
    this.ends[this.count] = this.end;
    this.count += 1;
  }

  at(row: number): Int32Array {
    return this.values.subarray(row === 0 ? 0 : this.ends[row - 1], this.ends[row]);
  }
}
