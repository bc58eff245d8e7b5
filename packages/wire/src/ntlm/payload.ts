import { wireErrors } from '../errors.ts';
import type { Reader } from '../reader.ts';
import { Writer } from '../writer.ts';
import { hasFlag, NtlmFlag } from './flags.ts';

/** "NTLMSSP" and its NUL, with which each message begins. [MS-NLMP] 2.2.1 */
export const signature = 'NTLMSSP\0';

/** Size of the optional product version. [MS-NLMP] 2.2.2.10 */
export const versionSize = 8;

/** Reads signature and message type; the reader must stand at the beginning of the message. */
export function readMessageStart(reader: Reader, name: string, type: number): void {
  const found = reader.latin1(signature.length);
  if (found !== signature) throw unexpected(name, 'NTLMSSP', JSON.stringify(found));
  const actual = reader.u32();
  if (actual !== type) throw unexpected(name, `message type ${type}`, `message type ${actual}`);
}

const unexpected = (path: string, expected: string, actual: string): Error =>
  wireErrors.unexpected({ path, offset: 0, expected, actual });

/** Reads length, allocated length and offset of a field and gives the field's bytes, a view of `message`. */
export function readField(reader: Reader, message: Uint8Array, path: string): Uint8Array {
  const length = reader.u16();
  reader.skip(2);
  const offset = reader.u32();
  // An empty field's offset is meaningless; some clients leave garbage there.
  if (length === 0) return message.subarray(0, 0);
  if (offset + length > message.length) throw wireErrors.truncated({ path, offset });
  return message.subarray(offset, offset + length);
}

/** The version, where the flags announce one. */
export function readVersion(reader: Reader, flags: number): Uint8Array | undefined {
  return hasFlag(flags, NtlmFlag.version) ? reader.bytes(versionSize) : undefined;
}

/** Writes the version, or zeros in its place. */
export function writeVersion(writer: Writer, version: Uint8Array | undefined): void {
  if (version) writer.bytes(version);
  else writer.zeros(versionSize);
}

/** Text of a field: UTF-16 if that was negotiated, else one byte a character. */
export function decodeText(bytes: Uint8Array, flags: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(encodingFor(flags));
}

export function encodeText(text: string, flags: number): Uint8Array {
  return Buffer.from(text, encodingFor(flags));
}

const encodingFor = (flags: number): 'utf16le' | 'latin1' => (hasFlag(flags, NtlmFlag.unicode) ? 'utf16le' : 'latin1');

/** Collects a message's fields: `reference` writes where each will be, `finish` places them after the header. */
export class PayloadWriter {
  readonly header = new Writer();
  readonly #headerSize: number;
  readonly #order: Uint8Array[] = [];
  readonly #offsets = new Map<Uint8Array, number>();

  constructor(type: number, options: { headerSize: number; order: readonly Uint8Array[] }) {
    this.#headerSize = options.headerSize;
    this.header.latin1(signature);
    this.header.u32(type);
    let offset = this.#headerSize;
    for (const field of options.order) {
      this.#offsets.set(field, offset);
      this.#order.push(field);
      offset += field.length;
    }
  }

  reference(field: Uint8Array): void {
    this.header.u16(field.length);
    this.header.u16(field.length);
    this.header.u32(this.#offsets.get(field) ?? this.#headerSize);
  }

  writeTo(writer: Writer): void {
    writer.bytes(this.header.finish());
    for (const field of this.#order) writer.bytes(field);
  }
}
