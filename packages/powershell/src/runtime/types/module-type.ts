import { Version } from '../../dotnet/index.ts';
import { commandInfoOf } from '../engine/command-info-of.ts';
import type { Module } from '../engine/module.ts';
import { GenericDictionary } from '../values/dictionary.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import { type DotNetType, readOnly, settable } from './define-type.ts';

const table = (entries: Iterable<readonly [string, unknown]>): GenericDictionary => {
  const made = new GenericDictionary('System.Collections.Generic.Dictionary`2', 'ignore case');
  for (const [name, value] of entries) made.set(name, value);
  return made;
};

const functionsOf = ({ exports }: Module): GenericDictionary =>
  table(Array.from(exports.functions.values(), (command) => [command.name, commandInfoOf(command)] as const));

/** `Get-Module`'s objects. */
export const moduleType: DotNetType = {
  name: 'System.Management.Automation.PSModuleInfo',
  base: 'System.Object',
  properties: {
    Name: readOnly(({ name }: Module) => name, 'string'),
    Path: readOnly(({ path }: Module) => path || null, 'string'),
    Description: readOnly(({ description }: Module) => description, 'string'),
    Guid: readOnly(({ guid }: Module) => guid),
    ModuleBase: readOnly(({ folder }: Module) => folder, 'string'),
    PrivateData: readOnly(({ privateData }: Module) => privateData),
    Version: readOnly(({ version }: Module) => Version.parse(version)),
    ModuleType: readOnly(({ moduleType: type }: Module) => type),
    Author: readOnly(({ author }: Module) => author, 'string'),
    ExportedFunctions: readOnly(functionsOf),
    ExportedCmdlets: readOnly(({ cmdlets }: Module) => table(cmdlets.map((name) => [name, name] as const))),
    ExportedCommands: readOnly((self: Module) =>
      self.cmdlets.length > 0 ? table(self.cmdlets.map((name) => [name, name] as const)) : functionsOf(self),
    ),
    ExportedVariables: readOnly(({ exports }: Module) =>
      table(Array.from(exports.variables.values(), (variable) => [variable.name, variable] as const)),
    ),
    ExportedAliases: readOnly(({ exports }: Module) => table(exports.aliases)),
    OnRemove: settable(
      (self: Module) => self.onRemove,
      (self: Module, value: ScriptBlock | null) => {
        self.onRemove = value;
      },
      'System.Management.Automation.ScriptBlock',
    ),
  },
};
