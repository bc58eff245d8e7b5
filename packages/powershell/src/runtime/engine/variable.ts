import { scriptError } from '../errors/script-error.ts';

export type VariableOption = 'None' | 'ReadOnly' | 'Constant' | 'Private' | 'AllScope';

/** What `$name` is bound to. */
export class Variable {
  readonly typeName = 'System.Management.Automation.PSVariable';
  readonly name: string;
  value: unknown;
  options: readonly VariableOption[] = [];
  description = '';
  /** Converts and checks what is assigned, for a variable with a type or with validation. */
  constraint: ((value: unknown) => unknown) | undefined;
  /** False once the variable was removed from its scope: whoever kept it has to look again. */
  live = true;

  constructor(name: string, value: unknown) {
    this.name = name;
    this.value = value;
  }

  assign(value: unknown): void {
    if (this.options.length > 0 && this.isReadOnly) throw scriptError('VariableNotWritable', [this.name]);
    this.value = this.constraint ? this.constraint(value) : value;
  }

  get isReadOnly(): boolean {
    return this.options.includes('ReadOnly') || this.options.includes('Constant');
  }
}
