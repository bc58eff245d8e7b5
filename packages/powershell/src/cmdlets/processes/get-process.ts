import type { Cmdlet } from '../../runtime/engine/command.ts';
import { matchingProcesses } from './matching-processes.ts';

export const getProcess: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Process',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['gps'],
  implementingType: 'Microsoft.PowerShell.Commands.GetProcessCommand',
  outputTypes: ['System.Diagnostics.Process'],
  defaultSet: 'Name',
  parameters: [
    {
      name: 'Name',
      type: 'String[]',
      aliases: ['ProcessName'],
      pipeline: 'property',
      sets: { Name: { position: 0 }, NameWithUserName: { position: 0 } },
    },
    {
      name: 'Id',
      type: 'Int32[]',
      aliases: ['PID'],
      pipeline: 'property',
      sets: { Id: { mandatory: true }, IdWithUserName: { mandatory: true } },
    },
    {
      name: 'InputObject',
      type: 'Diagnostics.Process[]',
      pipeline: 'value',
      sets: { InputObject: { mandatory: true }, InputObjectWithUserName: { mandatory: true } },
    },
    {
      name: 'IncludeUserName',
      type: 'SwitchParameter',
      unsupported: true,
      sets: {
        NameWithUserName: { mandatory: true },
        IdWithUserName: { mandatory: true },
        InputObjectWithUserName: { mandatory: true },
      },
    },
    { name: 'Module', unsupported: true },
    { name: 'FileVersionInfo', unsupported: true },
  ],
  create: (context) => ({
    process: () => {
      for (const each of matchingProcesses(context)) context.out.write(each);
    },
  }),
};
