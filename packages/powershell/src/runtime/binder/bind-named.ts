import { cannotBind } from './bind-error.ts';
import type { CommandBinding } from './command-binding.ts';
import type { NamedValue } from './named-arguments.ts';

/** Binds the parameters that the command line names. Source: ParameterBinderController.BindNamedParameters. */
export function bindNamed(binding: CommandBinding, named: readonly NamedValue[]): void {
  const { flags } = binding;
  for (const each of named) {
    const { parameter, argument } = each;
    if (binding.isBound(parameter)) {
      if (argument.splatted) continue;
      throw cannotBind('ParameterAlreadyBound', argument, [parameter.name]);
    }
    bindOne(binding, each, flags);
  }
}

/** The sets are those that were possible before any parameter was named: which remain is seen in the end. */
function bindOne(binding: CommandBinding, { parameter, value, place }: NamedValue, flags: number): void {
  if (!parameter.isIn(flags)) {
    throw cannotBind('ParameterNotInParameterSet', undefined, [parameter.name, binding.plan.setName(flags)]);
  }
  if (parameter.spec.unsupported) throw cannotBind('ParameterNotSupported', place, [parameter.name]);
  binding.bind(parameter, value, { coerce: true, mayDelay: true, place });
}
