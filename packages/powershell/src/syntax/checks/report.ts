import type { ParseErrorId } from '../parse-error.ts';

/** Takes a mistake that a check found, at a piece of the script. */
export type Report = (
  id: ParseErrorId,
  span: { readonly start: number; readonly end: number },
  ...values: string[]
) => void;
