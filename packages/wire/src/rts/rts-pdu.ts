import { type Codec, defineCodec } from '../codec.ts';
import { le } from '../le.ts';
import { commonHeader, commonHeaderSize, littleEndianDrep, PduType, wholePdu } from '../rpc/common-header.ts';
import { Writer } from '../writer.ts';
import { type RtsCommand, rtsCommand } from './rts-command.ts';

/** Bits of an RTS PDU's flags. [MS-RPCH] 2.2.3.6.1 */
export const RtsFlag = {
  none: 0,
  ping: 0x01,
  otherCommand: 0x02,
  recycleChannel: 0x04,
  inChannel: 0x08,
  outChannel: 0x10,
  endOfFile: 0x20,
  echo: 0x40,
} as const;

/** A PDU of the virtual connection itself, not of a call. [MS-RPCH] 2.2.3.6 */
export interface RtsPdu {
  readonly flags: number;
  readonly commands: readonly RtsCommand[];
}

/** Size of an RTS PDU without commands. */
export const rtsHeaderSize = commonHeaderSize + 4;

const commandList = le.counted(le.u16, rtsCommand);

/** The whole PDU, its common header included. */
export const rtsPdu: Codec<RtsPdu> = defineCodec({
  leastSize: rtsHeaderSize,
  read: (reader) => {
    commonHeader.read(reader);
    return { flags: reader.u16(), commands: commandList.read(reader) };
  },
  write: (writer, pdu) => {
    const body = new Writer();
    body.u16(pdu.flags);
    commandList.write(body, [...pdu.commands]);
    commonHeader.write(writer, {
      majorVersion: 5,
      minorVersion: 0,
      type: PduType.rts,
      flags: wholePdu,
      dataRepresentation: littleEndianDrep,
      fragmentLength: commonHeaderSize + body.offset,
      authLength: 0,
      callId: 0,
    });
    writer.bytes(body.finish());
  },
});
