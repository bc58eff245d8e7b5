import { skipNewlines } from '../skip-blanks.ts';
import type {
  AnyAst,
  ErrorExpressionAst,
  ErrorStatementAst,
  ExpressionAst,
  PipelineBaseAst,
  ScriptBlockAst,
  ScriptBlockExpressionAst,
  StatementAst,
  StatementBlockAst,
  TrapStatementAst,
} from '../ast.ts';
import type { Definition } from '../checks/type-checks.ts';
import { Lexer, type LexerMode, placeOf } from '../lexer.ts';
import { parseError, type ErrorPlace, type ParseError, type ParseErrorId } from '../parse-error.ts';
import { nextToken } from '../read-token.ts';
import type { Token } from '../token.ts';
import { tokenTraits, type TokenKind } from '../token-kind.ts';

/** A piece of the script: a token, a node or a pair of offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface StatementList {
  readonly statements: StatementAst[];
  readonly traps: TrapStatementAst[];
  /** From the first statement to the last; absent without any. */
  readonly span: Span | undefined;
}

/** The rules that call each other in circles; each lives in a file of its own and reaches the others through this. */
export interface Grammar {
  expression(p: Parser, options?: { ternary?: boolean }): ExpressionAst | undefined;
  unary(p: Parser): ExpressionAst | undefined;
  primary(p: Parser, options: { members: boolean }): ExpressionAst | undefined;
  singleArgument(p: Parser, context: ArgumentContext): ExpressionAst | undefined;
  pipelineChain(p: Parser): PipelineBaseAst | undefined;
  statement(p: Parser): StatementAst | undefined;
  statementList(p: Parser): StatementList;
  statementBlock(p: Parser): StatementBlockAst | undefined;
  scriptBlock(p: Parser, options: ScriptBlockOptions): ScriptBlockAst;
  scriptBlockExpression(p: Parser, leftCurly: Token): ScriptBlockExpressionAst;
}

/** Where a command's argument stands: a name is no list, and some names are not expanded. */
export type ArgumentContext = 'command name' | 'name after operator' | 'file name' | 'argument' | 'switch condition';

export interface ScriptBlockOptions {
  /** Absent for a whole script. */
  readonly leftCurly?: Token | undefined;
  readonly isFilter?: boolean;
  /** A statement that the block begins with without the script saying so. */
  readonly firstStatement?: StatementAst | undefined;
}

export const before = (span: Span): Span => ({ start: Math.max(0, span.start - 1), end: Math.max(0, span.start - 1) });
export const after = (span: Span): Span => ({ start: span.end, end: span.end });
export const spanning = (first: Span, last: Span): Span => ({ start: first.start, end: last.end });

/** The first of the spans that there is. */
export function firstOf(...spans: readonly (Span | undefined)[]): Span {
  return spans.find((span) => span !== undefined) ?? { start: 0, end: 0 };
}

export const isBinaryOperator = (token: Token): boolean => tokenTraits[token.kind].binary !== undefined;
export const isUnaryOperator = (token: Token): boolean => tokenTraits[token.kind].unary === true;
export const isAssignment = (token: Token): boolean => tokenTraits[token.kind].assignment === true;
export const isKeyword = (token: Token): boolean => tokenTraits[token.kind].keyword === true;

const openers: Partial<Record<TokenKind, TokenKind>> = { LParen: 'RParen', LCurly: 'RCurly', LBracket: 'RBracket' };
const closers = new Set<TokenKind>(['RParen', 'RCurly', 'RBracket']);

/** What all rules share: one token of lookahead, the lexer's mode, the mistakes found. */
export class Parser {
  readonly lexer: Lexer;
  readonly grammar: Grammar;
  readonly errors: ParseError[] = [];
  /** In argument lists a comma parts the arguments instead of making an array. */
  commaDisabled = false;
  /** Classes and enums in the order of the script, with the number of the statement list around each. */
  readonly definitions: Definition[] = [];
  statementLists = 0;
  /** How many catch blocks stand around the token that is read. */
  catchDepth = 0;
  private readonly seen = new Set<string>();
  private ungot: Token | undefined;

  constructor(source: string, options: { grammar: Grammar; tokens?: Token[] | undefined }) {
    this.grammar = options.grammar;
    this.lexer = new Lexer({ source, tokens: options.tokens, report: (id, place) => this.report(id, place) });
  }

  /** The token that was looked at and not taken. */
  get pending(): Token | undefined {
    return this.ungot;
  }

  next(): Token {
    const token = this.ungot ?? nextToken(this.lexer);
    this.ungot = undefined;
    return token;
  }

  peek(): Token {
    this.ungot ??= nextToken(this.lexer);
    return this.ungot;
  }

  /** Drops the token that was looked at. */
  skip(): void {
    this.ungot = undefined;
  }

  unget(token: Token): void {
    this.ungot = token;
  }

  /** Takes the next token if it is of this kind. */
  accept(kind: TokenKind): Token | undefined {
    const token = this.next();
    if (token.kind === kind) return token;
    this.unget(token);
    return undefined;
  }

  skipNewlines(): void {
    if (this.ungot !== undefined && this.ungot.kind !== 'NewLine') return;
    this.ungot = undefined;
    skipNewlines(this.lexer, { semicolons: false });
  }

  skipNewlinesAndSemicolons(): void {
    if (this.ungot !== undefined && this.ungot.kind !== 'NewLine' && this.ungot.kind !== 'Semi') return;
    this.ungot = undefined;
    skipNewlines(this.lexer, { semicolons: true });
  }

  resync(place: Token | number): void {
    this.ungot = undefined;
    this.lexer.resync(place);
  }

  /** A place that `resync` can go back to: before the next token. */
  restorePoint(): number {
    return this.ungot ? placeOf(this.ungot) : this.lexer.index;
  }

  setMode(mode: LexerMode): void {
    const changes = mode !== this.lexer.mode && this.ungot !== undefined;
    if (changes && !tokenTraits[this.ungot!.kind].invariant) this.resync(this.ungot!);
    this.lexer.mode = mode;
  }

  /** Reads with the lexer in another mode. */
  inMode<T>(mode: LexerMode, read: () => T): T {
    const old = this.lexer.mode;
    this.setMode(mode);
    try {
      return read();
    } finally {
      this.setMode(old);
    }
  }

  /** Reads with the comma as an operator or not. */
  withComma<T>(options: { disabled: boolean }, read: () => T): T {
    const old = this.commaDisabled;
    this.commaDisabled = options.disabled;
    try {
      return read();
    } finally {
      this.commaDisabled = old;
    }
  }

  /** Skips to one of the kinds, brackets balanced; takes it when asked to. */
  syncOn(kinds: readonly TokenKind[], options: { consume: boolean }): void {
    const depth: Partial<Record<TokenKind, number>> = {};
    for (const kind of closers) depth[kind] = kinds.includes(kind) ? 1 : 0;
    for (;;) {
      const token = this.next();
      const closes = openers[token.kind];
      if (closes) depth[closes]!++;
      if (closers.has(token.kind) && --depth[token.kind]! === 0 && kinds.includes(token.kind)) {
        if (!options.consume) this.unget(token);
        return;
      }
      if (token.kind === 'EndOfInput') return this.unget(token);
      if (kinds.includes(token.kind) && [...closers].every((kind) => depth[kind] === 0)) return;
    }
  }

  report(id: ParseErrorId, place: ErrorPlace): void {
    const key = `${id}:${place.start}:${place.end}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.errors.push(parseError(id, place));
  }

  error(id: ParseErrorId, span: Span, ...values: readonly string[]): void {
    this.report(id, { start: span.start, end: span.end, arguments: values });
  }

  /** Reports a mistake that more input may mend; true when this is the end of the script. */
  incomplete(id: ParseErrorId, span: Span, ...values: readonly string[]): boolean {
    return this.incompleteAt(id, span, span, ...values);
  }

  /** The same, where the mistake was noticed at another place. */
  incompleteAt(id: ParseErrorId, span: Span, detected: Span, ...values: readonly string[]): boolean {
    const incomplete = this.lexer.isAtEnd(detected.end);
    this.report(id, { start: span.start, end: span.end, incomplete, arguments: values });
    return incomplete;
  }

  textOf(span: Span): string {
    return this.lexer.source.slice(span.start, span.end);
  }
}

/** A statement that could not be read, with what was read of it. */
export function errorStatement(
  span: Span,
  nested: readonly (AnyAst | undefined)[] = [],
  extras: Partial<Pick<ErrorStatementAst, 'keyword' | 'flags' | 'bodies' | 'conditions'>> = {},
): ErrorStatementAst {
  const { keyword, flags, bodies = [], conditions = [] } = extras;
  const kept = nested.filter((node) => node !== undefined);
  return { type: 'ErrorStatement', start: span.start, end: span.end, keyword, flags, bodies, conditions, nested: kept };
}

export function errorExpression(span: Span, nested: readonly AnyAst[] = []): ErrorExpressionAst {
  return { type: 'ErrorExpression', start: span.start, end: span.end, nested };
}
