import { type Codec, defineCodec } from '../codec.ts';
import { wireErrors } from '../errors.ts';

const form = { none: 0, empty: 1, eightBit: 2, reduced: 3, unicode: 4 } as const;

/**
 * A text behind the way it is written; undefined if there is none. Texts of characters below 256 are written with one
 * byte each, as Exchange does. [MS-OXCDATA] 2.11.7
 */
export const typedString: Codec<string | undefined> = defineCodec<string | undefined>({
  leastSize: 1,
  read: (reader) => {
    const { offset } = reader;
    const tag = reader.u8();
    if (tag === form.none) return undefined;
    if (tag === form.empty) return '';
    if (tag === form.eightBit || tag === form.reduced) return reader.latin1z();
    if (tag === form.unicode) return reader.utf16z();
    throw wireErrors.unknownTag({ path: 'TypedString', offset, tag });
  },
  write: (writer, text) => {
    if (text === undefined) return writer.u8(form.none);
    if (text === '') return writer.u8(form.empty);
    // oxlint-disable-next-line no-control-regex -- every character that one byte holds
    const reduced = /^[\u0001-\u00ff]*$/.test(text);
    writer.u8(reduced ? form.reduced : form.unicode);
    if (reduced) writer.latin1z(text);
    else writer.utf16z(text);
  },
});
