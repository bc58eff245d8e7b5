import { numberOf, switchOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { currentTime } from '../../runtime/values/running-session.ts';
import { sleep } from '../time/sleep.ts';
import { matchingProcesses } from './matching-processes.ts';
import { processRecord } from './process-errors.ts';
import type { ProcessObject } from './process-object.ts';

/** How often it looks whether a process has ended, in ms. */
const interval = 50;

export const waitProcess: Cmdlet = {
  kind: 'cmdlet',
  name: 'Wait-Process',
  module: 'Microsoft.PowerShell.Management',
  implementingType: 'Microsoft.PowerShell.Commands.WaitProcessCommand',
  defaultSet: 'Name',
  parameters: [
    {
      name: 'Name',
      type: 'String[]',
      aliases: ['ProcessName'],
      pipeline: 'property',
      sets: { Name: { mandatory: true, position: 0 } },
    },
    {
      name: 'Id',
      type: 'Int32[]',
      aliases: ['PID', 'ProcessId'],
      pipeline: 'property',
      sets: { Id: { mandatory: true, position: 0 } },
    },
    {
      name: 'InputObject',
      type: 'Diagnostics.Process[]',
      pipeline: 'value',
      sets: { InputObject: { mandatory: true } },
    },
    { name: 'Timeout', type: 'Int32', aliases: ['TimeoutSec'], position: 1 },
    { name: 'Any', type: 'SwitchParameter' },
    { name: 'PassThru', type: 'SwitchParameter' },
  ],
  create: (context) => wait(context),
};

function wait(context: CommandContext): Processor {
  const { parameters, session, out } = context;
  const awaited: ProcessObject[] = [];
  return {
    process: () => {
      for (const each of matchingProcesses(context)) {
        if (each.isCurrent) context.writeError(processRecord('WaitOnItself', [], each));
        else awaited.push(each);
      }
    },
    end: () => {
      const seconds = numberOf(parameters, 'Timeout');
      const last = seconds === undefined ? Infinity : currentTime() + seconds * 1000;
      const isDone = (): boolean =>
        awaited.length === 0 || (switchOf(parameters, 'Any') ? awaited.some(ended) : awaited.every(ended));
      while (!isDone() && currentTime() < last) sleep(session, interval);
      if (!isDone()) tellRunning(context, awaited);
      if (switchOf(parameters, 'PassThru')) for (const each of awaited) out.write(each);
    },
  };
}

const ended = ({ hasExited }: ProcessObject): boolean => hasExited;

function tellRunning(context: CommandContext, awaited: readonly ProcessObject[]): void {
  for (const each of awaited.filter((process) => !ended(process))) {
    const { name, id } = each.facts;
    context.writeError(processRecord('ProcessNotTerminated', [name, String(id)], each));
  }
}
