const most = 2147483647;
const goldenSeed = 161803398;
const size = 55;
const lag = 21;

/** The numbers that .NET makes of a seed: Knuth's subtractive generator. Source: System.Random.Net5CompatSeedImpl. */
export class SeededRandom {
  readonly #state: Int32Array;
  #next = 0;
  #behind = lag;

  constructor(seed: number) {
    this.#state = stateOf(seed === -most - 1 ? most : Math.abs(seed));
  }

  /** From 0 up to, not including, the greatest Int32. */
  sample(): number {
    const state = this.#state;
    this.#next = (this.#next % size) + 1;
    this.#behind = (this.#behind % size) + 1;
    const difference = state[this.#next]! - state[this.#behind]!;
    const value = difference === most ? difference - 1 : difference;
    return (state[this.#next] = value < 0 ? value + most : value);
  }

  /** From 0 up to, not including, 1. */
  fraction(): number {
    return this.sample() * (1 / most);
  }

  between(low: number, high: number): number {
    const range = high - low;
    if (range <= most) return Math.trunc(this.fraction() * range) + low;
    const sample = this.sample();
    const signed = this.sample() % 2 === 0 ? -sample : sample;
    return Math.trunc(((signed + most - 1) / (2 * most - 1)) * range) + low;
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.sample() & 255);
  }
}

function stateOf(seed: number): Int32Array {
  const state = new Int32Array(size + 1);
  let previous = goldenSeed - seed;
  let current = 1;
  state[size] = previous;
  for (let count = 1; count < size; count++) {
    const at = (lag * count) % size;
    state[at] = current;
    current = previous - current;
    if (current < 0) current += most;
    previous = state[at];
  }
  for (let round = 0; round < 4; round++) mix(state);
  return state;
}

function mix(state: Int32Array): void {
  for (let at = 1; at <= size; at++) {
    const value = (state[at]! - state[1 + ((at + 30) % size)]!) | 0;
    state[at] = value < 0 ? value + most : value;
  }
}
