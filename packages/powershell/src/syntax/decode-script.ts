interface ByteOrderMark {
  readonly mark: readonly number[];
  readonly decode: (bytes: Uint8Array) => string;
}

const decoded =
  (label: string) =>
  (bytes: Uint8Array): string =>
    new TextDecoder(label, { ignoreBOM: true }).decode(bytes);

const utf8 = decoded('utf-8');

/** The marks, the longer before those that they begin with. Source: System.IO.StreamReader. */
const marks: readonly ByteOrderMark[] = [
  { mark: [0xff, 0xfe, 0x00, 0x00], decode: (bytes) => decodeUtf32(bytes, { littleEndian: true }) },
  { mark: [0x00, 0x00, 0xfe, 0xff], decode: (bytes) => decodeUtf32(bytes, { littleEndian: false }) },
  { mark: [0xef, 0xbb, 0xbf], decode: utf8 },
  { mark: [0xff, 0xfe], decode: decoded('utf-16le') },
  { mark: [0xfe, 0xff], decode: decoded('utf-16be') },
];

/** The text of a script's file: in the encoding that its byte order mark tells, without one in UTF-8. */
export function decodeScript(bytes: Uint8Array): string {
  const found = marks.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  return found ? found.decode(bytes.subarray(found.mark.length)) : utf8(bytes);
}

const replacement = '\ufffd';

function decodeUtf32(bytes: Uint8Array, { littleEndian }: { littleEndian: boolean }): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let index = 0; index < bytes.length; index += 4) {
    text += index + 4 > bytes.length ? replacement : character(view.getUint32(index, littleEndian));
  }
  return text;
}

function character(codePoint: number): string {
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  return isSurrogate || codePoint > 0x10ffff ? replacement : String.fromCodePoint(codePoint);
}
