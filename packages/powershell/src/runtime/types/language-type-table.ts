import type { Reference } from '../values/reference.ts';
import type { SwitchParameter } from '../values/switch-parameter.ts';
import { CustomObject } from '../values/ps-object.ts';
import type { Variable } from '../engine/variable.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';

const plain = (name: string, base = 'System.Object', more: Partial<DotNetType> = {}): DotNetType => ({
  name,
  base,
  ...more,
});

/** The types of the language itself: errors, script blocks, references, variables. */
export const languageTypes: readonly DotNetType[] = [
  plain('System.Management.Automation.ScriptBlock', 'System.Object', {
    properties: { Ast: readOnly(() => null) },
  }),
  plain('System.Management.Automation.PSObject', 'System.Object', {
    staticMethods: { AsPSObject: [overload('object obj', (_self: null, value: unknown) => value)] },
    constructors: [
      overload('', () => new CustomObject()),
      overload('object obj', (_type: DotNetType, value: unknown) => value),
    ],
  }),
  plain('System.Management.Automation.PSCustomObject'),
  plain('System.Management.Automation.PSReference', 'System.Object', {
    properties: {
      Value: { get: (self) => (self as Reference).read(), set: (self, value) => (self as Reference).write(value) },
    },
  }),
  plain('System.Management.Automation.SwitchParameter', 'System.ValueType', {
    valueType: true,
    properties: { IsPresent: readOnly((self: SwitchParameter) => self.isPresent) },
    methods: { ToBool: [overload('', (self: SwitchParameter) => self.isPresent)] },
  }),
  plain('System.Management.Automation.PSVariable', 'System.Object', {
    properties: {
      Name: readOnly((self: Variable) => self.name),
      Value: { get: (self) => (self as Variable).value, set: (self, value) => (self as Variable).assign(value) },
      Options: readOnly((self: Variable) => self.options.join(', ') || 'None'),
      Description: readOnly((self: Variable) => self.description),
    },
  }),
];
