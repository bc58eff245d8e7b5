import { cannotBind } from './bind-error.ts';
import type { CommandBinding } from './command-binding.ts';
import type { NamedValue } from './named-arguments.ts';

/** Binds the parameters that the command line names. Source: ParameterBinderController.BindNamedParameters. */
export function bindNamed(binding: CommandBinding, named: readonly NamedValue[]): void {
  for (const each of named) {
    const { parameter, argument } = each;
    if (binding.isBound(parameter)) {
      if (argument.splatted) continue;
      throw cannotBind('ParameterAlreadyBound', argument, [parameter.name]);
    }
    bindOne(binding, each);
  }
}

function bindOne(binding: CommandBinding, { parameter, value, place }: NamedValue): void {
  if (!parameter.isIn(binding.flags)) {
    throw cannotBind('ParameterNotInParameterSet', undefined, [parameter.name, binding.plan.setName(binding.flags)]);
  }
  if (parameter.spec.unsupported) throw cannotBind('ParameterNotSupported', place, [parameter.name]);
  binding.bind(parameter, value, { coerce: true, mayDelay: true, place });
}
