import { BindError } from './bind-error.ts';
import type { CommandBinding } from './command-binding.ts';

/** Binds what `$PSDefaultParameterValues` has for parameters without a value; what cannot be bound is warned of. */
export function bindDefaults(binding: CommandBinding): void {
  const defaults = binding.surroundings.defaults?.() ?? [];
  for (const { parameter, value } of defaults) {
    if (binding.isBound(parameter) || !binding.open.includes(parameter) || !parameter.isIn(binding.flags)) continue;
    try {
      binding.bind(parameter, value, { coerce: true, place: undefined });
    } catch (error) {
      if (!(error instanceof BindError)) throw error;
      const { message } = error;
      binding.surroundings.warn(
        `The binding of default value '${String(value)}' to parameter '${parameter.name}' failed: ${message}`,
      );
    }
  }
}
