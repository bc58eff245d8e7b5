import { listOfParameter, switchOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet, Processor } from '../../runtime/engine/command.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { ScriptBlock } from '../../runtime/values/script-block.ts';
import { callBlockInScope } from '../run-block.ts';

/** What belongs to other machines. */
const remoting =
  'AllowRedirection ApplicationName AsJob Authentication CertificateThumbprint ComputerName ConfigurationName ConnectingTimeout ConnectionUri ContainerId Credential EnableNetworkAccess FilePath HideComputerName HostName InDisconnectedSession JobName KeyFilePath Options Port RemoteDebug RunAsAdministrator Session SessionName SessionOption SSHConnection SSHTransport Subsystem ThrottleLimit UserName UseSSL VMId VMName'
    .split(' ')
    .map((name) => ({ name, unsupported: true }) as const);

export const invokeCommand: Cmdlet = {
  kind: 'cmdlet',
  name: 'Invoke-Command',
  module: 'Microsoft.PowerShell.Core',
  aliases: ['icm'],
  implementingType: 'Microsoft.PowerShell.Commands.InvokeCommandCommand',
  defaultSet: 'InProcess',
  parameters: [
    {
      name: 'ScriptBlock',
      type: 'ScriptBlock',
      aliases: ['Command'],
      sets: { InProcess: { mandatory: true, position: 0 } },
      validate: [{ kind: 'notNull' }],
    },
    { name: 'NoNewScope', type: 'SwitchParameter', sets: { InProcess: {} } },
    { name: 'ArgumentList', type: 'Object[]', aliases: ['Args'] },
    { name: 'InputObject', type: 'PSObject', pipeline: 'value' },
    ...remoting,
  ],
  create: (context) => invoke(context),
};

/** The block runs once, when all input is there: in `$input`. */
function invoke(context: CommandContext): Processor {
  const { parameters, out, hasInput } = context;
  const input: unknown[] = [];
  return {
    process: (item) => {
      if (hasInput) input.push(item);
      else input.push(...(listOfParameter(parameters, 'InputObject') ?? []));
    },
    end: () => {
      const { ScriptBlock: block } = parameters;
      if (!(block instanceof ScriptBlock)) return;
      callBlockInScope(context, block, {
        out,
        args: listOfParameter(parameters, 'ArgumentList') ?? [],
        ownScope: !switchOf(parameters, 'NoNewScope'),
      });
    },
  };
}
