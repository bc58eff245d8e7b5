import { switchOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { SecureString } from '../../runtime/values/secure-string.ts';
import { ask } from './ask.ts';

export const readHost: Cmdlet = {
  kind: 'cmdlet',
  name: 'Read-Host',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.ReadHostCommand',
  outputTypes: ['System.String'],
  defaultSet: 'AsString',
  parameters: [
    { name: 'Prompt', position: 0, remaining: true, allowNull: true },
    { name: 'AsSecureString', type: 'SwitchParameter', sets: { AsSecureString: {} } },
    { name: 'MaskInput', type: 'SwitchParameter', sets: { AsString: {} } },
  ],
  create: (context) => ({ process: () => context.out.write(answer(context)) }),
};

function answer(context: CommandContext): unknown {
  const { parameters } = context;
  const secure = switchOf(parameters, 'AsSecureString');
  const words = textsOf(parameters, 'Prompt');
  const text = words && words.length > 0 ? `${words.join(' ')}: ` : '';
  const line = ask(context, { text, secret: secure || switchOf(parameters, 'MaskInput') });
  return secure ? new SecureString(line) : line;
}
