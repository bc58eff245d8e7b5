export {
  type FlowControlAck,
  flowControlAck,
  type RtsCommand,
  rtsCommand,
  RtsCommandType,
  RtsDestination,
} from './rts-command.ts';
export { defineRtsForm, type RtsForm } from './rts-form.ts';
export {
  connA1,
  connA3,
  connB1,
  connC2,
  echo,
  flowControlAckWithDestination,
  inR1A1,
  keepAlive,
  nameOfRtsPdu,
  outR1A2,
  outR1A3,
  ping,
  pingTrafficSentNotify,
  rtsVersion,
} from './rts-forms.ts';
export { RtsFlag, rtsHeaderSize, type RtsPdu, rtsPdu } from './rts-pdu.ts';
