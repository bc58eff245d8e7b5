import { DotnetError } from '../../dotnet/index.ts';
import { netError, ScriptError } from './script-error.ts';

/** An exception of a .NET type's behaviour as an error of the language; anything else that is none is thrown on. */
export function asNetError(error: unknown): ScriptError {
  if (error instanceof ScriptError) return error;
  if (error instanceof DotnetError) return netError(error.exceptionType, error.message);
  throw error;
}
