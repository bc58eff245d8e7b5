import type { Signal } from './compiled.ts';

/** A `break`, `continue` or `return` that leaves the code that it stands in through an expression or a call. */
export class LoopEscape {
  readonly signal: Signal;

  constructor(signal: Signal) {
    this.signal = signal;
  }
}

/** Throws a signal on, where code that gives a value cannot return it. */
export function raiseSignal(signal: Signal | undefined): void {
  if (signal) throw new LoopEscape(signal);
}
