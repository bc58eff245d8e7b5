import type { Cmdlet } from '../runtime/engine/command.ts';
import type { Messages } from '../runtime/engine/messages.ts';
import { toText } from '../runtime/values/to-text.ts';

type Kind = 'Warning' | 'Verbose' | 'Debug';

const writer = (kind: Kind): Cmdlet => ({
  kind: 'cmdlet',
  name: `Write-${kind}`,
  module: 'Microsoft.PowerShell.Utility',
  implementingType: `Microsoft.PowerShell.Commands.Write${kind}Command`,
  parameters: [
    {
      name: 'Message',
      type: 'String',
      aliases: ['Msg'],
      position: 0,
      mandatory: true,
      pipeline: 'value',
      allowEmptyString: true,
    },
  ],
  create: (context) => {
    const write: Messages['writeWarning'] = context[`write${kind}`];
    return { process: () => write(toText(context.parameters['Message'])) };
  },
});

/** Write-Warning, Write-Verbose and Write-Debug. */
export const writeMessages: readonly Cmdlet[] = (['Warning', 'Verbose', 'Debug'] as const).map(writer);
