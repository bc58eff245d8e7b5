import { leafOf } from '../../providers/path-text.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { type CallStackEntry, callStack } from '../../runtime/engine/call-stack.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';

export const getPSCallStack: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-PSCallStack',
  module: 'Microsoft.PowerShell.Utility',
  aliases: ['gcs'],
  implementingType: 'Microsoft.PowerShell.Commands.GetPSCallStackCommand',
  parameters: [],
  create: ({ session, out }) => ({
    process: () => {
      for (const entry of session.frame ? callStack(session.frame) : []) out.write(frameOf(entry));
    },
  }),
};

/** Source: System.Management.Automation.CallStackFrame. */
function frameOf({ name, source, start }: CallStackEntry): CustomObject {
  const { line } = source.lineAndColumn(start);
  const file = source.file ?? '';
  const command = name ?? (file === '' ? '<ScriptBlock>' : leafOf(file));
  return new CustomObject(['System.Management.Automation.CallStackFrame', 'System.Object'])
    .setNote('Command', command)
    .setNote('Arguments', '{}')
    .setNote('Location', file === '' ? '<No file>' : `${leafOf(file)}: line ${line}`)
    .setNote('FunctionName', name ?? '<ScriptBlock>')
    .setNote('ScriptName', file === '' ? null : file)
    .setNote('ScriptLineNumber', line);
}
