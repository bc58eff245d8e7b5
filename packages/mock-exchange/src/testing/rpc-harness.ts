import { type Clock, systemClock, systemRandom } from '@cutover/base';
import { listen } from '../http/front-end.ts';
import { HttpAuthentication } from '../http/http-authentication.ts';
import { HttpConnection } from '../http/http-connection.ts';
import type { RequestHead } from '../http/request-head.ts';
import { serverIdentityOf } from '../ntlm/server-identity.ts';
import type { OutChannelEncoding } from '../rpc-proxy/out-channel.ts';
import { RpcProxy } from '../rpc-proxy/rpc-proxy.ts';
import type { RecyclingSequence } from '../rpc-proxy/virtual-connection.ts';
import { defaultValidPorts, parseValidPorts } from '../rpc-proxy/valid-ports.ts';
import type { RpcInterface } from '../rpc-server/rpc-interface.ts';
import { RpcServer } from '../rpc-server/rpc-server.ts';
import { PduTap } from '../tap/pdu-tap.ts';
import { twoAccounts } from './two-accounts.ts';

/** A plain listener with the RPC proxy and whatever services a test gives. */
export interface RpcHarness extends AsyncDisposable {
  readonly port: number;
  readonly tap: PduTap;
}

export async function startRpcHarness(options: {
  services?: readonly RpcInterface[];
  clock?: Clock;
  outChannelEncoding?: OutChannelEncoding;
  outChannelLength?: number;
  recycling?: RecyclingSequence;
  /** How long a connection may be silent before its first PDU. */
  idleMs?: number;
}): Promise<RpcHarness> {
  const { services = [], clock = systemClock, outChannelEncoding = 'length' } = options;
  const idle = options.idleMs === undefined ? {} : { idleMs: options.idleMs };
  const authority = { accounts: twoAccounts.accounts, identity: serverIdentityOf(twoAccounts), random: systemRandom };
  const server = new RpcServer({ authority, services });
  const tap = new PduTap({ clock });
  const proxy = new RpcProxy({
    clock,
    tap,
    outChannelEncoding,
    outChannelLength: options.outChannelLength,
    recycling: options.recycling,
    validPorts: parseValidPorts(defaultValidPorts(twoAccounts.server)),
    startSession: (start) => server.startSession(start),
  });
  const listener = await listen({ host: '127.0.0.1', port: 0 }, (socket) => {
    const authentication = new HttpAuthentication(authority, { realm: 'mail.contoso.com' });
    const route = (head: RequestHead) => proxy.route(head);
    return new HttpConnection(socket, { route, authentication, ...idle });
  });
  const close = async (): Promise<void> => {
    proxy.close();
    await listener.close();
  };
  return { port: listener.port, tap, [Symbol.asyncDispose]: close };
}

/** An interface of one call that the test answers; every opnum reaches it. */
export function testInterface(call: RpcInterface['call'], ports: readonly number[] = [6001]): RpcInterface {
  return { ...testSyntax, name: 'TEST', ports, operation: () => undefined, call };
}

export const testSyntax = {
  uuid: '11112222-3333-4444-5555-666677778888',
  majorVersion: 1,
  minorVersion: 0,
} as const;
