import { callBlockForValue } from '../../runtime/engine/call-block.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { valueOrNull } from '../../runtime/values/nothing.ts';
import type { RunBlock } from './property-parameter.ts';

/** Runs a block on `$_` in a scope of its own; its errors come out, as those of calculated properties do. */
export function itemBlock({ session, streams }: Pick<CommandContext, 'session' | 'streams'>): RunBlock {
  return (block, item) =>
    propagating(session, () => valueOrNull(callBlockForValue({ session, streams }, block, { variables: { _: item } })));
}

/** Runs an action whose statements throw their errors on instead of reporting them. */
export function propagating<T>(session: CommandContext['session'], action: () => T): T {
  const before = session.propagates;
  session.propagates = true;
  try {
    return action();
  } finally {
    session.propagates = before;
  }
}
