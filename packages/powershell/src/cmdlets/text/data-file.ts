import { fileOpening, inOperation } from '../../providers/file-system/file-record.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { Collector } from '../../runtime/engine/output.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { Dictionary } from '../../runtime/values/dictionary.ts';
import { drivesFor, existingItems, attempt } from '../files/item-paths.ts';
import { decodeText, textEncoding } from '../files/text-encoding.ts';
import { callBlockInScope } from '../run-block.ts';
import { isDataOnly } from '../../syntax/data-only.ts';
import { textRecord } from './text-errors.ts';

/** The one hashtable of a data file; anything that would run is refused. */
function dataOf(context: CommandContext, path: string): Dictionary {
  const { files } = drivesFor(context).fileSystem;
  const text = decodeText(
    inOperation(fileOpening, () => files.read(path)),
    textEncoding(undefined),
  );
  if (!isDataOnly(text)) throw new ScriptError(textRecord('CouldNotParseAsPowerShellDataFile', [path], path));
  const out = new Collector();
  callBlockInScope(context, context.session.compile(text, path), { out, ownScope: true });
  if (out.value instanceof Dictionary) return out.value;
  throw new ScriptError(textRecord('CouldNotParseAsPowerShellDataFileNoHashtableRoot', [path], path));
}

export const importPowerShellDataFile: Cmdlet = {
  kind: 'cmdlet',
  name: 'Import-PowerShellDataFile',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.ImportPowerShellDataFileCommand',
  defaultSet: 'ByPath',
  parameters: [
    { name: 'Path', type: 'String[]', sets: { ByPath: { mandatory: true, position: 0 } } },
    {
      name: 'LiteralPath',
      type: 'String[]',
      aliases: ['PSPath', 'LP'],
      pipeline: 'property',
      sets: { ByLiteralPath: { mandatory: true, position: 0 } },
    },
    { name: 'SkipLimitCheck', type: 'SwitchParameter' },
  ],
  create: (context) => ({
    process: () => {
      for (const { path } of existingItems(context)) {
        const data = attempt(context, () => dataOf(context, path));
        if (data) context.out.write(data);
      }
    },
  }),
};
