import type { CompiledScriptBlock } from '../compile/compiled.ts';
import type { ParameterSpec } from '../binder/parameter-spec.ts';
import type { CommandContext } from './command-context.ts';
import type { Scope } from './scope.ts';

/** A running cmdlet: its bound parameters are in the context. */
export interface Processor {
  begin?(): void;
  /** Called for each object that comes in, or once when nothing is piped in. */
  process?(input: unknown): void;
  end?(): void;
}

export type ConfirmImpact = 'None' | 'Low' | 'Medium' | 'High';

/** What a cmdlet's author tells of it. */
export interface CmdletHelp {
  readonly synopsis: string;
  readonly description: string;
  /** By parameter. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly examples: readonly { readonly title: string; readonly script: string }[];
}

/** A cmdlet of the package or of an embedder: its contract as data, and how one call of it runs. */
export interface Cmdlet {
  readonly kind: 'cmdlet';
  readonly name: string;
  /** `Microsoft.PowerShell.Utility` and the like. */
  readonly module?: string;
  readonly aliases?: readonly string[];
  /** The original's class in full: it ends the FullyQualifiedErrorId of the cmdlet's errors. */
  readonly implementingType?: string;
  readonly defaultSet?: string;
  /** Its sets in the order in which they are taken where several are complete and the default one is none of them; else that is an error. */
  readonly setOrder?: readonly string[];
  /** Takes `-WhatIf` and `-Confirm`; asks by itself when the impact reaches `$ConfirmPreference`. */
  readonly confirms?: ConfirmImpact;
  readonly outputTypes?: readonly string[];
  /** The names of the properties of what it writes, where no type has them. */
  readonly outputMembers?: () => readonly string[];
  /** What Get-Help tells of it. */
  readonly help?: () => CmdletHelp;
  /** Takes plain values that were made objects as such, with their members; others get the values alone. */
  readonly takesBoxed?: true;
  readonly parameters: readonly ParameterSpec[];
  readonly create: (context: CommandContext) => Processor;
}

/** A function or filter of a script. */
export interface ScriptFunction {
  readonly kind: 'function' | 'filter';
  readonly name: string;
  readonly code: CompiledScriptBlock;
  /** The closure or module in which the function was made. */
  readonly closure?: Scope | undefined;
  /** Only the scope that has it sees it. */
  readonly isPrivate?: boolean;
}

/** A script block that is called with `&` or `.`. */
export interface AnonymousBlock {
  readonly kind: 'block';
  readonly name: string;
  readonly code: CompiledScriptBlock;
  readonly closure?: Scope | undefined;
}

/** A script of a file. */
export interface ScriptFile {
  readonly kind: 'script';
  /** The file's name. */
  readonly name: string;
  readonly path: string;
  readonly code: CompiledScriptBlock;
  readonly closure?: Scope | undefined;
}

/** A native program. */
export interface NativeProgram {
  readonly kind: 'application';
  /** The file's name. */
  readonly name: string;
  readonly path: string;
}

export type Command = Cmdlet | ScriptFunction | AnonymousBlock | ScriptFile | NativeProgram;
