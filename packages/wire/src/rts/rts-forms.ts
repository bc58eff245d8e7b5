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

/*
 * Recycling: a channel gets a successor before its body is used up. R1 are the PDUs where another proxy takes the successor,
 * R2 those where the same does; the client learns which from the server's answer.
 */

/** Server on OUT: asks the client for a successor of the OUT channel; R1 and R2. [MS-RPCH] 2.2.4.24, 2.2.4.35 */
export const outR1A2 = defineRtsForm('OUT_R1/A2', RtsFlag.recycleChannel, { destination: Command.destination });

/** Client on a new OUT: the successor of the OUT channel; R1 and R2. [MS-RPCH] 2.2.4.25, 2.2.4.36 */
export const outR1A3 = defineRtsForm('OUT_R1/A3', RtsFlag.recycleChannel, {
  version: Command.version,
  virtualConnectionCookie: Command.cookie,
  predecessorCookie: Command.cookie,
  successorCookie: Command.cookie,
  receiveWindowSize: Command.receiveWindowSize,
});

/** Server on the old OUT: another proxy has the successor. [MS-RPCH] 2.2.4.28 */
export const outR1A6 = defineRtsForm('OUT_R1/A6', RtsFlag.outChannel, {
  destination: Command.destination,
  version: Command.version,
  connectionTimeout: Command.connectionTimeout,
});

/** Client on IN: goes on with that successor. [MS-RPCH] 2.2.4.29 */
export const outR1A7 = defineRtsForm('OUT_R1/A7', RtsFlag.outChannel, {
  destination: Command.destination,
  successorCookie: Command.cookie,
});

/** Server on the old OUT: its last PDU. Client on the new one: that it has seen it. [MS-RPCH] 2.2.4.32, 2.2.4.33 */
export const outR1A10 = defineRtsForm('OUT_R1/A10', RtsFlag.none, { ance: Command.ance });

/** Server on the old OUT: the same proxy has the successor. [MS-RPCH] 2.2.4.39 */
export const outR2A6 = defineRtsForm('OUT_R2/A6', RtsFlag.none, {
  destination: Command.destination,
  ance: Command.ance,
});

/** Client on IN: goes on with that successor. [MS-RPCH] 2.2.4.40 */
export const outR2A7 = defineRtsForm('OUT_R2/A7', RtsFlag.outChannel, {
  destination: Command.destination,
  successorCookie: Command.cookie,
  version: Command.version,
});

/** Server on the old OUT: its last PDU. [MS-RPCH] 2.2.4.44 */
export const outR2B3 = defineRtsForm('OUT_R2/B3', RtsFlag.endOfFile, { ance: Command.ance });

/** Client on the new OUT: what is left of the request's body. [MS-RPCH] 2.2.4.45 */
export const outR2C1 = defineRtsForm('OUT_R2/C1', RtsFlag.ping, { empty: Command.empty });

/** Client on a new IN: the successor of the IN channel; R1 and R2. [MS-RPCH] 2.2.4.10, 2.2.4.18 */
export const inR1A1 = defineRtsForm('IN_R1/A1', RtsFlag.recycleChannel, {
  version: Command.version,
  virtualConnectionCookie: Command.cookie,
  predecessorCookie: Command.cookie,
  successorCookie: Command.cookie,
});

/** Server on OUT: another proxy has the successor of the IN channel. [MS-RPCH] 2.2.4.13 */
export const inR1A4 = defineRtsForm('IN_R1/A4', RtsFlag.none, {
  destination: Command.destination,
  version: Command.version,
  receiveWindowSize: Command.receiveWindowSize,
  connectionTimeout: Command.connectionTimeout,
});

/** Server on OUT: the same proxy has the successor of the IN channel. [MS-RPCH] 2.2.4.21 */
export const inR2A4 = defineRtsForm('IN_R2/A4', RtsFlag.none, { destination: Command.destination });

/** Client on the old IN: its last PDU; R1 and R2. [MS-RPCH] 2.2.4.14, 2.2.4.22 */
export const inR1A5 = defineRtsForm('IN_R1/A5', RtsFlag.none, { successorCookie: Command.cookie });

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
  outR1A6,
  outR1A7,
  outR1A10,
  outR2A6,
  outR2A7,
  outR2B3,
  outR2C1,
  inR1A1,
  inR1A4,
  inR2A4,
  inR1A5,
] as const;

/** The name that [MS-RPCH] gives the PDU, or undefined for one that a client and the proxy never exchange. */
export function nameOfRtsPdu(pdu: RtsPdu): string | undefined {
  return forms.find((form) => form.match(pdu) !== undefined)?.name;
}
