import type { Progress } from '../host/progress.ts';
import { defineRecords } from '../providers/define-records.ts';
import { numberOf, switchOf, textOf } from '../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';

const record = defineRecords({
  MissingActivity: {
    category: 'InvalidArgument',
    exception: 'System.ArgumentException',
    text: "Missing value for mandatory parameter. (Parameter 'Activity')",
  },
});

/** Tells how far something is; hosts without a person at them show nothing of it. */
export const writeProgress: Cmdlet = {
  kind: 'cmdlet',
  name: 'Write-Progress',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.WriteProgressCommand',
  parameters: [
    { name: 'Activity', type: 'String', position: 0 },
    { name: 'Status', type: 'String', position: 1 },
    { name: 'Id', type: 'Int32', position: 2 },
    { name: 'PercentComplete', type: 'Int32', validate: [{ kind: 'range', min: -1, max: 100 }] },
    { name: 'SecondsRemaining', type: 'Int32' },
    { name: 'CurrentOperation', type: 'String' },
    { name: 'ParentId', type: 'Int32' },
    { name: 'Completed', type: 'SwitchParameter' },
    { name: 'SourceId', type: 'Int32' },
  ],
  create: ({ parameters, host, throwTerminating }) => ({
    process: () => {
      const completed = switchOf(parameters, 'Completed');
      if (!textOf(parameters, 'Activity') && !completed) throwTerminating(record('MissingActivity'));
      host.showProgress?.(progressOf(parameters));
    },
  }),
};

function progressOf(parameters: Readonly<Record<string, unknown>>): Progress {
  const percentComplete = numberOf(parameters, 'PercentComplete') ?? -1;
  const secondsRemaining = numberOf(parameters, 'SecondsRemaining') ?? -1;
  const parentId = numberOf(parameters, 'ParentId');
  return {
    id: numberOf(parameters, 'Id') ?? 0,
    ...(parentId === undefined || parentId < 0 ? {} : { parentId }),
    activity: textOf(parameters, 'Activity') ?? '',
    status: textOf(parameters, 'Status') ?? '',
    ...(parameters['CurrentOperation'] === undefined
      ? {}
      : { currentOperation: textOf(parameters, 'CurrentOperation')! }),
    ...(percentComplete < 0 ? {} : { percentComplete }),
    ...(secondsRemaining < 0 ? {} : { secondsRemaining }),
    completed: switchOf(parameters, 'Completed'),
  };
}
