import type { AnyParametersOf, BackendRecord, Cmdlet, CmdletDefinition, OutputOf } from '@cutover/core';
import type { OnPremisesContext } from './on-premises-context.ts';

/** A cmdlet's contract together with what it does in the on-premises organisation. */
export interface OnPremisesHandler {
  readonly definition: CmdletDefinition;
  run(context: OnPremisesContext, parameters: object): AsyncGenerator<BackendRecord>;
}

/** Binds a behaviour to its contract; the parameters have been parsed by it. */
export function implementOnPremises<D extends CmdletDefinition>(
  cmdlet: Cmdlet<D>,
  run: (context: OnPremisesContext, parameters: AnyParametersOf<D>) => AsyncGenerator<OutputOf<D>, void>,
): OnPremisesHandler {
  return { definition: cmdlet.definition, run: run as unknown as OnPremisesHandler['run'] };
}
