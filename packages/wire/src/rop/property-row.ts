import { type Codec, defineCodec } from '../codec.ts';
import { wireErrors } from '../errors.ts';
import type { Reader } from '../reader.ts';
import { type PropertyTag, type PropertyValue, propertyType, typeOfTag } from '../properties/index.ts';
import type { Writer } from '../writer.ts';
import { ropValue } from './rop-value.ts';

/** Why a column has no value. */
export interface PropertyError {
  readonly error: number;
}

/** What stands in one column: a value, why there is none, or undefined for a property that the object lacks. */
export type PropertyCell = PropertyValue | PropertyError | undefined;

/** True for a cell that says why there is no value. */
export const isPropertyError = (cell: PropertyCell): cell is PropertyError =>
  typeof cell === 'object' && 'error' in cell;

const form = { standard: 0, flagged: 1 } as const;
const flag = { value: 0x00, absent: 0x01, error: 0x0a } as const;

/** A column asked for without a type gets its type with its value. [MS-OXCDATA] 2.11.3 */
const isUntyped = (tag: PropertyTag): boolean => typeOfTag(tag) === propertyType.unspecified;

function readFlagged(reader: Reader, tag: PropertyTag): PropertyCell {
  const type = isUntyped(tag) ? reader.u16() : typeOfTag(tag);
  const { offset } = reader;
  const state = reader.u8();
  if (state === flag.absent) return undefined;
  if (state === flag.error) return { error: reader.u32() };
  if (state === flag.value) return ropValue(type).read(reader);
  throw wireErrors.unknownTag({ path: 'FlaggedPropertyValue', offset, tag: state });
}

function writeFlagged(writer: Writer, tag: PropertyTag, cell: PropertyCell): void {
  if (isUntyped(tag)) throw untyped(writer);
  if (cell === undefined) return writer.u8(flag.absent);
  if (isPropertyError(cell)) {
    writer.u8(flag.error);
    return writer.u32(cell.error);
  }
  writer.u8(flag.value);
  ropValue(typeOfTag(tag)).write(writer, cell);
}

const untyped = (writer: Writer): Error =>
  wireErrors.unexpected({ path: 'tag', offset: writer.offset, expected: 'a type', actual: 'none' });

/** The values of these columns, in their order: the short form if every one has a value. [MS-OXCDATA] 2.8.1 */
export function propertyRow(tags: readonly PropertyTag[]): Codec<PropertyCell[]> {
  return defineCodec<PropertyCell[]>({
    leastSize: 1,
    read: (reader) => {
      const { offset } = reader;
      const rowForm = reader.u8();
      if (rowForm === form.flagged) return tags.map((tag) => readFlagged(reader, tag));
      if (rowForm !== form.standard) throw wireErrors.unknownTag({ path: 'PropertyRow', offset, tag: rowForm });
      return tags.map((tag) => ropValue(isUntyped(tag) ? reader.u16() : typeOfTag(tag)).read(reader));
    },
    write: (writer, cells) => {
      if (cells.length !== tags.length) {
        const [expected, actual] = [`${tags.length} columns`, `${cells.length}`];
        throw wireErrors.unexpected({ path: 'PropertyRow', offset: writer.offset, expected, actual });
      }
      const complete = cells.every((cell) => cell !== undefined && !isPropertyError(cell));
      writer.u8(complete ? form.standard : form.flagged);
      for (const [index, cell] of cells.entries()) {
        const tag = tags[index]!;
        if (!complete) writeFlagged(writer, tag, cell);
        else if (isUntyped(tag)) throw untyped(writer);
        else ropValue(typeOfTag(tag)).write(writer, cell as PropertyValue);
      }
    },
  });
}
