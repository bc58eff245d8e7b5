import { Writer } from '@cutover/wire';
import type { TappedPdu } from './pdu-tap.ts';

// Block types. [draft-ietf-opsawg-pcapng] 4
const BlockType = { section: 0x0a0d0d0a, interface: 1, packet: 6 } as const;
const byteOrderMagic = 0x1a2b3c4d;
const unknownLength = 0xffff_ffff;

// Packets without a link layer, each beginning with an IPv4 header. [LINKTYPE_RAW] https://www.tcpdump.org/linktypes.html
const linkType = 101;
const snapLength = 0x40000;

/** The port under which dissectors look for DCE/RPC. */
const rpcPort = 135;
const firstClientPort = 40_000;
const clientAddress = Uint8Array.of(10, 0, 0, 1);
const serverAddress = Uint8Array.of(10, 0, 0, 2);

const TcpFlag = { syn: 0x02, push: 0x08, ack: 0x10 } as const;
const headerSizes = { ip: 20, tcp: 20 } as const;

interface Segment {
  readonly at: number;
  readonly fromClient: boolean;
  readonly flags: number;
  readonly payload: Uint8Array;
}

/** Where one synthetic TCP stream is. */
interface Stream {
  readonly clientPort: number;
  readonly serverPort: number;
  clientSequence: number;
  serverSequence: number;
}

/**
 * Writes what was tapped as a pcapng file: each virtual connection is one TCP stream to port 135, one segment a PDU; each
 * connection of IMAP, SMTP or HTTP one to its protocol's port. A genuine capture of RPC over HTTP is not decoded by analysers, as they wait for the end of a 1 GiB body.
 */
export function encodePcapng(pdus: readonly TappedPdu[]): Uint8Array {
  const writer = new Writer(64 * 1024);
  writeFileHeader(writer);
  const streams = new Map<number, Stream>();
  for (const pdu of pdus) {
    const stream = streams.get(pdu.connection) ?? openStream(writer, streams, pdu);
    const [fromClient, flags] = [pdu.direction === 'in', TcpFlag.push | TcpFlag.ack];
    writeSegment(writer, stream, { at: pdu.at, fromClient, flags, payload: pdu.bytes });
  }
  return writer.finish();
}

function writeFileHeader(writer: Writer): void {
  writeBlock(writer, BlockType.section, 16, () => {
    writer.u32(byteOrderMagic);
    writer.u16(1);
    writer.u16(0);
    writer.u32(unknownLength);
    writer.u32(unknownLength);
  });
  writeBlock(writer, BlockType.interface, 8, () => {
    writer.u16(linkType);
    writer.u16(0);
    writer.u32(snapLength);
  });
}

/** A block: type and length, what it holds, the length again. */
function writeBlock(writer: Writer, type: number, size: number, writeBody: () => void): void {
  writer.u32(type);
  writer.u32(size + 12);
  writeBody();
  writer.u32(size + 12);
}

/** The handshake, so that an analyser knows who the client is. */
function openStream(writer: Writer, streams: Map<number, Stream>, { connection, at, port }: TappedPdu): Stream {
  const clientPort = firstClientPort + (connection % 20_000);
  const stream = { clientPort, serverPort: port ?? rpcPort, clientSequence: 1, serverSequence: 1 };
  streams.set(connection, stream);
  const none = new Uint8Array();
  writeSegment(writer, stream, { at, fromClient: true, flags: TcpFlag.syn, payload: none });
  writeSegment(writer, stream, { at, fromClient: false, flags: TcpFlag.syn | TcpFlag.ack, payload: none });
  writeSegment(writer, stream, { at, fromClient: true, flags: TcpFlag.ack, payload: none });
  return stream;
}

function writeSegment(writer: Writer, stream: Stream, segment: Segment): void {
  const length = headerSizes.ip + headerSizes.tcp + segment.payload.length;
  const padding = -length & 3;
  writeBlock(writer, BlockType.packet, 20 + length + padding, () => {
    const microseconds = BigInt(Math.round(segment.at * 1000));
    writer.u32(0);
    writer.u32(Number(microseconds >> 32n));
    writer.u32(Number(microseconds & 0xffff_ffffn));
    writer.u32(length);
    writer.u32(length);
    writeIpHeader(writer, segment, length);
    writeTcpHeader(writer, stream, segment);
    writer.bytes(segment.payload);
    writer.zeros(padding);
  });
  advance(stream, segment);
}

function writeIpHeader(writer: Writer, { fromClient }: Segment, length: number): void {
  writer.u8(0x45);
  writer.u8(0);
  writer.u16be(length);
  writer.zeros(4);
  writer.u8(64);
  writer.u8(6);
  // Analysers take a checksum of 0 for one that the network card would have filled in.
  writer.u16be(0);
  writer.bytes(fromClient ? clientAddress : serverAddress);
  writer.bytes(fromClient ? serverAddress : clientAddress);
}

function writeTcpHeader(writer: Writer, stream: Stream, { fromClient, flags }: Segment): void {
  writer.u16be(fromClient ? stream.clientPort : stream.serverPort);
  writer.u16be(fromClient ? stream.serverPort : stream.clientPort);
  writer.u32be(fromClient ? stream.clientSequence : stream.serverSequence);
  const acknowledged = fromClient ? stream.serverSequence : stream.clientSequence;
  writer.u32be(flags & TcpFlag.ack ? acknowledged : 0);
  writer.u8((headerSizes.tcp / 4) << 4);
  writer.u8(flags);
  writer.u16be(0xffff);
  writer.zeros(4);
}

function advance(stream: Stream, { fromClient, flags, payload }: Segment): void {
  const size = payload.length + (flags & TcpFlag.syn ? 1 : 0);
  if (fromClient) stream.clientSequence = (stream.clientSequence + size) % 2 ** 32;
  else stream.serverSequence = (stream.serverSequence + size) % 2 ** 32;
}
