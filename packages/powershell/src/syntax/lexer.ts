import {
  endsAssemblyName,
  forcesNewToken,
  isAnyWhitespace,
  isAsciiLetter,
  isDash,
  isDigit,
  isDoubleQuote,
  isIdentifierFollow,
  isIdentifierStart,
  isLetter,
  isLetterOrDigit,
  isSingleQuote,
  isVariableStart,
  isWhitespace,
} from './characters.ts';
import type { ErrorReporter, ParseErrorId } from './parse-error.ts';
import { scanNumber } from './scan-number.ts';
import {
  scanExpandableHereString,
  scanExpandableString,
  scanLiteralHereString,
  scanLiteralString,
} from './scan-string.ts';
import { scanGeneric } from './scan-generic.ts';
import { scanVariable } from './scan-variable.ts';
import { unescapeBacktick } from './string-parts.ts';
import type { Redirection, Token, UnscannedExpression } from './token.ts';
import { dashOperatorKinds, keywordKinds, type TokenKind } from './token-kind.ts';

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

const simpleTokens: Readonly<Record<string, TokenKind>> = {
  '(': 'LParen',
  ')': 'RParen',
  ']': 'RBracket',
  '{': 'LCurly',
  '}': 'RCurly',
  ';': 'Semi',
  ',': 'Comma',
  '\n': 'NewLine',
};

/** Operators of one or two characters that a command's argument may begin with. */
const arithmetic: Readonly<Record<string, { one: TokenKind; assign?: TokenKind }>> = {
  '=': { one: 'Equals' },
  '+': { one: 'Plus', assign: 'PlusEquals' },
  '*': { one: 'Multiply', assign: 'MultiplyEquals' },
  '/': { one: 'Divide', assign: 'DivideEquals' },
  '%': { one: 'Rem', assign: 'RemainderEquals' },
};

// A string in a string is read again at each level.
const maximumNestedDepth = 200;

const requiresLine = /^#requires/i;
const atEndOfScript = /(?:[^\S\r\n]|#[^\r\n]*|<#[^]*?(?:#>|$))*$/y;
const pipeContinuation = /(?:[^\S\r\n]*(?:<#[^]*?#>|#[^\r\n]*(?:\r\n|\n|\r)))*[^\S\r\n]*\|/y;
const parameterEnds = new Set(['{', '}', '(', ')', ';', ',', '|', '&', '.', '[', '\r', '\n', '\0', '']);

/** Where to read a token again; the end of the script is one further each time, as in the original. */
const placeOf = (token: Token): number => (token.kind === 'EndOfInput' ? token.at + 1 : token.at);

/** Cuts a script into tokens, one at a time, in the mode that the parser sets. */
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

  /** A generic token that begins with `prefix`, read already. */
  generic(prefix: string): Token {
    return scanGeneric(this, prefix);
  }

  /** Reads what was taken for something else as a generic token. */
  restartAsGeneric(): Token {
    this.index = this.tokenStart;
    return scanGeneric(this, '');
  }

  /** A token for a `$( … )` whose text is read later. */
  unscannedToken(unscanned: UnscannedExpression, inError: boolean): Token {
    return this.token('DollarParen', { unscanned, inError });
  }

  /** The next token. */
  next(): Token {
    for (;;) {
      this.tokenStart = this.index;
      const c = this.take();
      const token = this.read(c);
      if (token) return token;
    }
  }

  /** The token that begins with `c`, or undefined after something that is none. */
  private read(c: string): Token | undefined {
    if (isAsciiLetter(c) || c === '_') return this.scanIdentifier();
    if (c === ' ' || isWhitespace(c)) return this.skipWhitespace();
    const simple = simpleTokens[c];
    if (simple) return this.token(simple);
    if (c === '') return this.endOfInput();
    if (isSingleQuote(c)) return scanLiteralString(this);
    if (isDoubleQuote(c)) return scanExpandableString(this);
    if (isDash(c)) return this.scanDash(c);
    if (isDigit(c)) return this.scanDigit(c);
    return this.readPunctuation(c);
  }

  private readPunctuation(c: string): Token | undefined {
    switch (c) {
      case '$':
        return this.scanDollar();
      case '#':
        return this.scanLineComment();
      case '\r':
        if (this.peek() === '\n') this.index++;
        return this.token('NewLine');
      case '`':
        return this.scanBacktick();
      case '@':
        return this.scanAt();
      case '=':
      case '+':
      case '*':
      case '/':
      case '%':
        return this.scanArithmetic(c);
      case '<':
        return this.scanLess();
      case '>':
        return this.scanGreater(1);
      case '[':
        return this.inCommandMode && !forcesNewToken(this.peek()) ? scanGeneric(this, '[') : this.token('LBracket');
      case '.':
        return this.scanDot();
      case '&':
        return this.scanTwice('&', 'AndAnd', 'Ampersand');
      case '|':
        return this.scanTwice('|', 'OrOr', 'Pipe');
      case '!':
        return this.scanExclaim();
      case ':':
        return this.scanColon();
      case '?':
        if (this.inExpressionMode) return this.scanQuestion();
        return scanGeneric(this, c);
      default:
        return isLetter(c) ? this.scanIdentifier() : scanGeneric(this, c);
    }
  }

  private endOfInput(): Token {
    const start = this.offsetOf(this.tokenStart + 1);
    return this.save({ kind: 'EndOfInput', start, end: start, at: this.tokenStart, text: '', value: '' });
  }

  skipWhitespace(): undefined {
    while (isWhitespace(this.peek())) this.index++;
    return undefined;
  }

  private scanTwice(c: string, twice: TokenKind, once: TokenKind): Token {
    if (this.peek() !== c) return this.token(once);
    this.index++;
    return this.token(twice);
  }

  /** In command mode an operator that goes on is an argument: `+x`. */
  private operatorOrGeneric(text: string, kind: TokenKind): Token {
    return this.inCommandMode && !forcesNewToken(this.peek()) ? scanGeneric(this, text) : this.token(kind);
  }

  private scanArithmetic(c: string): Token {
    const { one, assign } = arithmetic[c]!;
    const following = this.peek();
    if (c === '+' && following === '+') {
      this.index++;
      return this.operatorOrGeneric('++', 'PlusPlus');
    }
    if (assign && following === '=') {
      this.index++;
      return this.operatorOrGeneric(`${c}=`, assign);
    }
    if (c === '*' && following === '>') {
      this.index++;
      return this.scanGreater(0);
    }
    if (c === '+' && this.startsSignedNumber(following)) return scanNumber(this, c);
    return this.operatorOrGeneric(c, one);
  }

  private startsSignedNumber(following: string): boolean {
    return this.allowSignedNumbers && (isDigit(following) || following === '.');
  }

  private scanDash(c: string): Token {
    const following = this.peek();
    if (isDash(following)) {
      this.index++;
      return this.operatorOrGeneric(c + following, 'MinusMinus');
    }
    if (following === '=') {
      this.index++;
      return this.operatorOrGeneric(`${c}=`, 'MinusEquals');
    }
    if (isLetter(following) || following === '_' || following === '?') return this.scanParameter(c);
    if (this.startsSignedNumber(following)) return scanNumber(this, c);
    return this.operatorOrGeneric(c, 'Minus');
  }

  private scanDigit(c: string): Token {
    if (c >= '1' && c <= '6' && this.peek() === '>') {
      this.index++;
      return this.scanGreater(Number(c));
    }
    return scanNumber(this, c);
  }

  /** After the first `>` of a redirection from stream `from`; 0 stands for all streams. */
  private scanGreater(from: number): Token {
    if (this.peek() === '>') {
      this.index++;
      return this.redirectionToken({ from, append: true });
    }
    const explicit = this.source[this.offsetOf(this.tokenStart)] !== '>';
    const target = this.peek(1);
    if (explicit && this.peek() === '&' && (target === '1' || (from !== 0 && target === '2'))) {
      this.index += 2;
      return this.redirectionToken({ from, to: Number(target) });
    }
    return this.redirectionToken({ from });
  }

  /** In an expression `1>` is a number and a redirection of its output. */
  private redirectionToken(redirection: Redirection): Token {
    const explicit = this.text[this.tokenStart] !== '>' && this.text[this.tokenStart] !== '*';
    if (redirection.to !== undefined || !explicit || !this.inExpressionMode)
      return this.token('Redirection', { redirection });
    this.index = this.tokenStart + 1;
    return this.token('Number', { number: { type: 'Int32', value: BigInt(redirection.from) } });
  }

  private scanLess(): Token | undefined {
    if (this.peek() !== '#') return this.token('RedirectInStd');
    this.index++;
    return this.scanBlockComment();
  }

  private scanLineComment(): undefined {
    while (!this.atEnd && this.peek() !== '\n' && this.peek() !== '\r') this.index++;
    const comment = this.token('Comment');
    if (requiresLine.test(comment.text)) this.requires.push(comment);
    return undefined;
  }

  private scanBlockComment(): undefined {
    const end = this.text.indexOf('#>', this.index);
    this.index = end < 0 ? this.text.length : end + 2;
    if (end < 0) this.reportIncomplete('MissingTerminatorMultiLineComment', this.tokenStart);
    this.token('Comment');
    return undefined;
  }

  private scanBacktick(): Token | undefined {
    const c = this.take();
    if (c === '\r' && this.peek() === '\n') this.index++;
    if (c === '\n' || c === '\r') {
      this.token('LineContinuation');
      return undefined;
    }
    if (isAnyWhitespace(c)) return this.skipWhitespace();
    if (c === '') {
      this.reportIncomplete('IncompleteString', this.index);
      this.index--;
      return undefined;
    }
    return scanGeneric(this, unescapeBacktick(this, c) ?? '');
  }

  private scanAt(): Token {
    const c = this.take();
    if (c === '{') return this.token('AtCurly');
    if (c === '(') return this.token('AtParen');
    if (isSingleQuote(c)) return scanLiteralHereString(this, c);
    if (isDoubleQuote(c)) return scanExpandableHereString(this, c);
    this.index--;
    if (isVariableStart(c)) return scanVariable(this, { splatted: true, inString: false });
    this.reportAt('UnrecognizedToken', this.index - 1);
    return this.token('Unknown');
  }

  private scanDollar(): Token {
    if (this.peek() !== '(') return scanVariable(this, { splatted: false, inString: false });
    this.index++;
    return this.token('DollarParen');
  }

  private scanDot(): Token {
    const following = this.peek();
    if (following === '.') {
      if (this.inCommandMode && !forcesNewToken(this.peek(1))) return scanGeneric(this, '.');
      this.index++;
      return this.token('DotDot');
    }
    if (isDigit(following)) return scanNumber(this, '.');
    const name = !forcesNewToken(following) && following !== '$' && following !== '"' && following !== "'";
    return this.inCommandMode && name ? scanGeneric(this, '.') : this.token('Dot');
  }

  private scanExclaim(): Token {
    const following = this.peek();
    if (this.inCommandMode && !forcesNewToken(following)) return scanGeneric(this, '!');
    if (this.inExpressionMode && isIdentifierStart(following)) return scanGeneric(this, '!');
    return this.token('Exclaim');
  }

  private scanColon(): Token {
    if (this.peek() === ':') {
      this.index++;
      const goesOn = this.inCommandMode && !this.wantSimpleName && !forcesNewToken(this.peek());
      return goesOn ? scanGeneric(this, '::') : this.token('ColonColon');
    }
    return this.inCommandMode ? this.scanLabel() : this.token('Colon');
  }

  private scanLabel(): Token {
    if (!isIdentifierStart(this.peek()))
      return this.atEnd ? this.token('Generic', { value: ':' }) : scanGeneric(this, ':');
    const begin = this.index;
    while (isIdentifierFollow(this.peek())) this.index++;
    const value = this.text.slice(begin, this.index);
    if (!forcesNewToken(this.peek())) return scanGeneric(this, `:${value}`);
    return this.token('Label', { value });
  }

  private scanQuestion(): Token {
    if (this.peek() !== '?') return this.token('QuestionMark');
    this.index++;
    if (this.peek() !== '=') return this.token('QuestionQuestion');
    this.index++;
    return this.token('QuestionQuestionEquals');
  }

  private scanIdentifier(): Token {
    while (isIdentifierFollow(this.peek())) this.index++;
    if (this.mode === 'type name') return this.scanTypeName();
    const simple = this.wantSimpleName;
    if (!simple && this.inCommandMode && !forcesNewToken(this.peek())) {
      return scanGeneric(this, this.text.slice(this.tokenStart, this.index));
    }
    if (simple || this.inExpressionMode) return this.token('Identifier');
    return this.token(this.keywordKind(this.text.slice(this.tokenStart, this.index)) ?? 'Identifier');
  }

  private keywordKind(word: string): TokenKind | undefined {
    const lower = word.toLowerCase();
    if (lower === 'inlinescript' && this.inWorkflow) return 'InlineScript';
    return keywordKinds.get(lower);
  }

  private scanTypeName(): Token {
    for (let c = this.peek(); c !== '' && ('._`+#\\'.includes(c) || isLetterOrDigit(c)); c = this.peek()) this.index++;
    return this.token('Identifier');
  }

  /** The rest of a type name behind its comma: `System.Xml, Version=4.0.0.0`. */
  assemblyName(): string {
    let name = this.assemblyNamePart();
    while (this.peek() === ',') {
      name += `, ${this.assemblyNameSeparator('Comma')}`;
      if (this.peek() === '=') name += `=${this.assemblyNameSeparator('Equals')}`;
    }
    return name;
  }

  private assemblyNameSeparator(kind: TokenKind): string {
    this.tokenStart = this.index++;
    this.token(kind);
    return this.assemblyNamePart();
  }

  private assemblyNamePart(): string {
    this.skipWhitespace();
    this.tokenStart = this.index;
    while (!endsAssemblyName(this.peek())) this.index++;
    const part = this.text.slice(this.tokenStart, this.index);
    this.token('Identifier');
    this.skipWhitespace();
    return part;
  }

  private scanParameter(dash: string): Token {
    const begin = this.index;
    let colon = false;
    for (let c = this.peek(); !parameterEnds.has(c) && !isWhitespace(c); c = this.peek()) {
      if (c === ':') {
        colon = true;
        break;
      }
      if (!isAsciiLetter(c)) {
        if (!this.inCommandMode) break;
        if (isSingleQuote(c) || isDoubleQuote(c)) return scanGeneric(this, dash + this.text.slice(begin, this.index));
      }
      this.index++;
    }
    const value = this.text.slice(begin, this.index);
    if (colon && this.inCommandMode) this.index++;
    const operator = this.inExpressionMode ? dashOperatorKinds.get(value.toLowerCase()) : undefined;
    if (operator) return this.token(operator);
    if (value === '') return this.token('Minus');
    return this.token('Parameter', { value, colon });
  }

  /** What stands behind `--%`: everything to the end of the line or to a pipe, quotes respected. */
  verbatimArgument(): Token {
    this.skipWhitespace();
    this.tokenStart = this.index;
    let quoted = false;
    for (let c = this.peek(); c !== '' && c !== '\r' && c !== '\n'; c = this.peek()) {
      if (isDoubleQuote(c)) quoted = !quoted;
      if (!quoted && (c === '|' || (c === '&' && this.peek(1) === '&'))) break;
      this.index++;
    }
    return this.token('Generic');
  }

  /** Skips line ends and comments, with `semicolons` these as well. */
  skipNewlines(options: { semicolons: boolean }): void {
    for (;;) {
      this.tokenStart = this.index;
      const c = this.peek();
      if (!this.skipOne(c, options.semicolons)) return;
    }
  }

  private skipOne(c: string, semicolons: boolean): boolean {
    if (c === '') return false;
    if (c === '`') return this.skipContinuation();
    if (
      c === '<'
        ? this.peek(1) !== '#'
        : c !== '#' && c !== '\r' && c !== '\n' && !(c === ';' && semicolons) && !isWhitespace(c)
    ) {
      return false;
    }
    this.index++;
    if (isWhitespace(c)) this.skipWhitespace();
    else if (c === '#') this.scanLineComment();
    else if (c === '<') this.scanLess();
    else this.read(this.text.charAt(--this.index) && this.take());
    return true;
  }

  private skipContinuation(): boolean {
    const following = this.peek(1);
    if (!isAnyWhitespace(following)) return false;
    this.index++;
    this.scanBacktick();
    return true;
  }

  /** `.`, `::`, `[`, `?.`, `?[` right behind an expression; comments may stand between. */
  memberAccessOperator(options: { bracket: boolean }): Token | undefined {
    while (this.peek() === '<') {
      if (this.peek(1) !== '#') return undefined;
      this.tokenStart = this.index;
      this.index += 2;
      this.scanBlockComment();
    }
    this.tokenStart = this.index;
    const c = this.peek();
    const following = this.peek(1);
    if (c === '.') return following === '.' || this.endsMember(following) ? undefined : this.taken(1, 'Dot');
    if (c === ':') return following !== ':' || this.endsMember(this.peek(2)) ? undefined : this.taken(2, 'ColonColon');
    if (c === '[') return options.bracket ? this.taken(1, 'LBracket') : undefined;
    if (c !== '?') return undefined;
    if (following === '.') return this.taken(2, 'QuestionDot');
    return following === '[' && options.bracket ? this.taken(2, 'QuestionLBracket') : undefined;
  }

  private taken(length: number, kind: TokenKind): Token {
    this.index += length;
    return this.token(kind);
  }

  private endsMember(c: string): boolean {
    return this.inCommandMode && (c === '' || c === '\0' || c === '\r' || c === '\n' || isWhitespace(c));
  }

  /** The `(` or `{` that makes a member access a call; nothing may stand between. */
  invocationParenthesis(): Token | undefined {
    this.tokenStart = this.index;
    const c = this.peek();
    if (c === '(') return this.taken(1, 'LParen');
    return c === '{' ? this.taken(1, 'LCurly') : undefined;
  }

  /** A `[` behind white space and comments. */
  leftBracket(): Token | undefined {
    const resyncPoint = this.index;
    let skipped = false;
    for (;;) {
      this.tokenStart = this.index;
      const c = this.peek();
      if (c === '[') return this.taken(1, 'LBracket');
      if (c === '.' || c === ':') {
        if (skipped) this.resync(resyncPoint);
        return undefined;
      }
      if (isWhitespace(c) || c === '#') skipped = true;
      else if (c !== '<' || this.peek(1) !== '#') return undefined;
      this.index++;
      if (c === '#') this.scanLineComment();
      else if (c === '<') this.scanLess();
      else this.skipWhitespace();
    }
  }
}
