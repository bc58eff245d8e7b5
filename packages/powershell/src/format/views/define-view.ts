import type { ComputedExpression, Expression } from '../expression.ts';
import type { FormatSource } from '../format-source.ts';
import type { Alignment } from '../table-writer.ts';
import type { ListView, TableView, ViewColumn, ViewItem } from '../view.ts';

export type Compute = (value: unknown, source: FormatSource) => unknown;

export function property(name: string): Expression {
  return { property: name };
}

/** A cell that is worked out; `text` heads it where it has no label. */
export function computed(text: string, compute: Compute): ComputedExpression {
  return { text, compute };
}

interface ColumnOptions {
  readonly width?: number;
  readonly alignment?: Alignment;
  readonly label?: string;
  readonly formatString?: string;
}

/** A column of a property. */
export function column(name: string, options: ColumnOptions = {}): ViewColumn {
  return { expression: property(name), ...options };
}

/** A column whose cells stand on the right. */
export function right(name: string, options: ColumnOptions = {}): ViewColumn {
  return column(name, { alignment: 'right', ...options });
}

/** A column of several properties without a word about their layout. */
export function columns(...names: readonly string[]): ViewColumn[] {
  return names.map((name) => column(name));
}

export function table(
  name: string,
  types: readonly string[],
  cells: readonly ViewColumn[],
  options: Partial<TableView> = {},
): TableView {
  return { shape: 'table', name, types, columns: cells, ...options };
}

/** A list of properties, or of items that say more. */
export function list(name: string, types: readonly string[], items: readonly (string | ViewItem)[]): ListView {
  return {
    shape: 'list',
    name,
    types,
    items: items.map((item) => (typeof item === 'string' ? { expression: property(item) } : item)),
  };
}

/** The value of a property as another property's owner, for `$_.Provider.Name`. */
export function path(value: unknown, source: FormatSource, ...names: readonly string[]): unknown {
  let current = value;
  for (const name of names) {
    if (current === null || current === undefined) return null;
    current = source.get(current, name)?.value ?? null;
  }
  return current;
}

/** Whether a script would take the value of a property for true. */
export function truthy(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && value !== 0 && value !== false;
}
