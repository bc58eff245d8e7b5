import { elementsOf } from '../values/enumerate.ts';
import { nothing } from '../values/nothing.ts';

/** Takes the objects that code writes, one at a time. */
export interface Output {
  write(value: unknown): void;
}

/** Shows what it takes, some of it later. */
export interface ShownOutput extends Output {
  /** Shows what was held back. */
  flush(): void;
}

/** Gathers what is written. */
export class Collector implements Output {
  readonly items: unknown[] = [];

  write(value: unknown): void {
    this.items.push(value);
  }

  /** What an expression makes of it: nothing, the one object, or an array. */
  get value(): unknown {
    if (this.items.length === 0) return nothing;
    return this.items.length === 1 ? this.items[0] : this.items;
  }
}

export const discard: Output = { write: () => undefined };

/** Writes a value as a pipeline does: a list's elements one by one, what is nothing not at all. */
export function writeEnumerated(out: Output, value: unknown): void {
  if (typeof value !== 'object' || value === null) {
    if (value !== nothing) out.write(value);
    return;
  }
  const elements = elementsOf(value);
  if (!elements) out.write(value);
  else for (const element of elements) out.write(element);
}
