import type { ImportFilesOptions } from './import-files.ts';
import type { ImportedFiles } from './imported-item.ts';

/** As in import-files.ts, whose libraries for mail and calendars are loaded with the first call. */
export async function importFiles(path: string, options?: ImportFilesOptions): Promise<ImportedFiles> {
  const files = await import('./import-files.ts');
  return files.importFiles(path, options);
}
