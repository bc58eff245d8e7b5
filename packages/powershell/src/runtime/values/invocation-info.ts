import type { Command } from '../engine/command.ts';
import type { ScriptPosition } from '../errors/script-position.ts';
import type { Dictionary } from './dictionary.ts';

/** `$PSBoundParameters`: the parameters of a call by their names. */
export const boundParametersType = 'System.Management.Automation.PSBoundParametersDictionary';

export interface InvocationFields {
  readonly command?: Command | undefined;
  /** As it was called: an alias, `&`, a path. */
  readonly name?: string;
  /** Where it was called. */
  readonly position?: ScriptPosition | undefined;
  readonly pipelineLength?: number;
  readonly pipelinePosition?: number;
  readonly expectingInput?: boolean;
}

/** How a command was called. Source: System.Management.Automation.InvocationInfo. */
export class InvocationInfo {
  readonly typeName = 'System.Management.Automation.InvocationInfo';
  readonly command: Command | undefined;
  readonly name: string;
  position: ScriptPosition | undefined;
  pipelineLength: number;
  pipelinePosition: number;
  expectingInput: boolean;
  bound: Dictionary | undefined;
  unbound: readonly unknown[] = [];

  constructor(fields: InvocationFields) {
    this.command = fields.command;
    this.name = fields.name ?? '';
    this.position = fields.position;
    this.pipelineLength = fields.pipelineLength ?? 0;
    this.pipelinePosition = fields.pipelinePosition ?? 0;
    this.expectingInput = fields.expectingInput ?? false;
  }

  /** What an error record keeps of it. Source: ErrorRecord.SetInvocationInfo. */
  forRecord(): InvocationInfo {
    return new InvocationInfo({ command: this.command, name: this.name, position: this.position });
  }

  /** The name that ends a FullyQualifiedErrorId: a cmdlet's class, a function's or script's name. */
  get typeText(): string {
    if (!this.command) return '';
    return this.command.kind === 'cmdlet' ? (this.command.implementingType ?? '') : this.command.name;
  }
}
