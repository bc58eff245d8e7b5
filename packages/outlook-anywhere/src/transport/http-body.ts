/** Tells which of the bytes that arrive belong to the body of a response; carries what it must from one read to the next. */
export interface BodyDecoder {
  /** Calls `sink` with each piece of the body in `bytes`, as views; returns false once the body is over. */
  push(bytes: Uint8Array, sink: (piece: Uint8Array) => void): boolean;
}

/** A body of a given length. */
export function lengthDecoder(length: number): BodyDecoder {
  let left = length;
  return {
    push: (bytes, sink) => {
      const piece = bytes.length > left ? bytes.subarray(0, left) : bytes;
      left -= piece.length;
      if (piece.length > 0) sink(piece);
      return left > 0;
    },
  };
}

// A chunk size of more than eight digits is more than any chunk may hold.
const longestSizeLine = 256;

/** A body in chunks (Transfer-Encoding: chunked). RFC 9112 7.1 */
export function chunkedDecoder(): BodyDecoder {
  let line = '';
  let left = 0;
  let state: 'size' | 'data' | 'dataEnd' | 'over' = 'size';

  /** Takes bytes up to the next line feed; returns the offset behind them. */
  const takeLine = (bytes: Uint8Array, start: number): number => {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    line += Buffer.from(bytes.subarray(start, end)).toString('latin1');
    if (line.length > longestSizeLine) throw new RangeError('a chunk size line is too long');
    if (feed >= 0) endOfLine();
    return end;
  };
  const endOfLine = (): void => {
    if (state === 'dataEnd') state = 'size';
    else {
      const match = /^\s*([0-9a-f]{1,8})\s*(?:;.*)?\r?\n$/i.exec(line);
      if (!match) throw new RangeError('a chunk size is no number');
      left = Number.parseInt(match[1]!, 16);
      state = left === 0 ? 'over' : 'data';
    }
    line = '';
  };
  const takeData = (bytes: Uint8Array, start: number, sink: (piece: Uint8Array) => void): number => {
    const end = Math.min(bytes.length, start + left);
    left -= end - start;
    if (left === 0) state = 'dataEnd';
    sink(bytes.subarray(start, end));
    return end;
  };

  return {
    push: (bytes, sink) => {
      let offset = 0;
      while (offset < bytes.length && state !== 'over') {
        offset = state === 'data' ? takeData(bytes, offset, sink) : takeLine(bytes, offset);
      }
      return state !== 'over';
    },
  };
}
