import { createHash } from 'node:crypto';
import { inOperation } from '../../providers/file-system/file-record.ts';
import { textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';
import { attempt, drivesFor, existingItems } from './item-paths.ts';
import { pathParameters } from './path-parameters.ts';

const reading = { operation: 'FileReadError', category: 'ReadError', wholeId: true } as const;
const algorithms = ['SHA1', 'SHA256', 'SHA384', 'SHA512', 'MD5'] as const;

export const getFileHash: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-FileHash',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.GetFileHashCommand',
  outputMembers: () => ['Algorithm', 'Hash', 'Path'],
  defaultSet: 'Path',
  parameters: [
    ...pathParameters('both').map((spec) =>
      spec.name === 'LiteralPath' ? { ...spec, sets: { LiteralPath: { mandatory: true, position: 0 } } } : spec,
    ),
    { name: 'InputStream', unsupported: true },
    { name: 'Algorithm', type: 'String', position: 1, validate: [{ kind: 'set', values: algorithms }] },
  ],
  create: (context) => ({
    process: () => {
      const algorithm = (textOf(context.parameters, 'Algorithm') ?? 'SHA256').toUpperCase();
      for (const { path } of existingItems(context)) write(context, algorithm, path);
    },
  }),
};

function write(context: CommandContext, algorithm: string, path: string): void {
  const { fileSystem } = drivesFor(context);
  if (fileSystem.isContainer(path)) return;
  const bytes = attempt(context, () => inOperation(reading, () => fileSystem.files.read(path)));
  if (!bytes) return;
  const hash = createHash(algorithm.toLowerCase()).update(bytes).digest('hex').toUpperCase();
  const result = new CustomObject().setNote('Algorithm', algorithm).setNote('Hash', hash).setNote('Path', path);
  result.typeNames = ['Microsoft.Powershell.Utility.FileHash', ...result.typeNames];
  context.out.write(result);
}
