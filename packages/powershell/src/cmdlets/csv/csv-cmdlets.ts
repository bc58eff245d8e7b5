import type { Cmdlet } from '../../runtime/engine/command.ts';
import { convertFromCsv } from './convert-from-csv.ts';
import { convertToCsv } from './convert-to-csv.ts';
import { exportCsv } from './export-csv.ts';
import { importCsv } from './import-csv.ts';

export const csvCmdlets: readonly Cmdlet[] = [convertFromCsv, convertToCsv, exportCsv, importCsv];
