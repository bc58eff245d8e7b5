import { joinPath, normalPath } from '../../providers/path-text.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { newGuidText } from '../../runtime/values/running-session.ts';
import { attempt, drivesFor } from './item-paths.ts';

export const newTemporaryFile: Cmdlet = {
  kind: 'cmdlet',
  name: 'New-TemporaryFile',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.NewTemporaryFileCommand',
  outputTypes: ['System.IO.FileInfo'],
  confirms: 'Low',
  parameters: [],
  create: (context) => ({
    process: () => {
      const { fileSystem } = drivesFor(context);
      const folder = normalPath(fileSystem.files.temporaryFolder);
      if (!context.shouldProcess(folder)) return;
      const path = joinPath(folder, `tmp${newGuidText().replaceAll('-', '').slice(0, 6)}.tmp`);
      const file = attempt(context, () => fileSystem.create(path, { type: 'File', value: null, force: false }));
      if (file !== undefined) context.out.write(file);
    },
  }),
};
