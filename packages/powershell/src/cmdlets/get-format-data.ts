import { textsOf } from '../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { CustomObject } from '../runtime/values/ps-object.ts';
import { matchesWildcard } from '../format/wildcard.ts';

export const getFormatData: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-FormatData',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.GetFormatDataCommand',
  parameters: [
    { name: 'TypeName', type: 'String[]', position: 0, validate: [{ kind: 'notNullOrEmpty' }] },
    { name: 'PowerShellVersion', type: 'Version', unsupported: true },
  ],
  create: ({ out, parameters: given, session }) => ({
    process: () => {
      const patterns = textsOf(given, 'TypeName') ?? ['*'];
      for (const [typeName, views] of session.formatting.views.byType()) {
        if (!patterns.some((pattern) => matchesWildcard(typeName, pattern))) continue;
        const definition = new CustomObject(['System.Management.Automation.ExtendedTypeDefinition', 'System.Object']);
        out.write(definition.setNote('TypeNames', [typeName]).setNote('FormatViewDefinition', views.map(viewObject)));
      }
    },
  }),
};

const viewObject = ({ name, shape }: { readonly name: string; readonly shape: string }): CustomObject =>
  new CustomObject(['System.Management.Automation.FormatViewDefinition', 'System.Object'])
    .setNote('Name', name)
    .setNote('Control', `System.Management.Automation.${controls[shape]}`);

const controls: Readonly<Record<string, string>> = {
  custom: 'CustomControl',
  list: 'ListControl',
  table: 'TableControl',
  wide: 'WideControl',
};
