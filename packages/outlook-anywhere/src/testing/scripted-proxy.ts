import type { Socket } from 'node:net';
import { hex } from './hex.ts';
import { scriptedServer, type ScriptedServer } from './scripted-server.ts';

/** What a scripted RPC proxy says: bytes of a head and of PDUs, as laid out in the specifications. */
export interface ProxyScript {
  /** Sent on OUT once CONN/A1 is there. Default: success and both RTS PDUs of the handshake. */
  readonly out?: readonly Uint8Array[];
  /** Sent on IN once its head is there. Default: nothing, as it has to be. */
  readonly in?: Uint8Array;
  /** Answers each RPC PDU that arrives on IN by bytes on OUT; `close` ends the OUT channel instead. */
  readonly answer?: (pdu: Uint8Array) => readonly Uint8Array[] | 'close';
  /** Ends the OUT channel behind the first answer to a call. */
  readonly endsAfterCall?: boolean;
  /** Answers the successor of a channel by 503. Default: says nothing to it. */
  readonly refusesSuccessors?: boolean;
  /** Bytes per write on OUT. Default: all at once. */
  readonly pieces?: number;
}

/** A scripted proxy and what it was asked. */
export interface ScriptedProxy extends ScriptedServer {
  /** Heads in the order in which they came, per method. */
  readonly heads: Record<'RPC_IN_DATA' | 'RPC_OUT_DATA', string[]>;
  /** PDUs that came on IN, RTS included. */
  readonly received: Uint8Array[];
}

export const successHead = Buffer.from(
  'HTTP/1.1 200 Success\r\nContent-Type: application/rpc\r\nContent-Length: 1073741824\r\n\r\n',
);
/** CONN/A3, CONN/C2 with a window of 256 KB and a connection time-out of two minutes. [MS-RPCH] 2.2.4.4, 2.2.4.9 */
export const connA3 = hex`05001403 10000000 1c000000 00000000 00000100 02000000 c0d40100`;
export const connC2 = hex`05001403 10000000 2c000000 00000000 00000300 06000000 01000000 00000000 00000400 02000000 c0d40100`;
const rts = 20;

/** Starts a proxy that follows the script. */
export async function scriptedProxy(script: ProxyScript): Promise<ScriptedProxy> {
  const heads: ScriptedProxy['heads'] = { RPC_IN_DATA: [], RPC_OUT_DATA: [] };
  const received: Uint8Array[] = [];
  let out: Socket | undefined;
  const onPdu = (pdu: Uint8Array, socket: Socket): void => {
    received.push(pdu);
    if (isSuccessor(pdu)) return void (script.refusesSuccessors && socket.end(refusal));
    if (pdu[2] === rts || !script.answer) return;
    const answer = script.answer(pdu);
    if (answer === 'close') out?.end();
    else void writeIn(out!, answer, script.pieces).then(() => pdu[2] === 0 && script.endsAfterCall && out?.end());
  };
  const begin = (socket: Socket, head: string): void => {
    if (head.startsWith('RPC_OUT_DATA')) {
      heads.RPC_OUT_DATA.push(head);
      if (/Content-Length: 120\b/.test(head)) return;
      out = socket;
      void writeIn(socket, script.out ?? [successHead, connA3, connC2], script.pieces);
    } else {
      heads.RPC_IN_DATA.push(head);
      if (script.in) socket.write(script.in);
    }
  };
  const server = await scriptedServer((socket) => readRequest(socket, begin, onPdu));
  return Object.assign(server, { heads, received });
}

const refusal = 'HTTP/1.0 503 RPC Error: 6c0\r\n\r\n';
const recycleChannel = 0x04;
const isSuccessor = (pdu: Uint8Array): boolean => pdu[2] === rts && pdu[16] === recycleChannel;

function readRequest(
  socket: Socket,
  begin: (socket: Socket, head: string) => void,
  onPdu: (pdu: Uint8Array, socket: Socket) => void,
) {
  let pending = Buffer.alloc(0);
  let begun = false;
  socket.on('data', (chunk) => {
    pending = Buffer.concat([pending, chunk as Buffer]);
    if (!begun) {
      const end = pending.indexOf('\r\n\r\n');
      if (end < 0) return;
      begun = true;
      begin(socket, pending.toString('latin1', 0, end));
      pending = pending.subarray(end + 4);
    }
    while (pending.length >= 10 && pending.length >= pending.readUInt16LE(8)) {
      onPdu(pending.subarray(0, pending.readUInt16LE(8)), socket);
      pending = pending.subarray(pending.readUInt16LE(8));
    }
  });
}

async function writeIn(socket: Socket, parts: readonly Uint8Array[], size?: number): Promise<void> {
  const bytes = Buffer.concat(parts);
  for (let offset = 0; offset < bytes.length; offset += size ?? bytes.length) {
    socket.write(bytes.subarray(offset, offset + (size ?? bytes.length)));
    if (size) await new Promise((resolve) => setImmediate(resolve));
  }
}
