import type { Cmdlet } from '../../runtime/engine/command.ts';
import { fullPath, isFile } from '../../runtime/engine/script-files.ts';
import { manifestModule, readManifest } from '../../runtime/engine/load-module.ts';
import { makeRecord } from '../../runtime/errors/script-error.ts';
import { toText } from '../../runtime/values/to-text.ts';

export const testModuleManifest: Cmdlet = {
  kind: 'cmdlet',
  name: 'Test-ModuleManifest',
  module: 'Microsoft.PowerShell.Core',
  implementingType: 'Microsoft.PowerShell.Commands.TestModuleManifestCommand',
  parameters: [{ name: 'Path', type: 'String', position: 0, mandatory: true, pipeline: 'both' }],
  create: ({ session, streams, parameters, out, writeError }) => ({
    process: () => {
      const given = toText(parameters['Path']);
      const path = fullPath(session, given);
      if (!isFile(session, path)) writeError(makeRecord('ModuleNotFound', [given], { target: given }));
      else out.write(manifestModule(readManifest(session, streams, path), path));
    },
  }),
};
