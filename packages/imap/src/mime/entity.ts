import { imapLimits } from '../limits.ts';
import {
  fieldValue,
  type HeaderField,
  parameterOf,
  type ParameterizedValue,
  parseHeader,
  parseParameters,
} from './header-fields.ts';

/** A message or a part of one: where it stands in the bytes, and what it says it is. */
export interface Entity {
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
  readonly fields: readonly HeaderField[];
  /** Lower case; what cannot be a multipart or is no type at all counts as text/plain. */
  readonly type: string;
  readonly subtype: string;
  readonly contentType: ParameterizedValue;
  /** Of a multipart. */
  readonly parts: readonly Entity[];
  /** Of an attached message. */
  readonly message?: Entity;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

interface Place {
  readonly text: string;
  readonly depth: number;
  /** Parts that may still be told. */
  readonly budget: { parts: number };
  /** What a part is that does not say: mail, but in a digest messages. RFC 2046 5.1.5 */
  readonly defaultType: string;
}

/** Finds the parts of a message, given one character a byte. */
export const parseEntity = (text: string): Entity =>
  entityAt(
    { start: 0, end: text.length },
    { text, depth: 0, budget: { parts: imapLimits.parts }, defaultType: 'text/plain' },
  );

function entityAt({ start, end }: Range, place: Place): Entity {
  const bodyStart = endOfHeader(place.text, { start, end });
  const fields = parseHeader(place.text.slice(start, bodyStart));
  const contentType = parseParameters(fieldValue(fields, 'content-type') ?? place.defaultType);
  const [type = '', subtype = ''] = contentType.value.toLowerCase().split('/', 2);
  const base = { start, bodyStart, end, fields, contentType, parts: [] };
  const body = { start: bodyStart, end };
  if (type === 'multipart') return multipart({ ...base, type, subtype }, body, place);
  if (type === '' || subtype === '') return { ...base, type: 'text', subtype: 'plain' };
  if (type !== 'message' || subtype !== 'rfc822') return { ...base, type, subtype };
  if (place.depth >= imapLimits.partDepth) return { ...base, type: 'application', subtype: 'octet-stream' };
  return {
    ...base,
    type,
    subtype,
    message: entityAt(body, { ...place, depth: place.depth + 1, defaultType: 'text/plain' }),
  };
}

function multipart(entity: Entity, body: Range, place: Place): Entity {
  const boundary = parameterOf(entity.contentType, 'boundary');
  const tooDeep = place.depth >= imapLimits.partDepth;
  const ranges = boundary === undefined || tooDeep ? [] : partRanges(place.text, boundary, body);
  const defaultType = entity.subtype === 'digest' ? 'message/rfc822' : 'text/plain';
  const inner = { ...place, depth: place.depth + 1, defaultType };
  const parts = ranges.filter(() => --place.budget.parts >= 0).map((range) => entityAt(range, inner));
  return parts.length === 0 ? { ...entity, type: 'text', subtype: 'plain' } : { ...entity, parts };
}

/** Behind the empty line that ends a header, or at the end. */
function endOfHeader(text: string, { start, end }: Range): number {
  for (let at = start; at < end;) {
    const feed = text.indexOf('\n', at);
    const next = feed < 0 || feed >= end ? end : feed + 1;
    const line = text.slice(at, next);
    if (line === '\n' || line === '\r\n') return next;
    at = next;
  }
  return end;
}

/** What lies between lines that hold the boundary; the line break before such a line belongs to it. RFC 2046 5.1.1 */
function partRanges(text: string, boundary: string, { start, end }: Range): Range[] {
  const ranges: Range[] = [];
  const body = text.slice(start, end);
  const mark = `--${boundary}`;
  let from: number | undefined;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + 1)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    const feed = body.indexOf('\n', at);
    const lineEnd = feed < 0 ? body.length : feed + 1;
    const rest = body.slice(at + mark.length, lineEnd).trimEnd();
    if (rest !== '' && rest !== '--') continue;
    if (from !== undefined) ranges.push({ start: start + from, end: start + Math.max(from, beforeBreak(body, at)) });
    from = lineEnd;
    if (rest === '--') return ranges;
  }
  if (from !== undefined) ranges.push({ start: start + from, end });
  return ranges;
}

const beforeBreak = (text: string, at: number): number => (text[at - 2] === '\r' ? at - 2 : at - 1);
