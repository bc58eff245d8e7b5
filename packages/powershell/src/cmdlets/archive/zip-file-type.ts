import type { Files } from '../../host/files.ts';
import { withDotnetErrors } from '../../providers/file-system/file-record.ts';
import { joinPath, leafOf, normalPath, parentOf } from '../../providers/path-text.ts';
import { netError } from '../../runtime/errors/script-error.ts';
import { grantedFiles } from '../../runtime/types/file-access.ts';
import { fullPath } from '../../runtime/types/process-folder.ts';
import { type DotNetType, overload } from '../../runtime/types/define-type.ts';
import { readZip, ZipError } from './zip-reader.ts';
import { writeZip, type ZipEntry } from './zip-writer.ts';

/** The levels of deflate behind the names. */
const levels: Readonly<Record<string, number>> = { Optimal: 6, Fastest: 1, NoCompression: 0, SmallestSize: 9 };

/** Source: System.IO.Compression.ZipFile. */
export const zipFileType: DotNetType = {
  name: 'System.IO.Compression.ZipFile',
  base: 'System.Object',
  isAbstract: true,
  staticMethods: {
    CreateFromDirectory: [
      overload('string sourceDirectoryName, string destinationArchiveFileName', pack),
      overload(
        'string sourceDirectoryName, string destinationArchiveFileName, System.IO.Compression.CompressionLevel compressionLevel, bool includeBaseDirectory',
        pack,
      ),
    ],
    ExtractToDirectory: [
      overload('string sourceArchiveFileName, string destinationDirectoryName', unpack),
      overload('string sourceArchiveFileName, string destinationDirectoryName, bool overwriteFiles', unpack),
    ],
  },
};

interface LevelValue {
  text(): string;
}

function pack(_self: null, source: string, target: string, level?: LevelValue, withBase = false): void {
  withDotnetErrors(() => {
    const files = grantedFiles();
    const [folder, archive] = [fullPath(source), fullPath(target)];
    if (files.stat(archive)) throw netError('System.IO.IOException', `The file '${archive}' already exists.`);
    const entries = entriesOf(files, folder, withBase ? `${leafOf(folder)}/` : '');
    files.write(archive, writeZip(entries, { level: levels[level?.text() ?? 'Optimal'] ?? levels['Optimal']! }));
  });
}

/** All files below a folder; an empty folder is an entry of its own. */
function entriesOf(files: Files, folder: string, prefix: string): readonly ZipEntry[] {
  const names = files.list(folder).toSorted();
  return names.flatMap((leaf) => {
    const path = joinPath(folder, leaf);
    const found = files.stat(path);
    const modified = new Date(Number((found?.modified ?? 0n) / 1_000_000n));
    if (found?.kind !== 'folder') return [{ name: prefix + leaf, bytes: files.read(path), modified }];
    const inside = entriesOf(files, path, `${prefix}${leaf}/`);
    return inside.length > 0 ? inside : [{ name: `${prefix}${leaf}/`, bytes: new Uint8Array(0), modified }];
  });
}

function unpack(_self: null, source: string, target: string, overwrite = false): void {
  withDotnetErrors(() => {
    const files = grantedFiles();
    const folder = fullPath(target);
    makeFolders(files, folder);
    for (const entry of entriesIn(files, fullPath(source))) extract(files, entry, { folder, overwrite });
  });
}

function entriesIn(files: Files, archive: string): readonly ZipEntry[] {
  try {
    return readZip(files.read(archive));
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw netError('System.IO.InvalidDataException', error.message);
  }
}

interface Extraction {
  readonly folder: string;
  readonly overwrite: boolean;
}

/** Nothing is written outside of the folder, whatever an entry is called. */
function extract(files: Files, { name, bytes }: ZipEntry, { folder, overwrite }: Extraction): void {
  if (name.startsWith('/') || name.split(/[\\/]/).includes('..')) {
    throw netError(
      'System.IO.IOException',
      'Extracting Zip entry would have resulted in a file outside the specified destination directory.',
    );
  }
  const path = normalPath(joinPath(folder, name));
  if (name.endsWith('/')) return makeFolders(files, path);
  makeFolders(files, parentOf(path));
  if (files.stat(path) && !overwrite) throw netError('System.IO.IOException', `The file '${path}' already exists.`);
  files.write(path, bytes);
}

function makeFolders(files: Files, path: string): void {
  if (path === '' || files.stat(path)) return;
  makeFolders(files, parentOf(path));
  files.makeFolder(path);
}
