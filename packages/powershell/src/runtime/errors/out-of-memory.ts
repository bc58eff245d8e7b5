import { limits } from '../limits.ts';
import { netError, type ScriptError } from './script-error.ts';

/** What becomes too large for this process. */
export const outOfMemory = (): ScriptError =>
  netError('System.OutOfMemoryException', "Exception of type 'System.OutOfMemoryException' was thrown.");

/** The length of a list that is to be made: an error where its elements would not fit. */
export function fittingLength(length: number): number {
  if (length > limits.arrayLength) throw outOfMemory();
  return length;
}
