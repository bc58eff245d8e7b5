import { switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { Variable, VariableOption } from '../../runtime/engine/variable.ts';
import { isScriptError } from '../../runtime/errors/is-script-error.ts';
import { scriptError } from '../../runtime/errors/script-error.ts';
import { valueOrNull } from '../../runtime/values/nothing.ts';
import { toText } from '../../runtime/values/to-text.ts';

const known: readonly VariableOption[] = ['ReadOnly', 'Constant', 'Private', 'AllScope'];

/** `-Option`: several are joined by commas. */
export function optionsOf(value: unknown): VariableOption[] {
  const given = toText(value).toLowerCase().split(/[ ,]+/);
  return known.filter((option) => given.includes(option.toLowerCase()));
}

/** `-Description`, `-Option` and `-Visibility`, where they are given. */
export function describe(variable: Variable, { parameters }: Pick<CommandContext, 'parameters'>): void {
  const description = textOf(parameters, 'Description');
  if (description !== undefined) variable.description = description;
  if (parameters['Visibility'] !== undefined) {
    variable.isPrivate = toText(parameters['Visibility']).toLowerCase() === 'private';
  }
  if (parameters['Option'] !== undefined) variable.options = optionsOf(parameters['Option']);
}

/** Sets a value, of a read-only variable only by force. */
export function assign(variable: Variable, value: unknown, { parameters }: Pick<CommandContext, 'parameters'>): void {
  const { options } = variable;
  const isForced = switchOf(parameters, 'Force') && !options.includes('Constant');
  if (variable.isReadOnly && !isForced)
    throw scriptError('VariableNotWritable', [variable.name], { target: variable.name });
  variable.options = [];
  try {
    variable.assign(valueOrNull(value));
  } finally {
    variable.options = options;
  }
}

/** What goes wrong with one variable is told, and the next one has its turn. */
export function reporting({ writeError }: Pick<CommandContext, 'writeError'>, action: () => void): void {
  try {
    action();
  } catch (error) {
    if (!isScriptError(error)) throw error;
    writeError(error.record);
  }
}
