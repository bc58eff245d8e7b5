import { imapErrors } from '../errors.ts';
import { imapLimits } from '../limits.ts';

/** A command as it came: pieces of text, and literals between them. */
export type CommandPieces = readonly (string | Uint8Array)[];

export interface CommandReaderOptions {
  /** The largest message that APPEND takes. */
  readonly messageSize: number;
  /** Tells the client that it may send its literal. */
  readonly askToGoOn: () => void;
}

interface Literal {
  readonly size: number;
  readonly parts: Uint8Array[];
  got: number;
}

const lineFeed = 0x0a;
const literalForm = /\{(\d{1,10})(\+?)\}$/;

/**
 * Makes commands of bytes, however they are cut. What is too large is refused before it comes, where the client waits for
 * leave to send it, and passed over where it does not. RFC 3501 4.3, RFC 2088
 */
export class CommandReader {
  readonly #options: CommandReaderOptions;
  #pending: Uint8Array[] = [];
  #pendingSize = 0;
  #pieces: (string | Uint8Array)[] = [];
  #textSize = 0;
  #literal: Literal | undefined;
  #literalsSize = 0;
  /** Why the command that is being read will be refused, once all of it has come. */
  #refusal: string | undefined;
  #finished: { command: CommandPieces; refusal?: string } | undefined;

  constructor(options: CommandReaderOptions) {
    this.#options = options;
  }

  /** Takes bytes up to the end of one command; gives what is behind them, and the command if it is whole. */
  push(bytes: Uint8Array): { rest: Uint8Array; command?: CommandPieces; refusal?: string } {
    let rest = bytes;
    while (rest.length > 0) {
      rest = this.#literal === undefined ? this.#takeLine(rest) : this.#takeLiteral(rest, this.#literal);
      const finished = this.#finished;
      if (finished === undefined) continue;
      this.#finished = undefined;
      return { rest, ...finished };
    }
    return { rest };
  }

  #takeLine(bytes: Uint8Array): Uint8Array {
    const end = bytes.indexOf(lineFeed);
    const part = end < 0 ? bytes : bytes.subarray(0, end);
    this.#textSize += part.length;
    if (this.#textSize > imapLimits.commandText) throw imapErrors.tooMuch({ reason: 'Command line too long.' });
    this.#pending.push(Uint8Array.from(part));
    this.#pendingSize += part.length;
    if (end < 0) return bytes.subarray(bytes.length);
    this.#endLine(Buffer.concat(this.#pending, this.#pendingSize).toString('latin1').replace(/\r$/, ''));
    this.#pending = [];
    this.#pendingSize = 0;
    return bytes.subarray(end + 1);
  }

  #endLine(line: string): void {
    const announced = literalForm.exec(line);
    if (announced === null) return this.#finish(line);
    const size = Number(announced[1]);
    const waits = announced[2] === '';
    this.#pieces.push(line.slice(0, announced.index));
    const reason = this.#objection(size);
    if (reason !== undefined && waits) return this.#finish('', reason);
    this.#refusal ??= reason;
    this.#literalsSize += size;
    this.#literal = { size, parts: [], got: 0 };
    if (waits) this.#options.askToGoOn();
    if (size === 0) this.#endLiteral(this.#literal);
  }

  #objection(size: number): string | undefined {
    const isAppend = /^\S+ +APPEND\b/i.test(String(this.#pieces[0]));
    if (isAppend) return size > this.#options.messageSize ? 'Message size exceeds the fixed maximum' : undefined;
    const isTooLong = size > imapLimits.literal || this.#literalsSize + size > imapLimits.literals;
    return isTooLong ? 'Literal too long' : undefined;
  }

  #takeLiteral(bytes: Uint8Array, literal: Literal): Uint8Array {
    const part = bytes.subarray(0, literal.size - literal.got);
    literal.got += part.length;
    if (this.#refusal === undefined) literal.parts.push(Uint8Array.from(part));
    if (literal.got === literal.size) this.#endLiteral(literal);
    return bytes.subarray(part.length);
  }

  #endLiteral({ parts }: Literal): void {
    this.#pieces.push(Buffer.concat(parts));
    this.#literal = undefined;
  }

  #finish(line: string, refusal = this.#refusal): void {
    const command = [...this.#pieces, line];
    this.#finished = { command, ...(refusal === undefined ? {} : { refusal }) };
    this.#pieces = [];
    this.#textSize = 0;
    this.#literalsSize = 0;
    this.#refusal = undefined;
  }
}
