import {
  coreErrors,
  parseParameters,
  toErrorRecord,
  type AnsweredCall,
  type Backend,
  type BackendMessage,
} from '@cutover/core';
import { answered } from './answered.ts';
import { handlers } from './cmdlets/registry.ts';
import { isNonTerminating } from './is-non-terminating.ts';
import { sideStreams, type CmdletContext, type CmdletHandler, type CmdletWorld } from './implement.ts';

/** The one server of the emulated service. */
const serverName = 'CUTOVER01';

/** Carries out cmdlets by calling their handlers in this process; `closed` ends those that run. */
export function directBackend(world: CmdletWorld, closed: AbortSignal): Pick<Backend, 'invoke'> {
  return {
    invoke: (cmdlet, parameters, { signal } = {}) => {
      const ends = signal ? [closed, signal] : [closed];
      return answered(invoke({ world, cmdlet, parameters, given: AbortSignal.any(ends) }), () => callOf(world));
    },
  };
}

const callOf = ({ clock, errorShape: shape, ids }: CmdletWorld): AnsweredCall => ({
  server: serverName,
  requestId: ids.guid(),
  at: clock.now(),
  shape,
});

/** Made once: each call would make an exception of its own, with its stack. */
const callEnded = new Error('The call has ended.');

interface Call {
  world: CmdletWorld;
  cmdlet: string;
  parameters: object;
  /** Rejects the call when it is aborted. */
  given: AbortSignal;
}

async function* invoke(call: Call): AsyncGenerator<BackendMessage> {
  const ended = new AbortController();
  const signal = AbortSignal.any([ended.signal, call.given]);
  const handler = findHandler(call.cmdlet);
  const cmdlet = handler?.definition.name ?? call.cmdlet;
  const streams = sideStreams(cmdlet);
  try {
    signal.throwIfAborted();
    if (!handler) throw coreErrors.unknownCmdlet({ name: cmdlet });
    if (call.world.settingsProblem) streams.writeWarning(`${call.world.settingsProblem} The earlier settings hold.`);
    const parameters = parseParameters(handler.definition, call.parameters);
    for await (const record of handler.run(contextOf(call.world, { ...streams, signal }), parameters)) {
      yield* streams.take();
      yield { kind: 'record', record };
    }
    yield* streams.take();
  } catch (error) {
    call.given.throwIfAborted();
    yield* streams.take();
    yield {
      kind: 'error',
      error: toErrorRecord(error, { cmdlet, target: targetOf(call.parameters) }),
      terminating: !isNonTerminating(error),
    };
  } finally {
    ended.abort(callEnded);
  }
}

/** The world stays behind what the call adds to it, so that its getters are asked when they are needed. */
const contextOf = (world: CmdletWorld, added: Omit<CmdletContext, keyof CmdletWorld>): CmdletContext =>
  Object.assign(Object.create(world) as CmdletWorld, added);

/** Cmdlet names are compared as PowerShell compares them: without regard to case. */
function findHandler(name: string): CmdletHandler | undefined {
  return handlers.find(({ definition }) => definition.name.toLowerCase() === name.toLowerCase());
}

function targetOf(parameters: object): string | null {
  const { Identity, Name } = parameters as { Identity?: unknown; Name?: unknown };
  return [Identity, Name].find((value) => typeof value === 'string') ?? null;
}
