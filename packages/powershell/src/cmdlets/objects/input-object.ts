import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { nothing } from '../../runtime/values/nothing.ts';

/** The object of a call: what is piped in, else `-InputObject`, else nothing. */
export function inputReader({ hasInput, parameters }: Pick<CommandContext, 'hasInput' | 'parameters'>) {
  return (item: unknown): unknown =>
    hasInput ? item : 'InputObject' in parameters ? parameters['InputObject'] : nothing;
}

/** Whether there is an object at all. */
export const isPresent = (value: unknown): boolean => value !== nothing && value !== null && value !== undefined;
