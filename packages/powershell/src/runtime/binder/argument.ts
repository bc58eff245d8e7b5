/** One element of a command behind its name, evaluated. */
export type Argument =
  | {
      readonly kind: 'value';
      readonly value: unknown;
      /** A number as it is written, which it is as text: `007`, `1.10`, `1kb`. */
      readonly written?: string | undefined;
      /** Elements with commas between them, `a,b`: a program is given them as they are written. */
      readonly listed?: true;
      /** `--`, behind which nothing is a parameter. */
      readonly endsParameters?: true;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'parameter';
      readonly name: string;
      /** As written, for a function that takes it as plain text: `-name` or `-name:`. */
      readonly text: string;
      /** The value behind a colon. */
      readonly argument?:
        | {
            readonly value: unknown;
            readonly written?: string | undefined;
            /** Where it stands, unless it was splatted. */
            readonly place?: { readonly start: number; readonly end: number };
          }
        | undefined;
      /** From a splatted map: what stands in the command itself goes before it. */
      readonly splatted?: true;
      readonly start: number;
      readonly end: number;
    };

export type ValueArgument = Extract<Argument, { kind: 'value' }>;
export type NamedArgument = Extract<Argument, { kind: 'parameter' }>;
