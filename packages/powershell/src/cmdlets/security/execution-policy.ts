import type { EnumValue } from '../../runtime/values/enum-value.ts';
import { enumeration } from '../../providers/enumeration.ts';
import { defineRecords } from '../../providers/define-records.ts';
import { switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { Cmdlet } from '../../runtime/engine/command.ts';
import { CustomObject } from '../../runtime/values/ps-object.ts';

const scopes = ['MachinePolicy', 'UserPolicy', 'Process', 'CurrentUser', 'LocalMachine'] as const;
const scopeType = 'Microsoft.PowerShell.ExecutionPolicyScope';

const record = defineRecords({
  PlatformNotSupported: {
    id: 'System.PlatformNotSupportedException',
    category: 'NotSpecified',
    exception: 'System.PlatformNotSupportedException',
    text: 'Operation is not supported on this platform.',
  },
});

const unrestricted = (): EnumValue => enumeration.executionPolicy.value('Unrestricted');

/** Scripts always run where there is no Windows. Source: SecuritySupport.GetExecutionPolicy on Unix. */
export const getExecutionPolicy: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-ExecutionPolicy',
  module: 'Microsoft.PowerShell.Security',
  implementingType: 'Microsoft.PowerShell.Commands.GetExecutionPolicyCommand',
  parameters: [
    { name: 'Scope', type: scopeType, position: 0, pipeline: 'property' },
    { name: 'List', type: 'SwitchParameter' },
  ],
  create: ({ out, parameters }) => ({
    process: () => {
      if (!switchOf(parameters, 'List')) return out.write(unrestricted());
      for (const scope of scopes) {
        const row = new CustomObject(['Selected.System.Management.Automation.PSCustomObject', 'System.Object']);
        out.write(
          row
            .setNote('Scope', enumeration.executionPolicyScope.value(scope))
            .setNote('ExecutionPolicy', unrestricted()),
        );
      }
    },
  }),
};

export const setExecutionPolicy: Cmdlet = {
  kind: 'cmdlet',
  name: 'Set-ExecutionPolicy',
  module: 'Microsoft.PowerShell.Security',
  implementingType: 'Microsoft.PowerShell.Commands.SetExecutionPolicyCommand',
  confirms: 'Medium',
  parameters: [
    {
      name: 'ExecutionPolicy',
      type: 'Microsoft.PowerShell.ExecutionPolicy',
      position: 0,
      mandatory: true,
      pipeline: 'value',
    },
    { name: 'Scope', type: scopeType, position: 1, pipeline: 'property' },
    { name: 'Force', type: 'SwitchParameter' },
  ],
  create: (context) => ({
    process: () => {
      const policy = textOf(context.parameters, 'ExecutionPolicy') ?? '';
      if (context.shouldProcess(policy)) context.throwTerminating(record('PlatformNotSupported'));
    },
  }),
};
