import { isScriptError } from '../errors/is-script-error.ts';
import type { DotNetType } from '../types/define-type.ts';
import { convertTo } from './convert.ts';

/** A value as the variable's own type has it; that it cannot be is a fault of the variable's metadata. */
export function constrained(value: unknown, type: DotNetType): unknown {
  try {
    return convertTo(value, type);
  } catch (error) {
    if (isScriptError(error)) {
      error.record.category = 'MetadataError';
      error.record.id = 'RuntimeException';
    }
    throw error;
  }
}
