import type { NumberValue } from './number-value.ts';
import type { TokenKind } from './token-kind.ts';
import type { VariablePath } from './variable-path.ts';

/** Streams by their numbers; 0 stands for all (`*>`). */
export interface Redirection {
  readonly from: number;
  /** The stream merged into; absent for a file. */
  readonly to?: number;
  readonly append?: boolean;
}

/** A `$( … )` inside a string, kept as text until the parser reads it. */
export interface UnscannedExpression {
  readonly text: string;
  /** Where each character of `text` stands in the script, when quotes doubled for the string were dropped. */
  readonly offsets: Int32Array | undefined;
}

/** A token. `start` and `end` are offsets into the script, `at` is where its own lexer began to read it. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly text: string;
  /** The value of a string, label, parameter name or generic token; the text of others. */
  readonly value: string;
  /** Of an expandable token: its value with `{0}`, `{1}` in place of the nested tokens, other braces doubled. */
  readonly format?: string | undefined;
  readonly nested?: readonly Token[] | undefined;
  readonly path?: VariablePath | undefined;
  readonly number?: NumberValue | undefined;
  readonly redirection?: Redirection | undefined;
  readonly unscanned?: UnscannedExpression | undefined;
  /** A parameter token that ends in a colon. */
  readonly colon?: boolean | undefined;
  /** The token was cut short; it has been reported. */
  readonly inError?: boolean | undefined;
}
