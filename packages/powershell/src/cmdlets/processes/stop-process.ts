import { switchOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { matchingProcesses } from './matching-processes.ts';
import { processRecord } from './process-errors.ts';
import type { ProcessObject } from './process-object.ts';

export const stopProcess: Cmdlet = {
  kind: 'cmdlet',
  name: 'Stop-Process',
  module: 'Microsoft.PowerShell.Management',
  aliases: ['spps'],
  implementingType: 'Microsoft.PowerShell.Commands.StopProcessCommand',
  defaultSet: 'Id',
  confirms: 'Medium',
  parameters: [
    { name: 'Id', type: 'Int32[]', pipeline: 'property', sets: { Id: { mandatory: true, position: 0 } } },
    {
      name: 'Name',
      type: 'String[]',
      aliases: ['ProcessName'],
      pipeline: 'property',
      sets: { Name: { mandatory: true } },
    },
    {
      name: 'InputObject',
      type: 'Diagnostics.Process[]',
      pipeline: 'value',
      sets: { InputObject: { mandatory: true, position: 0 } },
    },
    { name: 'PassThru', type: 'SwitchParameter' },
    // Asks on Windows only.
    { name: 'Force', type: 'SwitchParameter' },
  ],
  create: (context) => stop(context),
};

function stop(context: CommandContext): Processor {
  let self: ProcessObject | undefined;
  return {
    process: () => {
      for (const each of matchingProcesses(context)) {
        if (!context.shouldProcess(`${each.facts.name} (${each.facts.id})`, 'Stop-Process')) continue;
        if (each.isCurrent) self = each;
        else if (end(context, each) && switchOf(context.parameters, 'PassThru')) context.out.write(each);
      }
    },
    end: () => self?.end(),
  };
}

function end(context: CommandContext, target: ProcessObject): boolean {
  try {
    target.end();
    return true;
  } catch (error) {
    const { name, id } = target.facts;
    const isForbidden = (error as NodeJS.ErrnoException).code === 'EPERM';
    const reason = isForbidden ? 'Operation not permitted' : (error as Error).message;
    context.writeError(processRecord('CouldNotStopProcess', [name, String(id), reason], target));
    return false;
  }
}
