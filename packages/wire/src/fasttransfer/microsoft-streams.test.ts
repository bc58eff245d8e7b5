import { expect, test } from 'vitest';
import { formatTag, propertyType } from '../properties/index.ts';
import { parseChunks, produceChunks } from '../testing/fast-transfer.ts';
import { FastTransferParser } from './fast-transfer-parser.ts';
import { markerName, metaTag } from './marker.ts';
import { decodeStreamValue } from './stream-value.ts';
// Streams of the mock's own mailboxes as Microsoft's Office Inspectors for Fiddler took them apart, to the last byte.
import streams from './vectors/microsoft-streams.json' with { type: 'json' };

type Element = (string | number)[];

/** Offset, size, tag or marker, and the text of short Unicode values: in the form of the vectors. */
function elementsOf(bytes: Uint8Array): Element[] {
  const parser = new FastTransferParser({ wholeUpTo: Number.POSITIVE_INFINITY });
  parser.push(bytes);
  const elements: Element[] = [];
  for (let element = parser.next(); element !== undefined; element = parser.next()) {
    const place = [parser.elementStart, parser.position - parser.elementStart];
    if (element.kind === 'marker') elements.push([...place, markerName(element.tag)]);
    // Microsoft's tree shows this one without its tag.
    if (element.kind !== 'property' || element.tag === metaTag.fxDelProp) continue;
    const type = element.tag & 0xffff;
    const text = type === propertyType.unicode ? [decodeStreamValue(type, element.value) as string] : [];
    elements.push([...place, formatTag(element.tag), ...text]);
  }
  return elements;
}

test.each(streams)('$name: every element where Microsoft found it', ({ bytes, elements }) => {
  const ours = elementsOf(Buffer.from(bytes, 'hex'));
  // Long texts and odd characters are not in the vectors.
  const comparable = ours.map((element, index) => element.slice(0, elements[index]?.length));
  expect(comparable).toEqual(elements);
});

test.each(streams)('$name: written again byte for byte', ({ bytes }) => {
  const stream = Buffer.from(bytes, 'hex');
  expect(Buffer.concat(produceChunks(parseChunks([stream]), 200)).equals(stream)).toBe(true);
});
