import type { Codec, Fields, InferFields } from '../codec.ts';
import { within } from '../errors.ts';
import type { Reader } from '../reader.ts';
import type { Writer } from '../writer.ts';
import {
  alignmentOf,
  type Conformance,
  conformanceOf,
  defineNdr,
  type NdrCodec,
  readConstructed,
  readMember,
  type Slot,
  writeConstructed,
} from './ndr-codec.ts';

interface Layout {
  readonly name: string;
  readonly names: readonly string[];
  readonly codecs: readonly Codec<unknown>[];
  readonly alignment: number;
  /** The conformance of the last field, which moves before the structure. C706 14.3.7.1 */
  readonly conformance: Conformance<unknown> | undefined;
}

function layoutOf(name: string, fields: Fields): Layout {
  const codecs = Object.values(fields);
  const last = codecs.at(-1);
  const conformance = last === undefined ? undefined : conformanceOf(last);
  const alignment = codecs.reduce((greatest, codec) => Math.max(greatest, alignmentOf(codec)), 1);
  return { name, names: Object.keys(fields), codecs, alignment, conformance };
}

function readFields(reader: Reader, layout: Layout, maximum: number): Slot {
  const { name, names, codecs, conformance } = layout;
  const value: Slot = {};
  const plain = conformance === undefined ? names.length : names.length - 1;
  let index = 0;
  try {
    for (; index < plain; index++) readMember(reader, codecs[index]!, value, names[index]!);
    if (conformance !== undefined) value[names[index]!] = conformance.readBody(reader, maximum);
  } catch (error) {
    throw within(error, `${name}.${names[index]}`);
  }
  return value;
}

function writeFields(writer: Writer, layout: Layout, value: Slot): void {
  const { name, names, codecs, conformance } = layout;
  const plain = conformance === undefined ? names.length : names.length - 1;
  let index = 0;
  try {
    for (; index < plain; index++) codecs[index]!.write(writer, value[names[index]!]);
    if (conformance !== undefined) conformance.writeBody(writer, value[names[index]!]);
  } catch (error) {
    throw within(error, `${name}.${names[index]}`);
  }
}

/** The structure's own conformance, for a structure that ends with it in turn. */
function conformanceOfLayout(layout: Layout): Conformance<Slot> | undefined {
  const { conformance, names, alignment } = layout;
  if (conformance === undefined) return undefined;
  const last = names.at(-1)!;
  return {
    readMaximum: conformance.readMaximum,
    writeMaximum: (writer, value) => conformance.writeMaximum(writer, value[last]),
    readBody: (reader, maximum) => {
      reader.align(alignment);
      return readConstructed(reader, layout.name, () => readFields(reader, layout, maximum));
    },
    writeBody: (writer, value) => {
      writer.align(alignment);
      writeConstructed(writer, () => writeFields(writer, layout, value));
    },
  };
}

/** Fields in wire order, the whole aligned as its widest field; a conformant array may stand last. C706 14.3.6 */
export function struct<const F extends Fields>(name: string, fields: F): NdrCodec<InferFields<F>> {
  const layout = layoutOf(name, fields);
  const { alignment } = layout;
  const conformance = conformanceOfLayout(layout);
  return defineNdr<InferFields<F>>({
    alignment,
    leastSize: layout.codecs.reduce((sum, codec) => sum + codec.leastSize, 0),
    conformance: conformance as Conformance<InferFields<F>> | undefined,
    read: (reader) => {
      const maximum = conformance?.readMaximum(reader) ?? 0;
      reader.align(alignment);
      return readConstructed(reader, name, () => readFields(reader, layout, maximum)) as InferFields<F>;
    },
    write: (writer, value) => {
      conformance?.writeMaximum(writer, value as Slot);
      writer.align(alignment);
      writeConstructed(writer, () => writeFields(writer, layout, value as Slot));
    },
  });
}

/** The parameters of a call: each is a new beginning, so that a pointee follows its pointer directly. C706 14.4 */
export function parameters<const F extends Fields>(name: string, fields: F): Codec<InferFields<F>> {
  const names = Object.keys(fields);
  const codecs = Object.values(fields);
  return defineNdr<InferFields<F>>({
    alignment: 1,
    leastSize: codecs.reduce((sum, codec) => sum + codec.leastSize, 0),
    read: (reader) => {
      const value: Slot = {};
      let index = 0;
      try {
        for (; index < names.length; index++) value[names[index]!] = codecs[index]!.read(reader);
      } catch (error) {
        throw within(error, `${name}.${names[index]}`);
      }
      return value as InferFields<F>;
    },
    write: (writer, value) => {
      let index = 0;
      try {
        for (; index < names.length; index++) codecs[index]!.write(writer, (value as Slot)[names[index]!]);
      } catch (error) {
        throw within(error, `${name}.${names[index]}`);
      }
    },
  });
}
