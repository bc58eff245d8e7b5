import type { FileSystemProvider } from '../../providers/file-system/file-system-provider.ts';
import { inOperation } from '../../providers/file-system/file-record.ts';
import { fileSystemRecord } from '../../providers/file-system/file-system-errors.ts';
import type { ItemPath } from '../../providers/provider.ts';
import { providerRecord } from '../../providers/provider-errors.ts';
import { numberOf, switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { listOf } from '../../runtime/values/enumerate.ts';
import { SmallInteger } from '../../runtime/values/number-types.ts';
import { attempt, drivesFor, existingItems, givenPaths } from './item-paths.ts';
import { credential, filterParameters, force, pathParameters } from './path-parameters.ts';
import { sleep } from '../time/sleep.ts';
import { decodeText, linesOf, textEncoding } from './text-encoding.ts';
import { textPieces, wholeLines } from './text-pieces.ts';

export const getContent: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Content',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['gc', 'type'],
  implementingType: 'Microsoft.PowerShell.Commands.GetContentCommand',
  outputTypes: ['System.String'],
  defaultSet: 'Path',
  parameters: [
    ...pathParameters('property'),
    ...filterParameters,
    credential,
    force,
    { name: 'ReadCount', type: 'Int64', pipeline: 'property' },
    { name: 'TotalCount', type: 'Int64', aliases: ['First', 'Head'], pipeline: 'property' },
    { name: 'Tail', type: 'Int32', aliases: ['Last'], pipeline: 'property' },
    { name: 'Raw', type: 'SwitchParameter' },
    { name: 'Delimiter', type: 'String' },
    { name: 'Encoding' },
    { name: 'AsByteStream', type: 'SwitchParameter' },
    { name: 'Stream', type: 'String', unsupported: true },
    { name: 'Wait', type: 'SwitchParameter' },
  ],
  create: (context) => ({
    process: () => {
      const waits = switchOf(context.parameters, 'Wait');
      if (waits && switchOf(context.parameters, 'Raw')) {
        context.throwTerminating(fileSystemRecord('RawWithOthers', ['Wait', 'Raw']));
      }
      const items = existingItems(context);
      if (items.length === 0) reportNothing(context);
      for (const item of items)
        write(
          context,
          attempt(context, () => contentOf(context, item)),
        );
      const [first] = items;
      if (waits && first) waitForMore(context, first);
    },
  }),
};

const pause = 1000;

/** Writes the lines that are added to a file until the session is stopped or the file is gone; one that shrinks is read anew. */
function waitForMore(context: CommandContext, { provider, path }: ItemPath): void {
  const { files } = drivesFor(context).fileSystem;
  if (provider.values) return;
  const encoding = textEncoding(context.parameters['Encoding']);
  let known = files.stat(path)?.size ?? 0;
  for (let stat = files.stat(path); stat; stat = files.stat(path)) {
    const from = stat.size < known ? 0 : known;
    if (stat.size > from)
      for (const line of linesOf(encoding.decode(files.read(path).subarray(from)))) context.out.write(line);
    known = stat.size;
    sleep(context.session, pause);
  }
}

type Content = Iterable<unknown>;

function* taken(items: Iterable<unknown>, count: number): Generator<unknown> {
  let left = count;
  if (left <= 0) return;
  for (const item of items) {
    yield item;
    if (--left === 0) return;
  }
}

/** Wildcards that find nothing are an error here, unlike elsewhere. */
function reportNothing(context: CommandContext): void {
  const { paths, literal } = givenPaths(context);
  for (const path of literal ? [] : paths) {
    if (/[*?[]/.test(path)) context.writeError(providerRecord('ItemNotFound', [path], path));
  }
}

function contentOf(context: CommandContext, item: ItemPath): Content {
  const { provider, path } = item;
  if (provider.values) {
    const value = provider.values.read(path);
    return listOf(value) ?? [value];
  }
  return fileContent(context, path);
}

function fileContent(context: CommandContext, path: string): Content {
  const { parameters } = context;
  const provider: FileSystemProvider = drivesFor(context).fileSystem;
  if (provider.isContainer(path)) throw new ScriptError(fileSystemRecord('GetContainerContent', [path], path));
  const large = largeContent(context, path);
  if (large) return large;
  const bytes = inOperation({ operation: 'GetContentReader', category: 'ReadError' }, () => provider.files.read(path));
  const delimiter = textOf(parameters, 'Delimiter');
  const raw = switchOf(parameters, 'Raw');
  if (raw) refuseBesideRaw(context);
  if (switchOf(parameters, 'AsByteStream')) return byteContent(bytes, { raw, delimiter });
  const text = decodeText(bytes, textEncoding(parameters['Encoding']));
  if (raw) return text === '' ? [] : [text];
  return delimiter === undefined || delimiter === '\n' ? linesOf(text) : split(text, delimiter);
}

/** Lines of a large file, as they are read. */
function largeContent(context: CommandContext, path: string): Iterable<unknown> | undefined {
  const { parameters } = context;
  const isLines = ['Raw', 'AsByteStream', 'Delimiter'].every((name) => parameters[name] === undefined);
  const { files } = drivesFor(context).fileSystem;
  const pieces = isLines ? textPieces({ files, path, encoding: parameters['Encoding'] }) : undefined;
  return pieces && linesIn(pieces);
}

function* linesIn(pieces: Iterable<string>): Generator<unknown> {
  for (const text of wholeLines(pieces)) yield* linesOf(text);
}

function refuseBesideRaw({ parameters }: CommandContext): void {
  const other = ['TotalCount', 'Tail', 'Delimiter'].find((name) => parameters[name] !== undefined);
  if (other !== undefined && other !== 'Delimiter')
    throw new ScriptError(fileSystemRecord('RawWithOthers', [other, 'Raw']));
}

function byteContent(
  bytes: Uint8Array,
  { raw, delimiter }: { readonly raw: boolean; readonly delimiter: string | undefined },
): readonly unknown[] {
  if (delimiter !== undefined) throw new ScriptError(fileSystemRecord('Delimiter'));
  const values = Array.from(bytes, (byte) => new SmallInteger('Byte', byte));
  return raw ? [values] : values;
}

/** Parts of a text without the delimiter; what follows the last one only if it is there. */
function split(text: string, delimiter: string): string[] {
  const parts = text.split(delimiter === '' ? /(?!)/ : delimiter);
  if (parts.at(-1) === '') parts.pop();
  return parts;
}

/** The first or last of it, one by one or so many at a time. */
function write({ parameters, out }: CommandContext, found: Content | undefined): void {
  if (!found) return;
  const total = numberOf(parameters, 'TotalCount') ?? -1;
  const tail = numberOf(parameters, 'Tail') ?? -1;
  const isPlain = tail < 0 && (numberOf(parameters, 'ReadCount') ?? 1) === 1;
  if (isPlain && total < 0) {
    for (const item of found) out.write(item);
    return;
  }
  const content = Array.isArray(found) ? (found as readonly unknown[]) : [...(total < 0 ? found : taken(found, total))];
  const first = total >= 0 ? content.slice(0, total) : content;
  const chosen = tail >= 0 ? first.slice(Math.max(0, first.length - tail)) : first;
  const count = numberOf(parameters, 'ReadCount') ?? 1;
  if (count === 1) for (const item of chosen) out.write(item);
  else {
    const step = count <= 0 ? Math.max(1, chosen.length) : count;
    for (let at = 0; at < chosen.length; at += step) out.write(chosen.slice(at, at + step));
  }
}
