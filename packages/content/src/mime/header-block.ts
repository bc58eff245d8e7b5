/** One header field; folded lines are joined, the name is in lower case. */
export interface HeaderField {
  readonly name: string;
  readonly value: string;
}

/** The header of a message or part, and where the body begins. */
export interface HeaderBlock {
  readonly fields: readonly HeaderField[];
  /** Lines that are neither a field nor the continuation of one; of the first line there is a flag of its own. */
  readonly brokenLines: number;
  readonly beginsBroken: boolean;
  readonly bodyStart: number;
}

const fieldForm = /^([!-9;-~]+)[ \t]*:(.*)$/s;
/** First line of a message in an mbox file, which some programs leave in. */
const envelopeForm = /^>?From /;

/** Reads the header between `start` and `end` of a message given one character a byte. RFC 5322 2.2 */
export function readHeaderBlock(text: string, start = 0, end: number = text.length): HeaderBlock {
  const fields: { name: string; value: string }[] = [];
  let brokenLines = 0;
  let beginsBroken = false;
  let at = start;
  while (at < end) {
    const lineEnd = endOfLine(text, at, end);
    const line = text.slice(at, lineEnd).replace(/\r?\n$/, '');
    const first = at === start;
    at = lineEnd;
    if (line === '') break;
    const last = fields.at(-1);
    const field = fieldForm.exec(line);
    if (/^[ \t]/.test(line) && last !== undefined) last.value += `\r\n${line}`;
    else if (field !== null) fields.push({ name: field[1]!.toLowerCase(), value: field[2]!.trim() });
    else if (!(first && envelopeForm.test(line))) {
      brokenLines++;
      beginsBroken ||= first;
    }
  }
  return { fields, brokenLines, beginsBroken, bodyStart: at };
}

/** The place behind the line break that ends the line, or `end`. */
export function endOfLine(text: string, at: number, end: number): number {
  const found = text.indexOf('\n', at);
  return found === -1 || found >= end ? end : found + 1;
}

/** The value of the first field of this name, unfolded. */
export const headerValue = ({ fields }: HeaderBlock, name: string): string | undefined =>
  fields.find((field) => field.name === name)?.value.replaceAll(/\r\n(?=[ \t])/g, '');
