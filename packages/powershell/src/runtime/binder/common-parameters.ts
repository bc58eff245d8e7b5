import type { ParameterSpec } from './parameter-spec.ts';

/** What every cmdlet and advanced function takes. */
export const commonParameters: readonly ParameterSpec[] = [
  { name: 'Verbose', aliases: ['vb'], type: 'SwitchParameter' },
  { name: 'Debug', aliases: ['db'], type: 'SwitchParameter' },
  { name: 'ErrorAction', aliases: ['ea'], type: 'System.Management.Automation.ActionPreference' },
  { name: 'WarningAction', aliases: ['wa'], type: 'System.Management.Automation.ActionPreference' },
  { name: 'InformationAction', aliases: ['infa'], type: 'System.Management.Automation.ActionPreference' },
  { name: 'ProgressAction', aliases: ['proga'], type: 'System.Management.Automation.ActionPreference' },
  { name: 'ErrorVariable', aliases: ['ev'], type: 'String' },
  { name: 'WarningVariable', aliases: ['wv'], type: 'String' },
  { name: 'InformationVariable', aliases: ['iv'], type: 'String' },
  { name: 'OutVariable', aliases: ['ov'], type: 'String' },
  { name: 'OutBuffer', aliases: ['ob'], type: 'Int32', validate: [{ kind: 'range', min: 0, max: 2_147_483_647 }] },
  { name: 'PipelineVariable', aliases: ['pv'], type: 'String' },
];

/** What a command takes that asks before it changes something. */
export const confirmParameters: readonly ParameterSpec[] = [
  { name: 'WhatIf', aliases: ['wi'], type: 'SwitchParameter' },
  { name: 'Confirm', aliases: ['cf'], type: 'SwitchParameter' },
];

/** What a function takes that gives its objects by pages. */
export const pagingParameters: readonly ParameterSpec[] = [
  { name: 'IncludeTotalCount', type: 'SwitchParameter' },
  { name: 'Skip', type: 'UInt64' },
  { name: 'First', type: 'UInt64' },
];
