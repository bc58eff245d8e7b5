import { scriptError } from '../errors/script-error.ts';

export type VariableOption = 'None' | 'ReadOnly' | 'Constant' | 'Private' | 'AllScope';

const noOptions: readonly VariableOption[] = [];

/** What `$name` is bound to. */
export class Variable {
  readonly name: string;
  value: unknown;
  options: readonly VariableOption[] = noOptions;
  description = '';
  /** `-Visibility Private`: commands from outside do not see it. */
  isPrivate = false;
  /** Converts and checks what is assigned, for a variable with a type or with validation. */
  constraint: ((value: unknown) => unknown) | undefined = undefined;
  /** False once the variable was removed from its scope: whoever kept it has to look again. */
  live = true;

  constructor(name: string, value: unknown) {
    this.name = name;
    this.value = value;
  }

  get typeName(): string {
    return 'System.Management.Automation.PSVariable';
  }

  assign(value: unknown): void {
    if (this.options.length > 0 && this.isReadOnly) throw scriptError('VariableNotWritable', [this.name]);
    this.value = this.constraint === undefined ? value : this.constraint(value);
  }

  get isReadOnly(): boolean {
    return this.options.includes('ReadOnly') || this.options.includes('Constant');
  }
}
