import { type Codec, defineCodec } from '../codec.ts';
import { le } from '../le.ts';
import type { PropertyTag } from '../properties/index.ts';
import type { Reader } from '../reader.ts';
import type { Writer } from '../writer.ts';
import { type PropertyCell, propertyRow } from './property-row.ts';

/** Flags of a RecipientRow. [MS-OXCDATA] 2.8.3.1 */
export const recipientFlag = {
  emailAddress: 0x0008,
  displayName: 0x0010,
  transmittableName: 0x0020,
  sameAsDisplayName: 0x0040,
  responsible: 0x0080,
  noRichInfo: 0x0100,
  unicode: 0x0200,
  simpleName: 0x0400,
  otherType: 0x8000,
} as const;

/** Address types in the lowest three bits of the flags. */
export const recipientAddressType = {
  none: 0,
  x500: 1,
  msMail: 2,
  smtp: 3,
  fax: 4,
  office: 5,
  list6: 6,
  list7: 7,
} as const;
const typeMask = 0x07;

/** One recipient of a message: how it is addressed, and values of a prefix of the announced columns. */
export interface RecipientRow {
  readonly flags: number;
  /** Of X500: bytes of the logon's DN prefix in front of `x500`, display type, rest of the DN. */
  readonly prefixUsed?: number;
  readonly displayType?: number;
  readonly x500?: string;
  /** Of a private distribution list. */
  readonly entryId?: Uint8Array;
  readonly searchKey?: Uint8Array;
  /** Of type none with `otherType`. */
  readonly addressType?: string;
  readonly emailAddress?: string;
  readonly displayName?: string;
  readonly simpleName?: string;
  readonly transmittableName?: string;
  readonly columns: readonly PropertyCell[];
}

type Parts = { -readonly [K in keyof RecipientRow]?: RecipientRow[K] };
type PartName = Exclude<keyof RecipientRow, 'flags' | 'columns'>;

const binary = le.prefixed(le.u16);
const x500Parts: readonly [PartName, Codec<unknown>][] = [
  ['prefixUsed', le.u8],
  ['displayType', le.u8],
  ['x500', le.latin1z],
];
const listParts: readonly [PartName, Codec<unknown>][] = [
  ['entryId', binary],
  ['searchKey', binary],
];

/** The parts that the flags announce, in wire order. */
function partsOf(flags: number): [PartName, Codec<unknown>][] {
  const text = (flags & recipientFlag.unicode) === 0 ? le.latin1z : le.utf16z;
  const type = flags & typeMask;
  const parts: [PartName, Codec<unknown>][] = [];
  if (type === recipientAddressType.x500) parts.push(...x500Parts);
  if (type >= recipientAddressType.list6) parts.push(...listParts);
  if (type === recipientAddressType.none && flags & recipientFlag.otherType) {
    parts.push(['addressType', le.latin1z]);
  }
  if (flags & recipientFlag.emailAddress) parts.push(['emailAddress', text]);
  if (flags & recipientFlag.displayName) parts.push(['displayName', text]);
  if (flags & recipientFlag.simpleName) parts.push(['simpleName', text]);
  if (flags & recipientFlag.transmittableName) parts.push(['transmittableName', text]);
  return parts;
}

function read(reader: Reader, tags: readonly PropertyTag[]): RecipientRow {
  const flags = reader.u16();
  const parts: Parts = { flags };
  for (const [name, codec] of partsOf(flags)) parts[name] = codec.read(reader) as never;
  const count = reader.u16();
  return { ...parts, flags, columns: propertyRow(tags.slice(0, count)).read(reader) };
}

function write(writer: Writer, tags: readonly PropertyTag[], row: RecipientRow): void {
  writer.u16(row.flags);
  for (const [name, codec] of partsOf(row.flags)) codec.write(writer, row[name]);
  writer.u16(row.columns.length);
  propertyRow(tags.slice(0, row.columns.length)).write(writer, [...row.columns]);
}

/** A recipient of a message whose recipients were announced with these columns. [MS-OXCDATA] 2.8.3.2 */
export const recipientRow = (tags: readonly PropertyTag[]): Codec<RecipientRow> =>
  defineCodec<RecipientRow>({
    leastSize: 4,
    read: (reader) => read(reader, tags),
    write: (writer, row) => write(writer, tags, row),
  });
