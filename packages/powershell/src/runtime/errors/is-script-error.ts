import { ScriptError } from './script-error.ts';

export const isScriptError = (error: unknown): error is ScriptError => error instanceof ScriptError;
