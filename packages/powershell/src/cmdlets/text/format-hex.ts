import { FileSystemInfo } from '../../providers/file-system/file-info.ts';
import { inOperation } from '../../providers/file-system/file-record.ts';
import { numberOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import { typeNameOf } from '../../runtime/types/type-of.ts';
import { listOf } from '../../runtime/values/enumerate.ts';
import { currentRandom } from '../../runtime/values/running-session.ts';
import { attempt, drivesFor, filesToOpen } from '../files/item-paths.ts';
import { textEncoding } from '../files/text-encoding.ts';
import { byteLines } from './byte-collection.ts';
import { bytesOfValue } from './bytes-of-value.ts';
import { textRecord } from './text-errors.ts';

const reading = { operation: 'FormatHexIOError', category: 'WriteError', wholeId: true } as const;
const rawIsObsolete = "Parameter 'Raw' is obsolete. Raw parameter is deprecated.";
const filled = [{ kind: 'notNullOrEmpty' }] as const;

export const formatHex: Cmdlet = {
  kind: 'cmdlet',
  name: 'Format-Hex',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['fhx'],
  implementingType: 'Microsoft.PowerShell.Commands.FormatHex',
  outputTypes: ['Microsoft.PowerShell.Commands.ByteCollection'],
  parameters: [
    { name: 'Path', type: 'String[]', sets: { Path: { mandatory: true, position: 0 } }, validate: filled },
    {
      name: 'LiteralPath',
      type: 'String[]',
      aliases: ['PSPath', 'LP'],
      sets: { LiteralPath: { mandatory: true } },
      validate: filled,
    },
    { name: 'InputObject', type: 'PSObject', pipeline: 'value', sets: { ByInputObject: { mandatory: true } } },
    { name: 'Encoding', sets: { ByInputObject: {} }, validate: filled },
    { name: 'Count', type: 'Int64', validate: [{ kind: 'rangeKind', range: 'Positive' }] },
    { name: 'Offset', type: 'Int64', validate: [{ kind: 'rangeKind', range: 'NonNegative' }] },
    { name: 'Raw', type: 'SwitchParameter', sets: { ByInputObject: {} } },
  ],
  create: (context) =>
    (context.parameters['Path'] ?? context.parameters['LiteralPath']) ? ofFiles(context) : ofInput(context),
};

const ofFiles = (context: CommandContext): Processor => ({
  process: () => {
    for (const path of filesToOpen(context)) writeFile(context, path);
  },
});

/** What -Offset and -Count leave of some bytes. */
function part({ parameters: given }: CommandContext, bytes: Uint8Array): Uint8Array {
  const offset = numberOf(given, 'Offset') ?? 0;
  return bytes.subarray(offset, offset + (numberOf(given, 'Count') ?? bytes.length));
}

function writeFile(context: CommandContext, path: string): void {
  const { files } = drivesFor(context).fileSystem;
  const bytes = attempt(context, () => inOperation(reading, () => files.read(path)));
  if (!bytes) return;
  const shown = { label: path, path, offset: numberOf(context.parameters, 'Offset') ?? 0 };
  for (const line of byteLines(part(context, bytes), shown)) context.out.write(line);
}

/** Values of one type that follow each other are shown together; each text and each list alone. */
function ofInput(context: CommandContext): Processor {
  let pending: { readonly type: string; readonly bytes: number[] } | undefined;
  const flush = (): void => {
    if (pending) writeBytes(context, pending.type, Uint8Array.from(pending.bytes));
    pending = undefined;
  };
  const add = (value: unknown): void => {
    const bytes = bytesOfValue(value);
    const type = typeNameOf(value);
    if (!bytes) return context.writeError(textRecord('FormatHexTypeNotSupported', [type], value));
    if (pending?.type !== type) flush();
    pending ??= { type, bytes: [] };
    pending.bytes.push(...bytes);
  };
  const alone = (type: string, bytes: Uint8Array): void => {
    flush();
    writeBytes(context, type, bytes);
  };
  const file = (path: string): void => {
    flush();
    writeFile(context, path);
  };
  return {
    begin: () => {
      if ('Raw' in context.parameters) context.writeWarning(rawIsObsolete);
    },
    process: () => {
      const { InputObject: value = null, Encoding: encoding } = context.parameters;
      const list = listOf(value)?.map((each) => bytesOfValue(each));
      if (typeof value === 'string') alone('System.String', textEncoding(encoding).encode(value));
      else if (value instanceof FileSystemInfo) file(value.path);
      else if (list?.every((bytes) => bytes !== undefined)) alone(typeNameOf(value), Buffer.concat(list));
      else add(value);
    },
    end: flush,
  };
}

function writeBytes(context: CommandContext, type: string, bytes: Uint8Array): void {
  const id = Buffer.from(currentRandom().bytes(4)).toString('hex').toUpperCase();
  const label = `${type.split('.').at(-1)} (${type}) <${id}>`;
  for (const line of byteLines(part(context, bytes), { label })) context.out.write(line);
}
