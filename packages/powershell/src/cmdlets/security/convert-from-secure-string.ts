import { systemRandom } from '@cutover/base';
import { switchOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { SecureString } from '../../runtime/values/secure-string.ts';
import { attempt } from '../files/item-paths.ts';
import { encode, encrypt } from './encrypted-text.ts';
import { encryptionKey } from './encryption-key.ts';

export const convertFromSecureString: Cmdlet = {
  kind: 'cmdlet',
  name: 'ConvertFrom-SecureString',
  module: 'Microsoft.PowerShell.Security',
  implementingType: 'Microsoft.PowerShell.Commands.ConvertFromSecureStringCommand',
  defaultSet: 'Secure',
  parameters: [
    {
      name: 'SecureString',
      type: 'System.Security.SecureString',
      pipeline: 'value',
      mandatory: true,
      position: 0,
    },
    { name: 'AsPlainText', type: 'SwitchParameter', sets: { AsPlainText: {} } },
    { name: 'SecureKey', type: 'System.Security.SecureString', sets: { Secure: { position: 1 } } },
    { name: 'Key', type: 'Byte[]', sets: { Open: {} } },
  ],
  create: (context) => ({
    process: () => {
      const { SecureString: secret } = context.parameters;
      const text = secret instanceof SecureString ? attempt(context, () => exported(context, secret)) : undefined;
      if (text !== undefined) context.out.write(text);
    },
  }),
};

function exported({ parameters, host }: CommandContext, secret: SecureString): string {
  if (switchOf(parameters, 'AsPlainText')) return secret.reveal();
  const key = encryptionKey(parameters);
  return key ? encrypt(secret.reveal(), key, host.random ?? systemRandom) : encode(secret.reveal());
}
