import type { Argument } from '../binder/argument.ts';
import { objectFor } from '../binder/argument-value.ts';
import { BindError } from '../binder/bind-error.ts';
import { bindCommandLine } from '../binder/bind-command-line.ts';
import { InputBinding, type ReadProperty } from '../binder/bind-input.ts';
import { bindNamed } from '../binder/bind-named.ts';
import { bindPositional } from '../binder/bind-positional.ts';
import { type BindingSurroundings, CommandBinding } from '../binder/command-binding.ts';
import type { BindingPlan } from '../binder/binding-plan.ts';
import { missingMandatory } from '../binder/mandatory-parameters.ts';
import { pairArguments } from '../binder/named-arguments.ts';
import { makeRecord } from '../errors/script-error.ts';
import type { ErrorRecord } from '../values/error-record.ts';
import { markParameterNames } from './parameter-marks.ts';

/** Binds what a plain function is called with; what no parameter takes is its `$args`. */
export function bindPlain(binding: CommandBinding, args: readonly Argument[]): unknown[] {
  const { named, rest } = pairArguments(binding.plan, args);
  binding.rest = rest;
  bindNamed(binding, named);
  if (rest.length > 0) {
    const error = bindPositional(binding);
    if (error) throw error;
  }
  return restOf(binding.rest);
}

/** `$args`: parameters that the function does not have are text that remembers what it was. */
function restOf(rest: readonly Argument[]): unknown[] {
  const values: unknown[] = [];
  const names = new Map<number, string>();
  for (const argument of rest) {
    if (argument.kind === 'value') values.push(objectFor(argument));
    else {
      names.set(values.length, argument.name);
      values.push(argument.text);
      if (argument.argument) values.push(argument.argument.value);
    }
  }
  return markParameterNames(values, names);
}

/** The binding of a cmdlet or advanced function, with the objects of its pipeline. */
export class AdvancedBinding {
  readonly command: CommandBinding;
  readonly #read: ReadProperty;
  #input: InputBinding | undefined;

  constructor(plan: BindingPlan, surroundings: BindingSurroundings, read: ReadProperty) {
    this.command = new CommandBinding(plan, surroundings);
    this.#read = read;
  }

  bindCommandLine(args: readonly Argument[]): void {
    bindCommandLine(this.command, args);
  }

  get input(): InputBinding {
    return (this.#input ??= new InputBinding(this.command, this.#read));
  }

  /** What is wrong with an object of the pipeline, once it is bound. */
  bindInput(item: unknown): ErrorRecord | undefined {
    const wasSettled = this.input.isSettled;
    try {
      if (!this.input.bind(item)) return makeRecord('InputObjectNotBound', [], { target: item });
    } catch (error) {
      if (!(error instanceof BindError)) throw error;
      this.input.release();
      return error.error.record;
    }
    if (wasSettled) return undefined;
    const missing = this.command.plan.hasMandatory ? missingMandatory(this.command) : [];
    if (missing.length === 0) return undefined;
    const names = missing.map(({ name }) => ` ${name}`).join('');
    return makeRecord('InputObjectMissingMandatory', [names], { target: item });
  }
}
