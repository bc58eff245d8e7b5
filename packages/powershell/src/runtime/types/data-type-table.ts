import { netError } from '../errors/script-error.ts';
import { DataColumn, type DataColumns, DataRow, type DataRows, DataTable } from '../values/data-table.ts';
import { plainText } from '../values/to-text.ts';
import type { TypeValue } from '../values/type-value.ts';
import { type DotNetType, overload, readOnly, settable } from './define-type.ts';
import { coreTypes } from './type-registry.ts';

const column = (name: string, type: TypeValue | null = null): DataColumn =>
  new DataColumn(name, type?.type ?? coreTypes.find('System.String')!);

function indexIn(columns: DataColumns, index: unknown): number {
  const position = typeof index === 'number' ? index : columns.indexOf(plainText(index));
  if (position >= 0) return position;
  throw netError('System.ArgumentException', `Column '${plainText(index)}' does not belong to table .`);
}

function add(rows: DataRows, row: DataRow): void {
  if (rows.items.includes(row)) throw netError('System.ArgumentException', 'This row already belongs to this table.');
  rows.items.push(row);
}

const columnType: DotNetType = {
  name: 'System.Data.DataColumn',
  base: 'System.Object',
  properties: {
    ColumnName: readOnly(({ name }: DataColumn) => name, 'string'),
    DataType: readOnly(({ type }: DataColumn) => type.name, 'string'),
  },
  constructors: [
    overload('string columnName', (_type, name: string) => column(name)),
    overload('string columnName, type dataType', (_type, name: string, type: TypeValue) => column(name, type)),
  ],
};

const columnsType: DotNetType = {
  name: 'System.Data.DataColumnCollection',
  base: 'System.Object',
  interfaces: ['System.Collections.ICollection', 'System.Collections.IEnumerable'],
  properties: { Count: readOnly(({ items }: DataColumns) => items.length, 'int') },
  methods: {
    Add: [
      overload('System.Data.DataColumn column', (self: DataColumns, added: DataColumn) => void self.add(added)),
      overload('string columnName', (self: DataColumns, name: string) => self.add(column(name))),
      overload('string columnName, type type', (self: DataColumns, name: string, type: TypeValue) =>
        self.add(column(name, type)),
      ),
    ],
    Contains: [overload('string name', (self: DataColumns, name: string) => self.indexOf(name) >= 0)],
    IndexOf: [overload('string columnName', (self: DataColumns, name: string) => self.indexOf(name))],
  },
  indexer: { get: (self, index) => (self as DataColumns).items[indexIn(self as DataColumns, index)] },
};

const rowType: DotNetType = {
  name: 'System.Data.DataRow',
  base: 'System.Object',
  properties: {
    Table: readOnly(({ table }: DataRow) => table),
    ItemArray: readOnly(({ table, values }: DataRow) =>
      table.columns.items.map((_each, index) => values[index] ?? null),
    ),
  },
  methods: {
    Item: [overload('object column', (self: DataRow, index: unknown) => self.get(indexIn(self.table.columns, index)))],
    Delete: [overload('', (self: DataRow) => remove(self.table.rows, self))],
  },
  indexer: {
    get: (self, index) => (self as DataRow).get(indexIn((self as DataRow).table.columns, index)),
    set: (self, index, value) => (self as DataRow).set(indexIn((self as DataRow).table.columns, index), value),
  },
};

function remove({ items }: DataRows, row: DataRow): void {
  const index = items.indexOf(row);
  if (index >= 0) items.splice(index, 1);
}

const rowsType: DotNetType = {
  name: 'System.Data.DataRowCollection',
  base: 'System.Object',
  interfaces: ['System.Collections.ICollection', 'System.Collections.IEnumerable'],
  properties: { Count: readOnly(({ items }: DataRows) => items.length, 'int') },
  methods: {
    Add: [
      overload('System.Data.DataRow row', add),
      overload('...object values', (self: DataRows, values: readonly unknown[]) => {
        const row = new DataRow(self.table, values);
        add(self, row);
        return row;
      }),
    ],
    Remove: [overload('System.Data.DataRow row', remove)],
    Clear: [overload('', ({ items }: DataRows) => void (items.length = 0))],
  },
  indexer: { get: (self, index) => (self as DataRows).items[index as number] },
};

const tableType: DotNetType = {
  name: 'System.Data.DataTable',
  base: 'System.Object',
  properties: {
    TableName: settable(
      ({ name }: DataTable) => name,
      (self: DataTable, name: string) => void (self.name = name),
      'string',
    ),
    Columns: readOnly(({ columns }: DataTable) => columns),
    Rows: readOnly(({ rows }: DataTable) => rows),
  },
  methods: {
    NewRow: [overload('', (self: DataTable) => new DataRow(self))],
    Select: [overload('', ({ rows }: DataTable) => [...rows.items])],
    Clear: [overload('', ({ rows }: DataTable) => void (rows.items.length = 0))],
  },
  constructors: [
    overload('', () => new DataTable()),
    overload('string tableName', (_type, name: string) => new DataTable(name)),
  ],
};

/** Tables in memory, without queries. */
export const dataTypes: readonly DotNetType[] = [columnType, columnsType, rowType, rowsType, tableType];
