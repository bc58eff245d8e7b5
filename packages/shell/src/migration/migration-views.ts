import { objectMetadata } from '@cutover/core/metadata';
import type { TableView } from '@cutover/powershell/values';

/** The default tables of the objects that have one; the others are shown as lists. */
export const migrationViews = (): TableView[] =>
  objectMetadata.flatMap(({ name, typeName, table }) => {
    if (!table) return [];
    const columns = table.map(({ header, property, width }) => ({
      expression: { property },
      label: header,
      ...(width === undefined ? {} : { width }),
    }));
    return [{ shape: 'table', name, types: [typeName], columns }];
  });
