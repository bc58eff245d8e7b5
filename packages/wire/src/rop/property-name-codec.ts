import { type Codec, defineCodec } from '../codec.ts';
import { wireErrors } from '../errors.ts';
import { emptyGuid } from '../guid.ts';
import { isNumberedName, type PropertyName } from '../properties/index.ts';

const kind = { lid: 0x00, text: 0x01, none: 0xff } as const;

/** A property's name in a ROP; undefined for an id that has none. [MS-OXCDATA] 2.6.1 */
export const propertyName: Codec<PropertyName | undefined> = defineCodec<PropertyName | undefined>({
  leastSize: 17,
  read: (reader) => {
    const { offset } = reader;
    const tag = reader.u8();
    const set = reader.guid();
    if (tag === kind.none) return undefined;
    if (tag === kind.lid) return { set, lid: reader.u32() };
    if (tag !== kind.text) throw wireErrors.unknownTag({ path: 'PropertyName', offset, tag });
    return { set, name: reader.utf16(reader.u8()).replace(/\0$/, '') };
  },
  write: (writer, name) => {
    writer.u8(name === undefined ? kind.none : isNumberedName(name) ? kind.lid : kind.text);
    writer.guid(name?.set ?? emptyGuid);
    if (name === undefined) return;
    if (isNumberedName(name)) return writer.u32(name.lid);
    writer.u8((name.name.length + 1) * 2);
    writer.utf16z(name.name);
  },
});
