import { objectMetadata, tableTypeNames } from '@cutover/core/metadata';
import type { TableView, ViewShelf } from '@cutover/powershell/values';

/** The default tables of the objects that have one; the others are shown as lists. */
export const migrationViews: ViewShelf = { types: tableTypeNames, load: () => tables() };

const tables = (): TableView[] =>
  objectMetadata.flatMap(({ name, typeName, table }) => {
    if (!table) return [];
    const columns = table.map(({ header, property, width }) => ({
      expression: { property },
      label: header,
      ...(width === undefined ? {} : { width }),
    }));
    return [{ shape: 'table', name, types: [typeName], columns }];
  });
