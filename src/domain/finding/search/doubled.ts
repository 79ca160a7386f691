/** Twice as long, with the same at its beginning. */
export function doubled<A extends Int32Array | Uint8Array | Float64Array | Uint16Array>(array: A): A {
  const larger = new (array.constructor as new (length: number) => A)(array.length * 2);
  larger.set(array);
  return larger;
}
