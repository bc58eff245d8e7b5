import type { ErrorReporter, ParseErrorId } from './parse-error.ts';
import type { TokenKind } from './token-kind.ts';
import type { Token, UnscannedExpression } from './token.ts';

/** What the same characters mean depends on where they stand: `a-b` is a command's name or a subtraction. */
export type LexerMode = 'expression' | 'command' | 'type name' | 'signature';

type TokenExtras = Partial<Omit<Token, 'kind' | 'start' | 'end' | 'at' | 'text'>>;

export interface LexerOptions {
  /** The whole script; offsets of tokens are offsets into it. */
  readonly source: string;
  readonly report: ErrorReporter;
  /** Gets every token in the order of the script; what is read again is taken out first. */
  readonly tokens?: Token[] | undefined;
}

// A string in a string is read again at each level.
const maximumNestedDepth = 200;

const atEndOfScript = /(?:[^\S\r\n]|#[^\r\n]*|<#[^]*?(?:#>|$))*$/y;
const pipeContinuation = /(?:[^\S\r\n]*(?:<#[^]*?#>|#[^\r\n]*(?:\r\n|\n|\r)))*[^\S\r\n]*\|/y;

/** Where to read a token again; the end of the script is one further each time, as in the original. */
export const placeOf = (token: Token): number => (token.kind === 'EndOfInput' ? token.at + 1 : token.at);

/** Where a script is being cut into tokens: the characters, the mode that the parser sets, and the making of tokens. */
export class Lexer {
  readonly source: string;
  readonly report: ErrorReporter;
  /** What is read: the source, or the text of a `$( … )` inside a string. */
  text: string;
  /** Where the next character stands in `text`. */
  index = 0;
  /** Where the token that is being read began in `text`. */
  tokenStart = 0;
  mode: LexerMode = 'command';
  allowSignedNumbers = false;
  /** Inside a ternary, `?` and `:` end a number. */
  ternaryEndsNumber = false;
  /** Keywords are ordinary names here: members of types and of objects. */
  wantSimpleName = false;
  inWorkflow = false;
  tokens: Token[] | undefined;
  /** Where the signature of the script begins: no code stands behind it. */
  signatureStart = Infinity;
  /** The `#requires` lines. */
  readonly requires: Token[] = [];
  lastToken: Token | undefined;
  private nestedDepth = 0;
  private base = 0;
  private offsets: Int32Array | undefined;

  constructor({ source, report, tokens }: LexerOptions) {
    this.source = source;
    this.text = source;
    this.report = report;
    this.tokens = tokens;
  }

  get inCommandMode(): boolean {
    return this.mode === 'command';
  }

  get inExpressionMode(): boolean {
    return this.mode === 'expression';
  }

  /** The character `ahead` places on; `''` past the end. */
  peek(ahead = 0): string {
    return this.text.charAt(this.index + ahead);
  }

  /** Takes the next character; `''` at the end. */
  take(): string {
    return this.text.charAt(this.index++);
  }

  get atEnd(): boolean {
    return this.index >= this.text.length;
  }

  /** Takes the characters that a sticky pattern matches here. */
  takeRun(pattern: RegExp): string {
    pattern.lastIndex = this.index;
    const run = pattern.exec(this.text)?.[0] ?? '';
    this.index += run.length;
    return run;
  }

  /** Where a place in `text` stands in the script. */
  offsetOf(index: number): number {
    if (!this.offsets) return index + this.base;
    const last = this.offsets.length - 1;
    return index <= last ? this.offsets[index]! : this.offsets[last]! + (index - last);
  }

  /** Reports a mistake at one character. */
  reportAt(id: ParseErrorId, index: number): void {
    const start = this.offsetOf(index);
    this.report(id, { start, end: start + 1 });
  }

  /** Reports a mistake from `index` to here, which more input may mend when nothing follows. */
  reportIncomplete(id: ParseErrorId, index: number, values: readonly string[] = []): void {
    const end = this.offsetOf(this.index);
    this.report(id, { start: this.offsetOf(index), end, incomplete: this.isAtEnd(end), arguments: values });
  }

  /** Whether nothing but white space and comments stands behind a place on its line, the script's last. */
  isAtEnd(offset: number): boolean {
    atEndOfScript.lastIndex = offset;
    return offset >= this.text.length || atEndOfScript.test(this.text);
  }

  /** Whether the next line that is no comment goes on with `|`. */
  continuesPipeline(offset: number): boolean {
    pipeContinuation.lastIndex = offset;
    return pipeContinuation.test(this.text);
  }

  /** Reads a `$( … )` of a string with `read`, then goes on where it was. */
  nested<T>(token: Token, read: () => T): T {
    const { text, index, tokenStart, mode, tokens, base, offsets, lastToken } = this;
    const unscanned = token.unscanned!;
    if (++this.nestedDepth > maximumNestedDepth) throw new RangeError('strings are nested too deeply');
    this.text = unscanned.text;
    this.base = token.start;
    this.offsets = unscanned.offsets;
    this.index = 0;
    this.mode = 'command';
    try {
      return read();
    } finally {
      this.nestedDepth--;
      Object.assign(this, { text, index, tokenStart, mode, tokens, base, offsets, lastToken });
    }
  }

  /** Begins to read again at a token, or at a place in `text`; the tokens from there on are forgotten. */
  resync(place: Token | number): void {
    const index = typeof place === 'number' ? place : placeOf(place);
    this.index = Math.max(0, Math.min(index, this.text.length + 1));
    while ((this.requires.at(-1)?.end ?? 0) > this.offsetOf(index)) this.requires.pop();
    if (!this.tokens) return;
    const start = this.offsetOf(index);
    while (this.tokens.length > 0 && this.isFrom(this.tokens.at(-1)!, start)) this.tokens.pop();
  }

  private isFrom(token: Token, start: number): boolean {
    return token.kind === 'EndOfInput' || token.end > start;
  }

  /** Makes a token that ends here. */
  token(kind: TokenKind, extras: TokenExtras = {}): Token {
    const start = this.offsetOf(this.tokenStart);
    const end = this.offsetOf(this.index);
    const text = this.source.slice(start, end);
    return this.save({
      kind,
      start,
      end,
      at: this.tokenStart,
      text,
      value: extras.value ?? text,
      format: extras.format,
      nested: extras.nested,
      path: extras.path,
      number: extras.number,
      redirection: extras.redirection,
      unscanned: extras.unscanned,
      colon: extras.colon,
      inError: extras.inError,
    });
  }

  private save(token: Token): Token {
    if (token.kind !== 'NewLine' && token.kind !== 'Comment' && token.kind !== 'LineContinuation')
      this.lastToken = token;
    this.tokens?.push(token);
    return token;
  }

  /** A token for a `$( … )` whose text is read later. */
  unscannedToken(unscanned: UnscannedExpression, inError: boolean): Token {
    return this.token('DollarParen', { unscanned, inError });
  }

  endOfInput(): Token {
    const start = this.offsetOf(this.tokenStart + 1);
    return this.save({ kind: 'EndOfInput', start, end: start, at: this.tokenStart, text: '', value: '' });
  }
}
