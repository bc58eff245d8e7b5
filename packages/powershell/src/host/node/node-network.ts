import type { AsyncWorld } from '../async-world.ts';
import type { DnsRecord, EchoReply, HttpEvent, Network, TcpResult } from '../network.ts';
import { httpOperationName } from './http-operation.ts';
import { mailOperationName } from './mail-operation.ts';
import { networkOperation } from './network-operations.ts';

/** The network of this machine. The world has to serve `networkOperations`. */
export const nodeNetwork = (world: AsyncWorld): Network => ({
  request: (call) => world.call(httpOperationName, call) as Iterable<HttpEvent>,
  resolve: (question) => [...(world.call(networkOperation.resolve, question) as Iterable<DnsRecord>)],
  probe: (target) => {
    const [result] = world.call(networkOperation.probe, target) as Iterable<TcpResult>;
    return result ?? { connected: false, address: '', milliseconds: 0 };
  },
  echo: (request) => {
    const [reply] = world.call(networkOperation.echo, request) as Iterable<EchoReply>;
    return reply ?? { status: 'TimedOut', address: '', milliseconds: 0 };
  },
  send: (mail) => {
    Array.from(world.call(mailOperationName, mail));
  },
});
