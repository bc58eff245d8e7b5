import { switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { SecureString } from '../../runtime/values/secure-string.ts';
import { attempt } from '../files/item-paths.ts';
import { decode, decrypt } from './encrypted-text.ts';
import { encryptionKey } from './encryption-key.ts';

export const convertToSecureString: Cmdlet = {
  kind: 'cmdlet',
  name: 'ConvertTo-SecureString',
  module: 'Microsoft.PowerShell.Security',
  implementingType: 'Microsoft.PowerShell.Commands.ConvertToSecureStringCommand',
  defaultSet: 'Secure',
  parameters: [
    { name: 'String', type: 'String', pipeline: 'value', mandatory: true, position: 0 },
    { name: 'AsPlainText', type: 'SwitchParameter', sets: { PlainText: { position: 1 } } },
    { name: 'Force', type: 'SwitchParameter', sets: { PlainText: { position: 2 } } },
    { name: 'SecureKey', type: 'System.Security.SecureString', sets: { Secure: { position: 1 } } },
    { name: 'Key', type: 'Byte[]', sets: { Open: {} } },
  ],
  create: (context) => ({
    process: () => {
      const value = attempt(context, () => new SecureString(plainText(context)));
      if (value) context.out.write(value);
    },
  }),
};

function plainText({ parameters }: CommandContext): string {
  const text = textOf(parameters, 'String') ?? '';
  if (switchOf(parameters, 'AsPlainText')) return text;
  const key = encryptionKey(parameters);
  return key ? decrypt(text, key) : decode(text);
}
