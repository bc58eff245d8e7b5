import type { ScriptBlock } from '../values/script-block.ts';
import type { Command } from './command.ts';
import type { Scope } from './scope.ts';
import type { Variable } from './variable.ts';

/** What a module gives to whoever imports it, by lower-case name. */
export interface ModuleExports {
  readonly functions: ReadonlyMap<string, Command>;
  readonly variables: ReadonlyMap<string, Variable>;
  /** With what they stand for. */
  readonly aliases: ReadonlyMap<string, string>;
}

export const noExports: ModuleExports = { functions: new Map(), variables: new Map(), aliases: new Map() };

/** The patterns of Export-ModuleMember and of manifests; a kind without any is exported as a whole or not at all. */
export interface ExportPatterns {
  functions?: readonly string[];
  variables?: readonly string[];
  aliases?: readonly string[];
}

export interface ModuleFields {
  readonly name: string;
  readonly path?: string;
  readonly moduleType?: 'Script' | 'Manifest' | 'Cmdlet';
  readonly version?: string;
}

/** A module. Source: System.Management.Automation.PSModuleInfo. */
export class Module {
  readonly typeName = 'System.Management.Automation.PSModuleInfo';
  name: string;
  readonly path: string;
  moduleType: 'Script' | 'Manifest' | 'Cmdlet';
  version: string;
  /** Its top level; undefined for one of cmdlets alone. */
  scope: Scope | undefined;
  exports: ModuleExports = noExports;
  /** What Export-ModuleMember asked for, once it was called. */
  patterns: ExportPatterns | undefined;
  onRemove: ScriptBlock | null = null;
  description = '';
  author = '';
  guid = '00000000-0000-0000-0000-000000000000';
  privateData: unknown = null;
  /** The names of cmdlets, for a module of them. */
  cmdlets: readonly string[] = [];

  constructor({ name, path = '', moduleType = 'Script', version = '0.0' }: ModuleFields) {
    this.name = name;
    this.path = path;
    this.moduleType = moduleType;
    this.version = version;
  }

  get folder(): string {
    return this.path.slice(0, Math.max(0, this.path.lastIndexOf('/')));
  }

  text(): string {
    return this.name;
  }
}
