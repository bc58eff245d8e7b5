import { outOfMemory } from './out-of-memory.ts';
import { scriptError, type ScriptError } from './script-error.ts';

/** What V8 refuses to make as large as a script wants it. */
const tooLarge = new Set([
  'Invalid string length',
  'Invalid array length',
  'Invalid array buffer length',
  'Array buffer allocation failed',
  'Map maximum size exceeded',
  'Set maximum size exceeded',
]);

/** The end of V8's stack or memory as an error of the language; undefined for other errors. */
export function engineLimit(error: unknown): ScriptError | undefined {
  if (!(error instanceof RangeError) && !(error instanceof SyntaxError)) return undefined;
  const { message } = error;
  // Compared as it is: where the stack has ended, a regular expression cannot even be compiled, which is a SyntaxError then.
  if (message === 'Maximum call stack size exceeded' || message.endsWith(': Stack overflow')) {
    return scriptError('CallDepthOverflow');
  }
  return tooLarge.has(message) ? outOfMemory() : undefined;
}
