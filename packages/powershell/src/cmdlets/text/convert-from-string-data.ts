import { textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { stringData } from './string-data.ts';

export const convertFromStringData: Cmdlet = {
  kind: 'cmdlet',
  name: 'ConvertFrom-StringData',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.ConvertFromStringDataCommand',
  parameters: [
    { name: 'StringData', type: 'String', pipeline: 'value', mandatory: true, position: 0, allowEmptyString: true },
    { name: 'Delimiter', type: 'Char', position: 1 },
  ],
  create: ({ parameters, out }) => ({
    process: () => out.write(stringData(textOf(parameters, 'StringData') ?? '', textOf(parameters, 'Delimiter'))),
  }),
};
