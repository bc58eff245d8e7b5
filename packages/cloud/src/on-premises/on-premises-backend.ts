import { systemClock, systemIds } from '@cutover/base';
import {
  coreErrors,
  parseParameters,
  toErrorRecord,
  type AnsweredCall,
  type Backend,
  type BackendMessage,
} from '@cutover/core';
import { answered } from '../answered.ts';
import { isNonTerminating } from '../is-non-terminating.ts';
import { sideStreams } from '../implement.ts';
import type { OnPremisesOrganisation } from './on-premises-organisation.ts';
import { onPremisesHandlers } from './registry.ts';

interface Call {
  readonly organisation: OnPremisesOrganisation;
  readonly cmdlet: string;
  readonly parameters: object;
  readonly signal: AbortSignal;
}

/** Carries out cmdlets in an on-premises organisation. */
export function onPremisesBackend(organisation: OnPremisesOrganisation, { server }: { server: string }): Backend {
  const closed = new AbortController();
  const call = (): AnsweredCall => ({
    server: server.split('.')[0]!.toUpperCase(),
    requestId: systemIds.guid(),
    at: systemClock.now(),
    shape: 'remote',
  });
  return {
    side: 'onPremises',
    invoke: (cmdlet, parameters, { signal: given } = {}) => {
      const signal = given ? AbortSignal.any([closed.signal, given]) : closed.signal;
      return answered(invoke({ organisation, cmdlet, parameters, signal }), call);
    },
    close: async () => closed.abort(coreErrors.sessionClosed({ cmdlet: '' })),
  };
}

async function* invoke({ organisation, parameters, signal, ...call }: Call): AsyncGenerator<BackendMessage> {
  const wanted = call.cmdlet.toLowerCase();
  const handler = onPremisesHandlers.find(({ definition }) => definition.name.toLowerCase() === wanted);
  const cmdlet = handler?.definition.name ?? call.cmdlet;
  const streams = sideStreams(cmdlet);
  try {
    signal.throwIfAborted();
    if (!handler) throw coreErrors.unknownCmdlet({ name: cmdlet });
    const parsed = parseParameters(handler.definition, parameters, { side: 'onPremises' });
    for await (const record of handler.run({ organisation, signal, ...streams }, parsed)) {
      yield* streams.take();
      yield { kind: 'record', record };
    }
    yield* streams.take();
  } catch (error) {
    signal.throwIfAborted();
    yield* streams.take();
    yield { kind: 'error', error: toErrorRecord(error, { cmdlet }), terminating: !isNonTerminating(error) };
  }
}
