import { type Infer } from '../codec.ts';
import { le } from '../le.ts';

/** Types of RTS commands. [MS-RPCH] 2.2.3.5 */
export const RtsCommandType = {
  receiveWindowSize: 0,
  flowControlAck: 1,
  connectionTimeout: 2,
  cookie: 3,
  channelLifetime: 4,
  clientKeepalive: 5,
  version: 6,
  empty: 7,
  padding: 8,
  negativeAnce: 9,
  ance: 10,
  clientAddress: 11,
  associationGroupId: 12,
  destination: 13,
  pingTrafficSentNotify: 14,
} as const;

/** Whom a forwarded command is for. [MS-RPCH] 2.2.3.3 */
export const RtsDestination = { client: 0, inProxy: 1, server: 2, outProxy: 3 } as const;

const nothing = le.struct('Empty', {});

/** What one side of a channel has received, and how much more it takes. [MS-RPCH] 2.2.3.4 */
export const flowControlAck = le.struct('FlowControlAck', {
  bytesReceived: le.u32,
  availableWindow: le.u32,
  channelCookie: le.guid,
});
/** How far a receiver has come, and how much it has room for. [MS-RPCH] 2.2.3.4 */
export type FlowControlAck = Infer<typeof flowControlAck>;

const clientAddress = le.union('ClientAddress', le.u32, {
  0: le.struct('IPv4', { address: le.bytes(4), padding: le.bytes(12) }),
  1: le.struct('IPv6', { address: le.bytes(16), padding: le.bytes(12) }),
});

/** The body of each command. [MS-RPCH] 2.2.3.5.1 – 2.2.3.5.15 */
export const rtsCommandBodies = {
  [RtsCommandType.receiveWindowSize]: le.u32,
  [RtsCommandType.flowControlAck]: flowControlAck,
  [RtsCommandType.connectionTimeout]: le.u32,
  [RtsCommandType.cookie]: le.guid,
  [RtsCommandType.channelLifetime]: le.u32,
  [RtsCommandType.clientKeepalive]: le.u32,
  [RtsCommandType.version]: le.u32,
  [RtsCommandType.empty]: nothing,
  [RtsCommandType.padding]: le.prefixed(le.u32),
  [RtsCommandType.negativeAnce]: nothing,
  [RtsCommandType.ance]: nothing,
  [RtsCommandType.clientAddress]: clientAddress,
  [RtsCommandType.associationGroupId]: le.guid,
  [RtsCommandType.destination]: le.u32,
  [RtsCommandType.pingTrafficSentNotify]: le.u32,
} as const;

/** One command: its type and body. The list after an unknown type cannot be read further: it is kept as bytes. */
export const rtsCommand = le.union('RtsCommand', le.u32, rtsCommandBodies);
/** One command of an RTS PDU. */
export type RtsCommand = Infer<typeof rtsCommand>;
