import { textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { Credential } from '../../runtime/values/credential.ts';
import { askCredential } from './ask.ts';

export const getCredential: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Credential',
  module: 'Microsoft.PowerShell.Security',
  implementingType: 'Microsoft.PowerShell.Commands.GetCredentialCommand',
  outputTypes: ['System.Management.Automation.PSCredential'],
  defaultSet: 'CredentialSet',
  parameters: [
    { name: 'Credential', sets: { CredentialSet: { position: 0 } }, validate: [{ kind: 'notNull' }] },
    { name: 'Message', type: 'String', sets: { MessageSet: {} } },
    { name: 'UserName', type: 'String', sets: { MessageSet: { position: 0 } } },
    { name: 'Title', type: 'String', sets: { MessageSet: {} } },
  ],
  create: (context) => ({ process: () => context.out.write(credentialOf(context)) }),
};

/** A credential that is given is the answer; a name is asked for its password. */
function credentialOf(context: CommandContext): Credential {
  const { parameters } = context;
  const given = parameters['Credential'];
  if (given instanceof Credential) return given;
  return askCredential(context, {
    title: textOf(parameters, 'Title'),
    message: textOf(parameters, 'Message'),
    userName: textOf(parameters, 'Credential') ?? textOf(parameters, 'UserName'),
  });
}
