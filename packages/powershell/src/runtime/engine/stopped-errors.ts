import type { ScriptError } from '../errors/script-error.ts';

const stopped = new WeakSet<ScriptError>();

/** Marks a non-terminating error that `-ErrorAction Stop` made terminating: it ends the script as `throw` does. */
export function markStopped(error: ScriptError): ScriptError {
  stopped.add(error);
  return error;
}

export const isStopped = (error: ScriptError): boolean => stopped.has(error);
