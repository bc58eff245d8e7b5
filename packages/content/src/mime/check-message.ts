import { contentLimits } from '../limits.ts';
import { parseParameters } from './content-type.ts';
import { endOfLine, type HeaderBlock, headerValue, readHeaderBlock } from './header-block.ts';
import { mimeProblem, type MimeProblem } from './mime-problem.ts';

/** A part that holds bytes and no further parts. */
export interface LeafPart {
  readonly part: readonly number[];
  /** Lower case, e.g. text/plain. */
  readonly type: string;
  readonly charset: string | undefined;
  readonly encoding: string;
  /** Where its body stands in the message. */
  readonly start: number;
  readonly end: number;
}

export interface MessageCheck {
  readonly problems: MimeProblem[];
  readonly leaves: readonly LeafPart[];
}

/**
 * Finds what parsers pass over in silence: text outside parts, boundaries that do not occur, damaged encodings.
 * `text` is the message, one character a byte.
 */
export function checkMessage(text: string): MessageCheck {
  const problems: MimeProblem[] = [];
  const leaves: LeafPart[] = [];
  for (const finding of checkEntity(text, { start: 0, end: text.length, part: [] })) {
    if ('kind' in finding) problems.push(finding);
    else leaves.push(finding);
  }
  return { problems, leaves };
}

interface Entity {
  readonly start: number;
  readonly end: number;
  readonly part: readonly number[];
}

function* checkEntity(text: string, { start, end, part }: Entity): Generator<MimeProblem | LeafPart> {
  if (part.length > contentLimits.multipartDepth) return yield mimeProblem('tooDeep', part);
  const header = readHeaderBlock(text, start, end);
  if (header.beginsBroken && part.length === 0) yield mimeProblem('noHeader');
  else if (header.brokenLines > 0) yield mimeProblem(part.length === 0 ? 'brokenHeaderLine' : 'brokenPartHeader', part);
  const type = parseParameters(headerValue(header, 'content-type') ?? 'text/plain');
  const body = { start: header.bodyStart, end, part };
  if (!type.value.startsWith('multipart/')) yield* checkLeaf(text, header, { ...body, type });
  else if (type.parameters['boundary'] === undefined) yield mimeProblem('noBoundary', part);
  else yield* checkMultipart(text, type.parameters['boundary'], body);
}

function* checkMultipart(
  text: string,
  boundary: string,
  { start, end, part }: Entity,
): Generator<MimeProblem | LeafPart> {
  const delimiters = findDelimiters(text, boundary, { start, end });
  const [first] = delimiters;
  if (first === undefined) {
    if (text.slice(start, end).trim() !== '') yield mimeProblem('boundaryNotFound', part);
    return;
  }
  if (!isCustomary(text.slice(start, first.start))) yield mimeProblem('textBefore', part);
  for (const [index, { end: from, closes }] of delimiters.entries()) {
    if (closes) break;
    yield* checkEntity(text, { start: from, end: delimiters[index + 1]?.start ?? end, part: [...part, index + 1] });
  }
  const closing = delimiters.find(({ closes }) => closes);
  if (closing === undefined) yield mimeProblem('notClosed', part);
  else if (text.slice(closing.end, end).trim() !== '') yield mimeProblem('textAfter', part);
}

/** What programs write before the first part for readers that know no MIME. */
const customary =
  /^(?:This (?:is a (?:cryptographically signed )?multi-?part message|message is) in MIME format\.?(?: Since your mail reader does not understand this format, some or all of this message may not be legible\.)?|This is a MIME-?(?:formatted|encapsulated) message\.?)?$/i;

const isCustomary = (text: string): boolean => customary.test(text.replaceAll(/\s+/g, ' ').trim());

interface Delimiter {
  readonly start: number;
  readonly end: number;
  readonly closes: boolean;
}

/** Lines that hold the boundary and nothing else. RFC 2046 5.1.1 */
function findDelimiters(text: string, boundary: string, { start, end }: Pick<Entity, 'start' | 'end'>): Delimiter[] {
  // A slice shares the text; searching it, and not on beyond its end, keeps many small multiparts linear.
  const body = text.slice(start, end);
  const mark = `--${boundary}`;
  const found: Delimiter[] = [];
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + 1)) {
    if (at > 0 && body[at - 1] !== '\n') continue;
    const lineEnd = endOfLine(body, at, body.length);
    const rest = body.slice(at + mark.length, lineEnd).trimEnd();
    if (rest !== '' && rest !== '--') continue;
    found.push({ start: start + at, end: start + lineEnd, closes: rest === '--' });
  }
  return found;
}

const knownEncodings = new Set(['', '7bit', '8bit', 'binary', 'quoted-printable', 'base64']);

function* checkLeaf(
  text: string,
  header: HeaderBlock,
  { start, end, part, type }: Entity & { type: ReturnType<typeof parseParameters> },
): Generator<MimeProblem | LeafPart> {
  const encoding = (headerValue(header, 'content-transfer-encoding') ?? '')
    .trim()
    .toLowerCase()
    .replace(/[;\s].*$/s, '');
  if (!knownEncodings.has(encoding)) yield mimeProblem('badEncoding', part);
  if (encoding === 'base64' && !isBase64(text.slice(start, end))) yield mimeProblem('badBase64', part);
  const { charset } = type.parameters;
  yield { part, type: type.value, charset, encoding, start, end };
  if (charset !== undefined && type.value.startsWith('text/') && !isKnownCharset(charset)) {
    yield mimeProblem('unknownCharset', part);
  }
}

/** Letters and digits, and behind them no more than the padding. */
function isBase64(text: string): boolean {
  const letters = /^[A-Za-z0-9+/\s]*/.exec(text)?.[0].length ?? 0;
  const padding = text.slice(letters);
  return padding.length < 80 && /^(=\s*){0,2}$/.test(padding);
}

function isKnownCharset(label: string): boolean {
  try {
    return new TextDecoder(label.trim()).encoding !== '';
  } catch {
    return false;
  }
}
