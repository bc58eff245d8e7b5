import { textsOf } from '../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { matchesWildcard } from '../format/wildcard.ts';

export const getTypeData: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-TypeData',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.GetTypeDataCommand',
  parameters: [
    {
      name: 'TypeName',
      type: 'String[]',
      position: 0,
      pipeline: 'value',
      validate: [{ kind: 'notNullOrEmpty' }],
    },
  ],
  create: ({ out, parameters: given, session }) => ({
    process: () => {
      const patterns = textsOf(given, 'TypeName') ?? ['*'];
      for (const typeData of session.typeData.all()) {
        if (patterns.some((pattern) => matchesWildcard(typeData.name, pattern))) out.write(typeData);
      }
    },
  }),
};
