import type { Frame } from '../engine/frame.ts';
import { isScriptError } from './is-script-error.ts';

/** Runs an action; an error of it that has no position gets this one, of the frame's script. */
export function locatedAt<T>(
  { source }: Pick<Frame, 'source'>,
  { start, end }: { readonly start: number; readonly end: number },
  action: () => T,
): T {
  try {
    return action();
  } catch (error) {
    if (isScriptError(error)) error.record.locate({ source, start, end });
    throw error;
  }
}
