import type { OpenMode } from '../../host/files.ts';
import { inOperation } from '../../providers/file-system/file-record.ts';
import { fileSystemRecord } from '../../providers/file-system/file-system-errors.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { providerRecord } from '../../providers/provider-errors.ts';
import { plainPath, expandPath } from '../../providers/expand.ts';
import { containsWildcards } from '../../dotnet/index.ts';
import { switchOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { listOf } from '../../runtime/values/enumerate.ts';
import { isNumeric, numericType, toNumber } from '../../runtime/values/number-types.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { attempt, chosenBy, drivesFor, givenPaths } from './item-paths.ts';
import { textEncoding } from './text-encoding.ts';
import { TextFile } from './text-file.ts';

/** Where Set-Content and Add-Content write to. */
export interface ContentTarget {
  write(values: readonly unknown[]): void;
  close(): void;
}

const writing = { operation: 'GetContentWriter', category: 'WriteError' } as const;

/** Opens all that the command's paths name; a file that is not there is made. */
export function openContent(
  context: CommandContext,
  mode: OpenMode & ('truncate' | 'append'),
): readonly ContentTarget[] {
  const action = mode === 'append' ? 'Add Content' : 'Set Content';
  return targetsOf(context)
    .filter(({ path }) => context.shouldProcess(`Path: ${path}`, action))
    .flatMap((item) => attempt(context, () => openItem(context, item, mode)) ?? []);
}

function targetsOf(context: CommandContext): readonly ItemPath[] {
  const { paths, literal } = givenPaths(context);
  const drives = drivesFor(context);
  const isChosen = chosenBy(context);
  return paths.flatMap((path) => {
    if (literal || !containsWildcards(path)) {
      const item = attempt(context, () => plainPath(drives, path, { literal }));
      return item && isChosen(item) ? [item] : [];
    }
    const found = attempt(context, () => expandPath(drives, path))?.filter(isChosen) ?? [];
    if (found.length === 0) context.writeError(providerRecord('ItemNotFound', [path], path));
    return found;
  });
}

function openItem(context: CommandContext, item: ItemPath, mode: 'truncate' | 'append'): ContentTarget {
  const { provider, path } = item;
  if (provider.values) return valueTarget(item, mode);
  const { fileSystem } = drivesFor(context);
  if (fileSystem.isContainer(path)) throw new ScriptError(fileSystemRecord('WriteContainerContent', [path], path));
  const encoding = textEncoding(context.parameters['Encoding']);
  if (switchOf(context.parameters, 'Force') && fileSystem.exists(path)) makeWritable(context, path);
  const isNew = mode === 'truncate' || (fileSystem.files.stat(path)?.size ?? 0) === 0;
  const writer = inOperation(writing, () => fileSystem.files.open(path, mode));
  const bytes = switchOf(context.parameters, 'AsByteStream');
  if (isNew && !bytes && encoding.preamble.length > 0) writer.write(encoding.preamble);
  if (bytes)
    return fileTarget(
      (value) => writer.write(byteOf(value)),
      () => writer.close(),
    );
  const file = new TextFile(writer, encoding);
  const end = lineEnd(context);
  return fileTarget(
    (value) => file.write(toText(value) + end),
    () => file.close(),
  );
}

function makeWritable(context: CommandContext, path: string): void {
  const { files } = drivesFor(context).fileSystem;
  const mode = files.stat(path)?.mode ?? 0o600;
  if ((mode & 0o200) === 0) files.setMode(path, mode | 0o200);
}

const lineEnd = ({ parameters }: CommandContext): string => (switchOf(parameters, 'NoNewline') ? '' : '\n');

function byteOf(value: unknown): Uint8Array {
  if (!isNumeric(value) || numericType(value) !== 'Byte') throw new ScriptError(fileSystemRecord('ByteEncoding'));
  return Uint8Array.of(toNumber(value));
}

function fileTarget(writeOne: (value: unknown) => void, close: () => void): ContentTarget {
  const write = (values: readonly unknown[]): void => {
    for (const value of values) {
      const inner = listOf(value);
      if (inner) write(inner);
      else if (value !== null && value !== undefined) writeOne(value);
    }
  };
  return { write, close };
}

/** A variable, function, alias or environment variable takes all values at once. */
function valueTarget({ provider, path }: ItemPath, mode: 'truncate' | 'append'): ContentTarget {
  const before = mode === 'append' ? provider.values!.read(path) : null;
  const values: unknown[] = before === null ? [] : [...(listOf(before) ?? [before])];
  return {
    write: (more) => void values.push(...more),
    close: () => void provider.values!.write(path, values.length === 1 ? values[0] : values),
  };
}
