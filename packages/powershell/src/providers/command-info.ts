import type { BindingPlan } from '../runtime/binder/binding-plan.ts';
import type { AnonymousBlock, Cmdlet, NativeProgram, ScriptFile, ScriptFunction } from '../runtime/engine/command.ts';
import type { Scope } from '../runtime/engine/scope.ts';
import type { Session } from '../runtime/engine/session.ts';
import { ScriptBlock } from '../runtime/values/script-block.ts';
import { type AliasFacts, aliasFacts } from './alias-facts.ts';

/** A command as a value. Source: System.Management.Automation.CommandInfo. */
export interface CommandInfo {
  readonly typeName: string;
  readonly name: string;
  readonly commandType: string;
  readonly definition: string;
  /** What it takes, where that is known. */
  readonly contract?: (() => BindingPlan) | undefined;
  text(): string;
}

/** Source: System.Management.Automation.FunctionInfo. */
export class FunctionInfo implements CommandInfo {
  readonly typeName: string;
  readonly command: ScriptFunction;
  readonly contract: (() => BindingPlan) | undefined;

  constructor(command: ScriptFunction, contract?: () => BindingPlan) {
    this.command = command;
    this.contract = contract;
    this.typeName = `System.Management.Automation.${command.kind === 'filter' ? 'Filter' : 'Function'}Info`;
  }

  get name(): string {
    return this.command.name;
  }

  get commandType(): string {
    return this.command.kind === 'filter' ? 'Filter' : 'Function';
  }

  get scriptBlock(): ScriptBlock {
    return new ScriptBlock(this.command.code, this.command.closure);
  }

  get definition(): string {
    return this.command.code.text;
  }

  text(): string {
    return this.name;
  }
}

/** Source: System.Management.Automation.CmdletInfo. */
export class CmdletInfo implements CommandInfo {
  readonly typeName = 'System.Management.Automation.CmdletInfo';
  readonly commandType = 'Cmdlet';
  readonly cmdlet: Cmdlet;
  readonly contract: (() => BindingPlan) | undefined;
  readonly #syntax: () => string;

  constructor(cmdlet: Cmdlet, contract?: () => BindingPlan, syntax: () => string = () => '') {
    this.cmdlet = cmdlet;
    this.contract = contract;
    this.#syntax = syntax;
  }

  /** The syntax, one line for each parameter set. */
  get definition(): string {
    return this.#syntax();
  }

  get name(): string {
    return this.cmdlet.name;
  }

  text(): string {
    return this.name;
  }
}

/** Source: System.Management.Automation.AliasInfo. */
export class AliasInfo implements CommandInfo {
  readonly typeName = 'System.Management.Automation.AliasInfo';
  readonly commandType = 'Alias';
  readonly name: string;
  readonly definition: string;
  readonly facts: AliasFacts;
  readonly #session: Session;

  constructor(session: Session, name: string, definition: string, scope?: Scope) {
    this.#session = session;
    this.facts = aliasFacts(scope ?? session.global, name.toLowerCase());
    this.name = name;
    this.definition = definition;
  }

  /** The name of the command that it stands for at last, if there is one. */
  get resolvedName(): string | undefined {
    const { scope, commands } = this.#session;
    const key = this.definition.toLowerCase();
    const command = scope.findFunction(key) ?? commands.get(key);
    return command?.name ?? scope.findAlias(key);
  }

  text(): string {
    return this.name;
  }
}

/** A script block that was called. Source: System.Management.Automation.ScriptInfo. */
export class ScriptInfo implements CommandInfo {
  readonly typeName = 'System.Management.Automation.ScriptInfo';
  readonly commandType = 'Script';
  readonly name = '';
  readonly command: AnonymousBlock;

  constructor(command: AnonymousBlock) {
    this.command = command;
  }

  get scriptBlock(): ScriptBlock {
    return new ScriptBlock(this.command.code, this.command.closure);
  }

  get definition(): string {
    return this.command.code.text;
  }

  text(): string {
    return this.definition;
  }
}

/** A script of a file. Source: System.Management.Automation.ExternalScriptInfo. */
export class ExternalScriptInfo implements CommandInfo {
  readonly typeName = 'System.Management.Automation.ExternalScriptInfo';
  readonly commandType = 'ExternalScript';
  readonly command: ScriptFile;

  constructor(command: ScriptFile) {
    this.command = command;
  }

  get name(): string {
    return this.command.name;
  }

  get definition(): string {
    return this.command.path;
  }

  get scriptBlock(): ScriptBlock {
    return new ScriptBlock(this.command.code, this.command.closure);
  }

  text(): string {
    return this.name;
  }
}

/** Source: System.Management.Automation.ApplicationInfo. */
export class ApplicationInfo implements CommandInfo {
  readonly typeName = 'System.Management.Automation.ApplicationInfo';
  readonly commandType = 'Application';
  readonly program: NativeProgram;

  constructor(program: NativeProgram) {
    this.program = program;
  }

  get name(): string {
    return this.program.name;
  }

  /** The program's full path. */
  get definition(): string {
    return this.program.path;
  }

  text(): string {
    return this.name;
  }
}
