const separator = Buffer.from('From ');
const lineFeed = 0x0a;
const greater = 0x3e;

/**
 * Cuts an mbox file into its messages, without the separator lines and with the `>` taken off lines that were
 * quoted (the form mboxrd). A `From ` counts as separator at the beginning and after an empty line. RFC 4155
 */
export function splitMbox(file: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.length);
  const starts = separatorsIn(bytes);
  return starts.map((start, index) => {
    const head = bytes.indexOf(lineFeed, start);
    const end = starts[index + 1] ?? bytes.length;
    return unquote(bytes.subarray(head === -1 ? end : head + 1, end));
  });
}

function separatorsIn(bytes: Buffer): number[] {
  const starts: number[] = [];
  for (let at = bytes.indexOf(separator); at !== -1; at = bytes.indexOf(separator, at + 1)) {
    if (at === 0 || isAfterEmptyLine(bytes, at)) starts.push(at);
  }
  return starts;
}

function isAfterEmptyLine(bytes: Buffer, at: number): boolean {
  const before = bytes.subarray(Math.max(0, at - 4), at).toString('latin1');
  return before.endsWith('\n\n') || before.endsWith('\r\n\r\n');
}

/** Takes one `>` off each line that is `>From ` behind any number of them, and the empty line before the next message. */
function unquote(message: Buffer): Uint8Array {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = message.indexOf('>From '); at !== -1; at = message.indexOf('>From ', at + 1)) {
    let start = at;
    while (start > 0 && message[start - 1] === greater) start--;
    if (start > 0 && message[start - 1] !== lineFeed) continue;
    parts.push(message.subarray(from, start));
    from = start + 1;
  }
  parts.push(message.subarray(from));
  const whole = Buffer.concat(parts);
  const text = whole.subarray(-2).toString('latin1');
  return Uint8Array.from(text === '\n\n' ? whole.subarray(0, -1) : text === '\r\n' ? whole.subarray(0, -2) : whole);
}
