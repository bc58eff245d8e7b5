import type { EchoReply, EchoRequest } from '../../host/network.ts';
import { ScriptError } from '../../runtime/errors/script-error.ts';
import { networkOf } from '../web/web-request.ts';
import type { ConnectionTarget } from './connection-target.ts';
import { networkRecord } from './network-errors.ts';

/** Sends one echo request to a target; undefined where this machine cannot. */
export type Echo = (request: Pick<EchoRequest, 'size' | 'hops' | 'unfragmented'>) => EchoReply | undefined;

/** Sends one echo request; undefined, after an error, where this machine cannot. */
export function echoWith(
  { context, name, address }: ConnectionTarget,
  request: Omit<EchoRequest, 'address'>,
): EchoReply | undefined {
  const network = networkOf(context);
  if (!network.echo) return context.throwTerminating(networkRecord('NoEcho'));
  try {
    return network.echo({ ...request, address });
  } catch (error) {
    if (error instanceof ScriptError || !(error instanceof Error)) throw error;
    context.writeError(networkRecord('NoPingResult', [name, error.message], name));
    return undefined;
  }
}
