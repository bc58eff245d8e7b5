import { DateTime, TimeSpan } from '../../dotnet/index.ts';
import { defineRecords } from '../../providers/define-records.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { now } from './now.ts';
import { hinted } from './get-date.ts';

const record = defineRecords({
  SetDateNotSupported: {
    category: 'NotImplemented',
    exception: 'System.NotSupportedException',
    text: 'Set-Date is not supported yet: the clock of the machine is not changed.',
  },
});

export const setDate: Cmdlet = {
  kind: 'cmdlet',
  name: 'Set-Date',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.SetDateCommand',
  defaultSet: 'Date',
  confirms: 'Medium',
  parameters: [
    { name: 'Date', type: 'DateTime', pipeline: 'both', sets: { Date: { mandatory: true, position: 0 } } },
    { name: 'Adjust', type: 'TimeSpan', pipeline: 'property', sets: { Adjust: { mandatory: true, position: 0 } } },
    { name: 'DisplayHint', type: 'Microsoft.PowerShell.Commands.DisplayHintType' },
  ],
  create: (context) => ({
    process: () => {
      const date = wanted(context);
      if (context.shouldProcess(toText(date))) return context.writeError(record('SetDateNotSupported'));
      context.out.write(hinted(date, context.parameters['DisplayHint']));
    },
  }),
};

function wanted({ parameters, session }: CommandContext): DateTime {
  const { Date: date, Adjust: adjust } = parameters;
  if (date instanceof DateTime) return date;
  const current = now(session);
  return adjust instanceof TimeSpan ? current.add(adjust) : current;
}
