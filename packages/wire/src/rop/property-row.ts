import { type Codec, defineCodec } from '../codec.ts';
import { wireErrors } from '../errors.ts';
import type { Reader } from '../reader.ts';
import {
  type PropertyTag,
  type PropertyType,
  type PropertyValue,
  propertyType,
  typeOfTag,
} from '../properties/index.ts';
import type { Writer } from '../writer.ts';
import { ropValue } from './rop-value.ts';

/** Why a column has no value. */
export interface PropertyError {
  readonly error: number;
}

/** The value of a column that was asked for without a type. */
export interface TypedValue {
  readonly type: PropertyType;
  readonly value: PropertyValue;
}

/** What stands in one column: a value, why there is none, or undefined for a property that the object lacks. */
export type PropertyCell = PropertyValue | TypedValue | PropertyError | undefined;

/** True for a cell that says why there is no value. */
export const isPropertyError = (cell: PropertyCell): cell is PropertyError =>
  typeof cell === 'object' && 'error' in cell;
const isTyped = (cell: PropertyCell): cell is TypedValue => typeof cell === 'object' && 'type' in cell;

const form = { standard: 0, flagged: 1 } as const;
const flag = { value: 0x00, absent: 0x01, error: 0x0a } as const;

/** A column asked for without a type gets its type with its value. [MS-OXCDATA] 2.11.3 */
const isUntyped = (tag: PropertyTag): boolean => typeOfTag(tag) === propertyType.unspecified;

function readValue(reader: Reader, tag: PropertyTag, type: PropertyType): PropertyCell {
  const value = ropValue(type).read(reader);
  return isUntyped(tag) ? { type, value } : value;
}

const readType = (reader: Reader, tag: PropertyTag): PropertyType => (isUntyped(tag) ? reader.u16() : typeOfTag(tag));

function readFlagged(reader: Reader, tag: PropertyTag): PropertyCell {
  const type = readType(reader, tag);
  const { offset } = reader;
  const state = reader.u8();
  if (state === flag.absent) return undefined;
  if (state === flag.error) return { error: reader.u32() };
  if (state === flag.value) return readValue(reader, tag, type);
  throw wireErrors.unknownTag({ path: 'FlaggedPropertyValue', offset, tag: state });
}

/** The type that goes before the cell of a column without one. */
function typeOfCell(writer: Writer, cell: PropertyCell): PropertyType {
  if (isTyped(cell)) return cell.type;
  if (cell === undefined) return propertyType.unspecified;
  if (isPropertyError(cell)) return propertyType.error;
  throw wireErrors.unexpected({ path: 'cell', offset: writer.offset, expected: 'a type', actual: 'none' });
}

function writeType(writer: Writer, tag: PropertyTag, cell: PropertyCell): void {
  if (isUntyped(tag)) writer.u16(typeOfCell(writer, cell));
}

function writeValue(writer: Writer, tag: PropertyTag, cell: PropertyValue | TypedValue): void {
  if (isTyped(cell)) ropValue(cell.type).write(writer, cell.value);
  else ropValue(typeOfTag(tag)).write(writer, cell);
}

function writeFlagged(writer: Writer, tag: PropertyTag, cell: PropertyCell): void {
  writeType(writer, tag, cell);
  if (cell === undefined) return writer.u8(flag.absent);
  if (isPropertyError(cell)) {
    writer.u8(flag.error);
    return writer.u32(cell.error);
  }
  writer.u8(flag.value);
  writeValue(writer, tag, cell);
}

function writeStandard(writer: Writer, tag: PropertyTag, cell: PropertyCell): void {
  writeType(writer, tag, cell);
  writeValue(writer, tag, cell as PropertyValue | TypedValue);
}

/** The values of these columns, in their order: the short form if every one has a value. [MS-OXCDATA] 2.8.1 */
export function propertyRow(tags: readonly PropertyTag[]): Codec<PropertyCell[]> {
  return defineCodec<PropertyCell[]>({
    leastSize: 1,
    read: (reader) => {
      const { offset } = reader;
      const rowForm = reader.u8();
      if (rowForm === form.flagged) return tags.map((tag) => readFlagged(reader, tag));
      if (rowForm !== form.standard) throw wireErrors.unknownTag({ path: 'PropertyRow', offset, tag: rowForm });
      return tags.map((tag) => readValue(reader, tag, readType(reader, tag)));
    },
    write: (writer, cells) => {
      if (cells.length !== tags.length) {
        const [expected, actual] = [`${tags.length} columns`, `${cells.length}`];
        throw wireErrors.unexpected({ path: 'PropertyRow', offset: writer.offset, expected, actual });
      }
      const complete = cells.every((cell) => cell !== undefined && !isPropertyError(cell));
      writer.u8(complete ? form.standard : form.flagged);
      const writeCell = complete ? writeStandard : writeFlagged;
      for (const [index, tag] of tags.entries()) writeCell(writer, tag, cells[index]);
    },
  });
}
