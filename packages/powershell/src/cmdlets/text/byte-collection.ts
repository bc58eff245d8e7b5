import { type DotNetType, overload, readOnly } from '../../runtime/types/define-type.ts';
import { byteArray } from '../../runtime/values/byte-array.ts';
import { UInt64 } from '../../runtime/values/number-types.ts';

const perLine = 16;

/** A line of Format-Hex. Source: Microsoft.PowerShell.Commands.ByteCollection. */
export class ByteCollection {
  readonly typeName = 'Microsoft.PowerShell.Commands.ByteCollection';
  readonly offset: number;
  readonly bytes: Uint8Array;
  readonly label: string;
  readonly path: string | undefined;

  constructor(offset: number, bytes: Uint8Array, shown: { readonly label: string; readonly path?: string }) {
    this.offset = offset;
    this.bytes = bytes;
    this.label = shown.label;
    this.path = shown.path;
  }

  get hexOffset(): string {
    return this.offset.toString(16).toUpperCase().padStart(perLine, '0');
  }

  get hexBytes(): string {
    return Array.from(this.bytes, (byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
  }

  get ascii(): string {
    return Array.from(this.bytes, characterOf).join('');
  }

  text(): string {
    const rest = perLine - this.bytes.length;
    const isWhole = rest === 0 && this.path === undefined;
    return `${this.hexOffset}   ${this.hexBytes} ${' '.repeat(3 * rest)} ${this.ascii}${' '.repeat(rest)}${isWhole ? '\n' : ''}`;
  }
}

/** Zero is a blank, any other control character the sign for what cannot be shown. */
function characterOf(byte: number): string {
  if (byte === 0) return ' ';
  return byte < 32 || (byte >= 127 && byte < 160) ? '\uFFFD' : String.fromCharCode(byte);
}

/** Some bytes in lines. */
export function byteLines(
  bytes: Uint8Array,
  shown: { readonly label: string; readonly path?: string; readonly offset?: number },
): readonly ByteCollection[] {
  const first = shown.offset ?? 0;
  return Array.from({ length: Math.ceil(bytes.length / perLine) }, (_, line) => {
    const at = line * perLine;
    return new ByteCollection(first + at, bytes.subarray(at, at + perLine), shown);
  });
}

type Self = ByteCollection;

export const byteCollectionType: DotNetType = {
  name: 'Microsoft.PowerShell.Commands.ByteCollection',
  base: 'System.Object',
  properties: {
    Offset64: readOnly(({ offset }: Self) => new UInt64(BigInt(offset)), 'ulong'),
    Bytes: readOnly(({ bytes }: Self) => byteArray(bytes), 'byte[]'),
    Path: readOnly(({ path }: Self) => path ?? null, 'string'),
    HexOffset: readOnly(({ hexOffset }: Self) => hexOffset, 'string'),
    Label: readOnly(({ label }: Self) => label, 'string'),
    HexBytes: readOnly(({ hexBytes }: Self) => hexBytes, 'string'),
    Ascii: readOnly(({ ascii }: Self) => ascii, 'string'),
  },
  methods: { ToString: [overload('', (self: Self) => self.text())] },
};
