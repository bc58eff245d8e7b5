import { constants } from 'node:os';

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A program that a signal ended has the code that shells give it. */
export const exitCodeOf = ({ status, signal }: Ended): number =>
  status ?? 128 + (signal ? constants.signals[signal] : 0);
