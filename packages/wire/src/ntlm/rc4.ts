/** An RC4 key stream somewhere on its way; `applyRc4` moves it on. */
export interface Rc4 {
  readonly table: Uint8Array;
  i: number;
  j: number;
}

/** Starts the key stream of `key`. */
export function createRc4(key: Uint8Array): Rc4 {
  const table = Uint8Array.from({ length: 256 }, (_, index) => index);
  for (let i = 0, j = 0; i < 256; i++) {
    const value = table[i]!;
    j = (j + value + key[i % key.length]!) & 255;
    table[i] = table[j]!;
    table[j] = value;
  }
  return { table, i: 0, j: 0 };
}

/** Encrypts or decrypts `data` in place with the next bytes of the key stream. */
export function applyRc4(stream: Rc4, data: Uint8Array): void {
  const { table } = stream;
  let { i, j } = stream;
  for (let at = 0; at < data.length; at++) {
    i = (i + 1) & 255;
    const left = table[i]!;
    j = (j + left) & 255;
    const right = table[j]!;
    table[i] = right;
    table[j] = left;
    data[at] = data[at]! ^ table[(left + right) & 255]!;
  }
  stream.i = i;
  stream.j = j;
}
