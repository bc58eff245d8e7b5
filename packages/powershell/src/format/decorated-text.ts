/** Escape sequences that a terminal swallows: colours (CSI … letter) and links (OSC 8). */
// oxlint-disable-next-line no-control-regex -- the sequences begin with one
const sequence = /\u001B\[[\d;]*[A-Za-z]|\u001B\]8;;.*?\u001B\\/g;
const reset = '\u001B[0m';

export function isDecorated(text: string): boolean {
  return text.includes('\u001B');
}

/** The text as a reader sees it. */
export function plainText(text: string): string {
  return isDecorated(text) ? text.replace(sequence, '') : text;
}

/** A part of the visible text, with the sequences that colour it, closed by a reset. */
export function visibleSlice(text: string, start: number, end = Infinity): string {
  if (!isDecorated(text)) return text.slice(start, end === Infinity ? undefined : end);
  let result = '';
  let seen = 0;
  for (const piece of pieces(text)) {
    if (piece.escape) {
      if (seen < end) result += piece.text;
      continue;
    }
    result += piece.text.slice(Math.max(0, start - seen), Math.max(0, end - seen));
    seen += piece.text.length;
  }
  return closed(result);
}

/** Ends text that is still coloured. */
export function closed(text: string): string {
  return !isDecorated(text) || text.trimEnd().endsWith(reset) ? text : text + reset;
}

function* pieces(text: string): Generator<{ readonly text: string; readonly escape: boolean }> {
  let at = 0;
  for (const match of text.matchAll(sequence)) {
    if (match.index > at) yield { text: text.slice(at, match.index), escape: false };
    yield { text: match[0], escape: true };
    at = match.index + match[0].length;
  }
  if (at < text.length) yield { text: text.slice(at), escape: false };
}
