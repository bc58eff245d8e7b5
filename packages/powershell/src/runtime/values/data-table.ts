import { convertTo } from '../conversions/convert.ts';
import { netError } from '../errors/script-error.ts';
import type { DotNetType } from '../types/define-type.ts';
import { Enumerable } from './enumerable.ts';
import { defineForeign } from './foreign-value.ts';

/** Source: System.Data.DataColumn. */
export class DataColumn {
  readonly typeName = 'System.Data.DataColumn';
  readonly name: string;
  readonly type: DotNetType;

  constructor(name: string, type: DotNetType) {
    this.name = name;
    this.type = type;
  }

  text(): string {
    return this.name;
  }
}

/** Source: System.Data.DataColumnCollection. */
export class DataColumns extends Enumerable {
  readonly typeName = 'System.Data.DataColumnCollection';
  readonly items: DataColumn[] = [];

  elements(): Iterable<DataColumn> {
    return this.items;
  }

  add(column: DataColumn): DataColumn {
    if (this.indexOf(column.name) >= 0) {
      throw netError(
        'System.Data.DuplicateNameException',
        `A column named '${column.name}' already belongs to this DataTable.`,
      );
    }
    this.items.push(column);
    return column;
  }

  indexOf(name: string): number {
    const wanted = name.toLowerCase();
    return this.items.findIndex((column) => column.name.toLowerCase() === wanted);
  }
}

/** Source: System.Data.DataRow. */
export class DataRow {
  readonly table: DataTable;
  readonly values: unknown[];

  constructor(table: DataTable, values: readonly unknown[] = []) {
    this.table = table;
    this.values = [];
    for (const [index, value] of values.entries()) this.set(index, value);
  }

  get(index: number): unknown {
    return this.values[index] ?? null;
  }

  /** Takes a value as its column has it. */
  set(index: number, value: unknown): void {
    const column = this.table.columns.items[index];
    if (!column) throw netError('System.IndexOutOfRangeException', `Cannot find column ${index}.`);
    this.values[index] = value === null ? null : convertTo(value, column.type);
  }
}

/** Source: System.Data.DataRowCollection. */
export class DataRows extends Enumerable {
  readonly typeName = 'System.Data.DataRowCollection';
  readonly table: DataTable;
  readonly items: DataRow[] = [];

  constructor(table: DataTable) {
    super();
    this.table = table;
  }

  elements(): Iterable<DataRow> {
    return this.items;
  }
}

/** Source: System.Data.DataTable. */
export class DataTable {
  readonly columns = new DataColumns();
  readonly rows = new DataRows(this);
  name: string;

  constructor(name = '') {
    this.name = name;
  }
}

// A pipeline takes a table apart into its rows.
defineForeign(DataTable, {
  typeName: 'System.Data.DataTable',
  text: ({ name }) => name,
  elements: ({ rows }) => rows.items,
});

// A row has its columns as properties.
defineForeign(DataRow, {
  typeName: 'System.Data.DataRow',
  text: () => 'System.Data.DataRow',
  member: (row, name) => {
    const index = row.table.columns.indexOf(name);
    return index < 0 ? undefined : row.get(index);
  },
  memberNames: ({ table }) => table.columns.items.map(({ name }) => name),
  setMember: (row, name, value) => {
    const index = row.table.columns.indexOf(name);
    if (index >= 0) row.set(index, value);
    return index >= 0;
  },
});
