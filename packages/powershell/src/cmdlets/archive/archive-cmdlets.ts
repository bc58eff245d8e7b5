import { defineRecords } from '../../providers/define-records.ts';
import { plainPath } from '../../providers/expand.ts';
import { DirectoryInfo, FileInfo } from '../../providers/file-system/file-info.ts';
import type { FileSystemProvider } from '../../providers/file-system/file-system-provider.ts';
import { inOperation } from '../../providers/file-system/file-record.ts';
import { joinPath, leafOf, normalPath, parentOf } from '../../providers/path-text.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import { switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { drivesFor, existingItems } from '../files/item-paths.ts';
import { readZip, ZipError } from './zip-reader.ts';
import { writeZip, type ZipEntry } from './zip-writer.ts';

const module = 'Microsoft.PowerShell.Archive';
const writing = { operation: 'ArchiveIOError', category: 'WriteError', wholeId: true } as const;

const record = defineRecords({
  ArchiveFileExists: {
    category: 'InvalidArgument',
    exception: 'System.IO.IOException',
    text: 'The archive file {0} already exists. Use the -Update parameter to update the existing archive file or use the -Force parameter to overwrite the existing archive file.',
  },
  InvalidArchive: { category: 'InvalidData', exception: 'System.IO.InvalidDataException', text: '{0}' },
  ExpandArchiveFileExists: {
    category: 'InvalidArgument',
    exception: 'System.IO.IOException',
    text: "Failed to create file '{0}' while expanding the archive file '{1}' contents as the file '{0}' already exists. Use the -Force parameter if you want to overwrite the existing directory '{0}' contents when expanding the archive file.",
  },
  OutsideDestination: {
    category: 'InvalidData',
    exception: 'System.IO.IOException',
    text: "The entry '{0}' of the archive leads out of the destination folder.",
  },
});

const variants = ['', 'WithUpdate', 'WithForce'] as const;
const inSets = (name: string, use: object): NonNullable<ParameterSpec['sets']> =>
  Object.fromEntries(variants.map((variant) => [name + variant, use]));
const only = (variant: string): NonNullable<ParameterSpec['sets']> =>
  Object.fromEntries(['Path', 'LiteralPath'].map((name) => [name + variant, { mandatory: true }]));

const levels: Readonly<Record<string, number>> = { nocompression: 0, fastest: 1, optimal: 6 };

const compressArchive: Cmdlet = {
  kind: 'cmdlet',
  name: 'Compress-Archive',
  module,
  implementingType: 'Microsoft.PowerShell.Archive.CompressArchiveCommand',
  defaultSet: 'Path',
  confirms: 'Medium',
  parameters: [
    { name: 'Path', type: 'String[]', pipeline: 'both', sets: inSets('Path', { mandatory: true, position: 0 }) },
    {
      name: 'LiteralPath',
      type: 'String[]',
      aliases: ['PSPath'],
      pipeline: 'property',
      sets: inSets('LiteralPath', { mandatory: true }),
    },
    { name: 'DestinationPath', type: 'String', mandatory: true, position: 1 },
    {
      name: 'CompressionLevel',
      type: 'String',
      validate: [{ kind: 'set', values: ['Optimal', 'NoCompression', 'Fastest'] }],
    },
    { name: 'PassThru', type: 'SwitchParameter' },
    { name: 'Update', type: 'SwitchParameter', sets: only('WithUpdate') },
    { name: 'Force', type: 'SwitchParameter', sets: only('WithForce') },
  ],
  create: (context) => compress(context),
};

function compress(context: CommandContext): Processor {
  const { parameters } = context;
  const paths: string[] = [];
  return {
    process: () => void paths.push(...existingItems(context).map(({ path }) => path)),
    end: () => {
      if (paths.length === 0) return;
      const { fileSystem } = drivesFor(context);
      const given = drivesFor(context).resolve(textOf(parameters, 'DestinationPath')!).path;
      const target = /\.zip$/i.test(given) ? given : `${given}.zip`;
      if (!context.shouldProcess(target, 'Compress-Archive')) return;
      const entries = new Map(startEntries(context, target).map((entry) => [entry.name, entry]));
      for (const path of paths)
        for (const entry of entriesOf(fileSystem, path, leafOf(path))) entries.set(entry.name, entry);
      const level = levels[(textOf(parameters, 'CompressionLevel') ?? 'optimal').toLowerCase()] ?? 6;
      inOperation(writing, () => fileSystem.files.write(target, writeZip([...entries.values()], { level })));
      if (switchOf(parameters, 'PassThru')) context.out.write(new FileInfo(fileSystem.files, target));
    },
  };
}

/** What is in the archive already, with -Update. */
function startEntries(context: CommandContext, target: string): readonly ZipEntry[] {
  const { fileSystem } = drivesFor(context);
  if (!fileSystem.exists(target) || switchOf(context.parameters, 'Force')) return [];
  if (switchOf(context.parameters, 'Update')) return readArchive(context, target);
  return context.throwTerminating(record('ArchiveFileExists', [target], target));
}

/** A file, or a folder with all that is in it; an empty folder is an entry of its own. */
function entriesOf(provider: FileSystemProvider, path: string, name: string): readonly ZipEntry[] {
  const { files } = provider;
  const modified = new Date(Number((files.stat(path)?.modified ?? 0n) / 1_000_000n));
  if (!provider.isContainer(path)) return [{ name, bytes: inOperation(writing, () => files.read(path)), modified }];
  const names = provider.childNames(path, { hidden: true });
  if (names.length === 0) return [{ name: `${name}/`, bytes: new Uint8Array(0), modified }];
  return names.flatMap((each) => entriesOf(provider, joinPath(path, each), `${name}/${each}`));
}

function readArchive(context: CommandContext, path: string): readonly ZipEntry[] {
  const { files } = drivesFor(context).fileSystem;
  try {
    return readZip(inOperation({ ...writing, category: 'ReadError' }, () => files.read(path)));
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    return context.throwTerminating(record('InvalidArchive', [error.message], path));
  }
}

const expandArchive: Cmdlet = {
  kind: 'cmdlet',
  name: 'Expand-Archive',
  module,
  implementingType: 'Microsoft.PowerShell.Archive.ExpandArchiveCommand',
  defaultSet: 'Path',
  confirms: 'Medium',
  parameters: [
    { name: 'Path', type: 'String', pipeline: 'both', sets: { Path: { mandatory: true, position: 0 } } },
    {
      name: 'LiteralPath',
      type: 'String',
      aliases: ['PSPath'],
      pipeline: 'property',
      sets: { LiteralPath: { mandatory: true } },
    },
    { name: 'DestinationPath', type: 'String', position: 1 },
    { name: 'Force', type: 'SwitchParameter' },
    { name: 'PassThru', type: 'SwitchParameter' },
  ],
  create: (context) => ({
    process: () => {
      for (const { path } of existingItems(context)) expand(context, path);
    },
  }),
};

function expand(context: CommandContext, archive: string): void {
  const { fileSystem } = drivesFor(context);
  const given = textOf(context.parameters, 'DestinationPath') ?? leafOf(archive).replace(/\.[^.]*$/, '');
  const target = plainPath(drivesFor(context), given, { literal: true }).path;
  if (!context.shouldProcess(target, 'Expand-Archive')) return;
  const entries = readArchive(context, archive);
  inOperation(writing, () => fileSystem.makeFolders(target));
  for (const entry of entries) extract(context, entry, { target, archive });
}

interface Extraction {
  readonly target: string;
  readonly archive: string;
}

/** Nothing is written outside of the destination, whatever an entry is called. */
function extract(context: CommandContext, { name, bytes, modified }: ZipEntry, { target, archive }: Extraction): void {
  const { fileSystem } = drivesFor(context);
  const isOutside = name.startsWith('/') || name.split(/[\\/]/).includes('..');
  if (isOutside) return context.writeError(record('OutsideDestination', [name], name));
  const path = normalPath(joinPath(target, name));
  const passThru = switchOf(context.parameters, 'PassThru');
  if (name.endsWith('/')) {
    inOperation(writing, () => fileSystem.makeFolders(path));
    if (passThru) context.out.write(new DirectoryInfo(fileSystem.files, path));
    return;
  }
  if (fileSystem.exists(path) && !switchOf(context.parameters, 'Force')) {
    return context.writeError(record('ExpandArchiveFileExists', [path, archive], path));
  }
  inOperation(writing, () => {
    fileSystem.makeFolders(parentOf(path));
    fileSystem.files.write(path, bytes);
    fileSystem.files.setTimes(path, { modified: BigInt(modified.getTime()) * 1_000_000n });
  });
  if (passThru) context.out.write(new FileInfo(fileSystem.files, path));
}

export const archiveCmdlets: readonly Cmdlet[] = [compressArchive, expandArchive];
