import { passThru, credential, filterParameters, force, pathParameters } from './path-parameters.ts';
import { switchOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { listOf } from '../../runtime/values/enumerate.ts';
import { type ContentTarget, openContent } from './content-writer.ts';

interface WritingCmdlet {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mode: 'truncate' | 'append';
}

const writingCmdlet = ({ name, aliases, mode }: WritingCmdlet): Cmdlet => ({
  kind: 'cmdlet',
  name,
  module: 'Microsoft.PowerShell.Management',
  aliases,
  implementingType: `Microsoft.PowerShell.Commands.${name.replace('-', '')}Command`,
  defaultSet: 'Path',
  confirms: 'Medium',
  parameters: [
    ...pathParameters('property'),
    {
      name: 'Value',
      type: 'Object[]',
      position: 1,
      mandatory: true,
      pipeline: 'both',
      allowNull: true,
      allowEmptyCollection: true,
    },
    passThru,
    ...filterParameters,
    credential,
    force,
    { name: 'NoNewline', type: 'SwitchParameter' },
    { name: 'Encoding' },
    { name: 'AsByteStream', type: 'SwitchParameter' },
    { name: 'Stream', type: 'String', unsupported: true },
  ],
  create: (context) => {
    let targets: readonly ContentTarget[] | undefined;
    return {
      process: () => {
        targets ??= openContent(context, mode);
        const value = context.parameters['Value'] ?? null;
        const values = listOf(value) ?? [value];
        for (const target of targets) target.write(values);
        if (switchOf(context.parameters, 'PassThru')) for (const each of values) context.out.write(each);
      },
      end: () => {
        for (const target of targets ?? openContent(context, mode)) target.close();
      },
    };
  },
});

export const setContent = writingCmdlet({ name: 'Set-Content', aliases: [], mode: 'truncate' });
export const addContent = writingCmdlet({ name: 'Add-Content', aliases: ['ac'], mode: 'append' });
