import type { Expression } from './expression.ts';
import type { FormatNode } from './format-node.ts';
import type { FormatSource } from './format-source.ts';
import type { Alignment } from './table-writer.ts';

/** A cell of a view. */
export interface ViewField {
  readonly expression: Expression;
  /** Heading or label; without it the property's name. */
  readonly label?: string;
  readonly formatString?: string;
}

export interface ViewColumn extends ViewField {
  /** Without it a share of the line. */
  readonly width?: number;
  readonly alignment?: Alignment;
}

export interface ViewItem extends ViewField {
  /** Left out where this is false. */
  readonly condition?: (value: unknown, source: FormatSource) => boolean;
}

export interface ViewGroup {
  readonly expression: Expression;
  readonly label?: string;
  /** What stands above a group, in place of `   label: key`. */
  readonly heading?: (value: unknown, source: FormatSource) => readonly FormatNode[];
}

interface ViewBase {
  readonly name: string;
  /** Types that it is for, with those derived from them. */
  readonly types: readonly string[];
  readonly groupBy?: ViewGroup;
  readonly autoSize?: boolean;
  /** Written by its own rules wherever it comes in a stream, as error records are. */
  readonly outOfBand?: boolean;
}

/** A view as a table. */
export interface TableView extends ViewBase {
  readonly shape: 'table';
  readonly columns: readonly ViewColumn[];
  readonly wrap?: boolean;
  readonly hideHeader?: boolean;
}

export interface ListView extends ViewBase {
  readonly shape: 'list';
  readonly items: readonly ViewItem[];
}

export interface WideView extends ViewBase {
  readonly shape: 'wide';
  readonly item: ViewField;
  readonly perLine?: number;
}

export interface CustomView extends ViewBase {
  readonly shape: 'custom';
  readonly render: (value: unknown, source: FormatSource) => readonly FormatNode[];
}

/** How a type is shown. The first view of a type is its default, whatever its shape. Source: the original's `*.format.ps1xml`. */
export type View = TableView | ListView | WideView | CustomView;
