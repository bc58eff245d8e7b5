import type { ColumnParameter, Expression } from './expression.ts';
import type { FormatShape } from './format-packet.ts';
import type { FormatSource } from './format-source.ts';
import type { ViewRegistry } from './view-registry.ts';

/** What a Format cmdlet was called with; nothing at all for the default formatting. */
export interface FormatRequest {
  readonly shape?: FormatShape;
  /** `-Property`. */
  readonly columns?: readonly ColumnParameter[];
  /** `-ExcludeProperty`: names, wildcards allowed. */
  readonly exclude?: readonly string[];
  readonly groupBy?: ColumnParameter;
  /** `-View`. */
  readonly viewName?: string;
  readonly autoSize?: boolean;
  readonly wrap?: boolean;
  readonly hideHeaders?: boolean;
  readonly repeatHeader?: boolean;
  /** `-Column` of Format-Wide. */
  readonly perLine?: number;
  /** `-Depth` of Format-Custom. */
  readonly depth?: number;
  /** `-Force`: strings and numbers are shown by their properties too. */
  readonly force?: boolean;
  /** `-Expand`: a collection by itself, by its elements, or both. */
  readonly expand?: 'coreOnly' | 'enumOnly' | 'both';
  readonly failures?: ColumnFailures;
}

/** What becomes of a cell whose script fails: it is empty without a word. */
export interface ColumnFailures {
  /** `-DisplayError`: the cell says `#ERR`. */
  readonly shown: boolean;
  /** `-ShowError`: the failure is told as well. */
  note(expression: Expression, value: unknown, thrown: unknown): void;
}

/** What every part of the engine works with. */
export interface FormatContext {
  readonly source: FormatSource;
  readonly views: ViewRegistry;
  /** `$FormatEnumerationLimit`. */
  readonly enumerationLimit: number;
}

/** How many elements of a collection a cell shows by default. */
export const defaultEnumerationLimit = 4;
