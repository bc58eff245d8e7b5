import { netError, type ScriptError } from '../errors/script-error.ts';

/** What becomes too large for this process. */
export const outOfMemory = (): ScriptError =>
  netError('System.OutOfMemoryException', "Exception of type 'System.OutOfMemoryException' was thrown.");
