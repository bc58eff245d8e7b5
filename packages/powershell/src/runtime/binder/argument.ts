/** One element of a command behind its name, evaluated. */
export type Argument =
  | { readonly kind: 'value'; readonly value: unknown; readonly start: number; readonly end: number }
  | {
      readonly kind: 'parameter';
      readonly name: string;
      /** As written, for a function that takes it as plain text: `-name` or `-name:`. */
      readonly text: string;
      /** The value behind a colon. */
      readonly argument?: { readonly value: unknown } | undefined;
      readonly start: number;
      readonly end: number;
    };
