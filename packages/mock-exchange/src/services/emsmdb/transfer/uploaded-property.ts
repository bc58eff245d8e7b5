import type { StoredProperty } from '@cutover/content';
import { decodeStreamValue, type PropertyElement } from '@cutover/wire/fasttransfer';
import {
  isCodePageString,
  propertyTag,
  propertyType as t,
  type PropertyValue,
  typeOfTag,
} from '@cutover/wire/properties';
import { fromCodePage, utf16CodePage } from '../../../code-page.ts';

const codePageMask = 0x0fff;

/** A text whose type names its code page, up to its end. [MS-OXCFXICS] 2.2.4.1.1.1 */
function textIn(bytes: Uint8Array, codePage: number): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text =
    codePage === utf16CodePage ? buffer.toString('utf16le') : fromCodePage(buffer.toString('latin1'), codePage);
  return text.replace(/\0$/, '');
}

function valueOf({ tag, value: bytes }: PropertyElement, codePage: number): { type: number; value: PropertyValue } {
  const type = typeOfTag(tag);
  if (isCodePageString(type)) return { type: t.unicode, value: textIn(bytes, type & codePageMask) };
  // Views of a buffer that is used again.
  const value = decodeStreamValue(type, Uint8Array.from(bytes));
  if (type === t.string8) return { type: t.unicode, value: fromCodePage(String(value), codePage) };
  if (type !== t.mvString8) return { type, value };
  return { type: t.mvUnicode, value: (value as readonly string[]).map((text) => fromCodePage(text, codePage)) };
}

/** A property of an uploaded stream as the store keeps it: texts as Unicode. */
export function uploadedProperty(element: PropertyElement, codePage: number): StoredProperty {
  const { type, value } = valueOf(element, codePage);
  const tag = propertyTag(element.tag >>> 16, type);
  return element.name === undefined ? { tag, value } : { tag, name: element.name, value };
}
