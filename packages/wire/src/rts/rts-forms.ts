import { RtsCommandType as Command } from './rts-command.ts';
import { defineRtsForm } from './rts-form.ts';
import { RtsFlag, type RtsPdu } from './rts-pdu.ts';

/** The only protocol version there is. [MS-RPCH] 2.2.3.5.7 */
export const rtsVersion = 1;

/** Client on OUT: opens the OUT channel of a virtual connection. [MS-RPCH] 2.2.4.2 */
export const connA1 = defineRtsForm('CONN/A1', RtsFlag.none, {
  version: Command.version,
  virtualConnectionCookie: Command.cookie,
  outChannelCookie: Command.cookie,
  receiveWindowSize: Command.receiveWindowSize,
});

/** Client on IN: opens the IN channel of a virtual connection. [MS-RPCH] 2.2.4.5 */
export const connB1 = defineRtsForm('CONN/B1', RtsFlag.none, {
  version: Command.version,
  virtualConnectionCookie: Command.cookie,
  inChannelCookie: Command.cookie,
  channelLifetime: Command.channelLifetime,
  clientKeepalive: Command.clientKeepalive,
  associationGroupId: Command.associationGroupId,
});

/** Server on OUT: the OUT channel is known. [MS-RPCH] 2.2.4.4 */
export const connA3 = defineRtsForm('CONN/A3', RtsFlag.none, { connectionTimeout: Command.connectionTimeout });

/** Server on OUT: both channels are known, calls may begin. [MS-RPCH] 2.2.4.9 */
export const connC2 = defineRtsForm('CONN/C2', RtsFlag.none, {
  version: Command.version,
  receiveWindowSize: Command.receiveWindowSize,
  connectionTimeout: Command.connectionTimeout,
});

/** Either side: the channel is alive. [MS-RPCH] 2.2.4.49 */
export const ping = defineRtsForm('Ping', RtsFlag.ping, {});

/** The answer to an echo request. [MS-RPCH] 2.2.4.53 */
export const echo = defineRtsForm('Echo', RtsFlag.echo, {});

/** Client on IN: how often it will ping. [MS-RPCH] 2.2.4.48 */
export const keepAlive = defineRtsForm('Keep-Alive', RtsFlag.otherCommand, {
  clientKeepalive: Command.clientKeepalive,
});

/** Either side: what was received of the other's channel. [MS-RPCH] 2.2.4.51 */
export const flowControlAckWithDestination = defineRtsForm('FlowControlAckWithDestination', RtsFlag.otherCommand, {
  destination: Command.destination,
  acknowledgment: Command.flowControlAck,
});

/** Between proxy and server: how much ping traffic a channel carried. [MS-RPCH] 2.2.4.47 */
export const pingTrafficSentNotify = defineRtsForm('PingTrafficSentNotify', RtsFlag.otherCommand, {
  pingTrafficSent: Command.pingTrafficSentNotify,
});

/** Server on OUT: asks the client for a successor of the OUT channel. [MS-RPCH] 2.2.4.24 */
export const outR1A2 = defineRtsForm('OUT_R1/A2', RtsFlag.recycleChannel, { destination: Command.destination });

/** Client on a new OUT: the successor of the OUT channel. [MS-RPCH] 2.2.4.25 */
export const outR1A3 = defineRtsForm('OUT_R1/A3', RtsFlag.recycleChannel, {
  version: Command.version,
  virtualConnectionCookie: Command.cookie,
  predecessorCookie: Command.cookie,
  successorCookie: Command.cookie,
  receiveWindowSize: Command.receiveWindowSize,
});

/** Client on a new IN: the successor of the IN channel. [MS-RPCH] 2.2.4.10 */
export const inR1A1 = defineRtsForm('IN_R1/A1', RtsFlag.recycleChannel, {
  version: Command.version,
  virtualConnectionCookie: Command.cookie,
  predecessorCookie: Command.cookie,
  successorCookie: Command.cookie,
});

const forms = [
  connA1,
  connB1,
  connA3,
  connC2,
  ping,
  echo,
  keepAlive,
  flowControlAckWithDestination,
  pingTrafficSentNotify,
  outR1A2,
  outR1A3,
  inR1A1,
] as const;

/** The name that [MS-RPCH] gives the PDU, or undefined for one that a client and the proxy never exchange. */
export function nameOfRtsPdu(pdu: RtsPdu): string | undefined {
  return forms.find((form) => form.match(pdu) !== undefined)?.name;
}
