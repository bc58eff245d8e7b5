import type { AnyAst, ExpressionAst, PipelineBaseAst, StatementAst, StatementBlockAst, SwitchFlag } from '../ast.ts';
import type { Token } from '../token.ts';
import { parseSingleArgument } from './arguments.ts';
import { acceptLeftParen, parseBody } from './conditions.ts';
import { stringConstant } from './names.ts';
import { after, before, errorStatement, spanning, type Parser, type Span } from './parser.ts';

type IfClause = readonly [condition: PipelineBaseAst, body: StatementBlockAst];

/** if-statement: 'if' '(' pipeline ')' block { 'elseif' '(' pipeline ')' block } [ 'else' block ] */
export function parseIf(p: Parser, ifToken: Token): StatementAst {
  const clauses: IfClause[] = [];
  const parts: AnyAst[] = [];
  for (let keyword = ifToken; ;) {
    const clause = parseIfClause(p, keyword, { ifToken, parts });
    if ('type' in clause) return clause;
    clauses.push(clause);
    const restorePoint = p.restorePoint();
    p.skipNewlines();
    keyword = p.peek();
    if (keyword.kind === 'ElseIf') {
      p.skip();
      continue;
    }
    if (keyword.kind === 'Else') return parseElse(p, keyword, { ifToken, parts, clauses });
    p.resync(restorePoint);
    return { type: 'IfStatement', ...spanning(ifToken, clause[1]), clauses, elseClause: undefined };
  }
}

interface IfParts {
  readonly ifToken: Token;
  readonly parts: AnyAst[];
}

function parseElse(
  p: Parser,
  keyword: Token,
  { ifToken, parts, clauses }: IfParts & { clauses: IfClause[] },
): StatementAst {
  p.skip();
  const elseClause = parseBody(p);
  if (elseClause) return { type: 'IfStatement', ...spanning(ifToken, elseClause), clauses, elseClause };
  p.incomplete('MissingStatementBlockAfterElse', after(keyword));
  return errorStatement(spanning(ifToken, keyword), parts);
}

function parseIfClause(p: Parser, keyword: Token, { ifToken, parts }: IfParts): IfClause | StatementAst {
  const leftParen = acceptLeftParen(p);
  if (!leftParen) {
    p.incomplete('MissingOpenParenthesisInIfStatement', after(keyword), keyword.text);
    return errorStatement(spanning(ifToken, keyword), parts);
  }
  const condition = parseIfCondition(p, keyword, leftParen);
  if (condition.type !== 'ErrorStatement') parts.push(condition);
  p.skipNewlines();
  const rightParen = p.next();
  if (rightParen.kind !== 'RParen') {
    p.unget(rightParen);
    if (condition.type !== 'ErrorStatement')
      p.incomplete('MissingEndParenthesisAfterStatement', rightParen, keyword.text);
    return errorStatement(spanning(ifToken, before(rightParen)), parts);
  }
  const body = parseBody(p);
  if (!body) {
    p.incomplete('MissingStatementBlock', rightParen, keyword.text);
    return errorStatement(spanning(ifToken, rightParen), parts);
  }
  parts.push(body);
  return [condition, body];
}

function parseIfCondition(p: Parser, keyword: Token, leftParen: Token): PipelineBaseAst {
  p.skipNewlines();
  const condition = p.grammar.pipelineChain(p);
  if (condition) return condition;
  p.incomplete('IfStatementMissingCondition', after(leftParen), keyword.text);
  return errorStatement(after(leftParen));
}

/** A switch statement while it is read. */
interface SwitchParts {
  readonly flags: Set<SwitchFlag>;
  /** The flags as written, for an error statement. */
  readonly written: Set<string>;
  readonly clauses: (readonly [ExpressionAst, StatementBlockAst])[];
  readonly read: AnyAst[];
  condition?: PipelineBaseAst | undefined;
  inParentheses?: boolean;
  defaultClause?: StatementBlockAst;
  failed: boolean;
  incomplete: boolean;
  last: Span;
}

const switchFlags = ['regex', 'wildcard', 'exact', 'casesensitive', 'parallel', 'file'] as const;

/** switch-statement: 'switch' { flag } ( '(' pipeline ')' | '-file' argument ) '{' { value block } '}' */
export function parseSwitch(p: Parser, switchToken: Token, label?: Token): StatementAst {
  const start = label ?? switchToken;
  const flags = new Set<SwitchFlag>();
  const parts: SwitchParts = {
    flags,
    written: new Set(),
    clauses: [],
    read: [],
    failed: false,
    incomplete: false,
    last: start,
  };
  p.skipNewlines();
  parseSwitchFlags(p, parts);
  parseSwitchCondition(p, parts);
  p.skipNewlines();
  const rightCurly = parseSwitchBody(p, parts);
  if (parts.failed || !rightCurly) return failedSwitch(spanning(start, parts.last), switchToken, parts);
  const { condition, clauses, defaultClause } = parts;
  return {
    type: 'SwitchStatement',
    ...spanning(start, rightCurly),
    label: label?.value,
    flags: orderedFlags(flags),
    condition: condition!,
    clauses,
    defaultClause,
  };
}

const flagOrder: readonly SwitchFlag[] = ['File', 'Regex', 'Wildcard', 'Exact', 'CaseSensitive', 'Parallel'];
const orderedFlags = (flags: ReadonlySet<SwitchFlag>): SwitchFlag[] => flagOrder.filter((flag) => flags.has(flag));

function failedSwitch(span: Span, switchToken: Token, parts: SwitchParts): StatementAst {
  const conditions = parts.inParentheses && parts.condition ? [parts.condition] : [];
  const flags = parts.written.size > 0 ? [...parts.written] : undefined;
  return errorStatement(span, [], { keyword: switchToken.text, flags, conditions, bodies: parts.read });
}

function fail(parts: SwitchParts, incomplete = false): void {
  parts.failed = true;
  parts.incomplete ||= incomplete;
}

function parseSwitchFlags(p: Parser, parts: SwitchParts): void {
  for (let token = p.peek(); token.kind === 'Parameter'; token = p.peek()) {
    p.skip();
    parts.last = token;
    const written = token.value.toLowerCase();
    const flag = switchFlags.find((name) => name.startsWith(written));
    if (flag) applySwitchFlag(p, parts, { flag, token });
    else {
      fail(parts);
      p.error('InvalidSwitchFlag', token, token.value);
    }
  }
  if (p.peek().kind === 'Minus') parts.written.add('--%');
}

function applySwitchFlag(
  p: Parser,
  parts: SwitchParts,
  { flag, token }: { flag: (typeof switchFlags)[number]; token: Token },
): void {
  const { flags } = parts;
  parts.written.add(flag);
  if (flag === 'regex' || flag === 'wildcard' || flag === 'exact') {
    flags.delete('Regex');
    flags.delete('Wildcard');
  }
  if (flag === 'regex') flags.add('Regex');
  else if (flag === 'wildcard') flags.add('Wildcard');
  else if (flag === 'casesensitive') flags.add('CaseSensitive');
  else if (flag === 'parallel') flags.add('Parallel');
  else if (flag === 'file') parseSwitchFile(p, parts, token);
}

function parseSwitchFile(p: Parser, parts: SwitchParts, token: Token): void {
  parts.flags.add('File');
  p.skipNewlines();
  const file = parseSingleArgument(p, 'file name');
  if (!file) return fail(parts, p.incomplete('MissingFilenameOption', after(token)));
  parts.last = file;
  const { start, end } = file;
  const element = { type: 'CommandExpression', start, end, expression: file, redirections: [] } as const;
  parts.condition = { type: 'Pipeline', start, end, elements: [element], background: false };
}

function parseSwitchCondition(p: Parser, parts: SwitchParts): void {
  const leftParen = p.peek();
  if (leftParen.kind === 'LParen') return parseParenthesizedCondition(p, parts, leftParen);
  if (!parts.condition && !parts.flags.has('File'))
    fail(parts, p.incomplete('PipelineValueRequired', after(parts.last)));
}

function parseParenthesizedCondition(p: Parser, parts: SwitchParts, leftParen: Token): void {
  parts.last = leftParen;
  parts.inParentheses = true;
  p.skip();
  if (parts.flags.has('File')) {
    fail(parts);
    p.error('PipelineValueRequired', leftParen);
  }
  p.skipNewlines();
  parts.condition = p.grammar.pipelineChain(p);
  if (parts.condition) parts.last = parts.condition;
  else fail(parts, p.incomplete('PipelineValueRequired', after(leftParen)));
  p.skipNewlines();
  const rightParen = p.accept('RParen');
  if (rightParen) parts.last = rightParen;
  else if (!parts.incomplete) fail(parts, p.incomplete('MissingEndParenthesisInSwitchStatement', after(parts.last)));
}

/** Gives the closing brace. */
function parseSwitchBody(p: Parser, parts: SwitchParts): Token | undefined {
  const leftCurly = p.accept('LCurly');
  if (!leftCurly) {
    if (!parts.incomplete) p.incomplete('MissingCurlyBraceInSwitchStatement', after(parts.last));
    fail(parts);
    return undefined;
  }
  parts.last = leftCurly;
  p.skipNewlines();
  for (;;) {
    if (!parseSwitchClause(p, parts)) return undefined;
    p.skipNewlinesAndSemicolons();
    const token = p.peek();
    if (token.kind === 'RCurly') return p.next();
    if (token.kind !== 'EndOfInput') continue;
    if (!parts.incomplete) p.incompleteAt('MissingEndCurlyBrace', leftCurly, token);
    fail(parts);
    return undefined;
  }
}

function parseSwitchClause(p: Parser, parts: SwitchParts): boolean {
  const token = p.peek();
  const isDefault = token.kind === 'Default';
  if (isDefault) p.skip();
  const value = isDefault ? stringConstant(token) : parseSingleArgument(p, 'switch condition');
  if (!value) {
    fail(parts);
    p.incomplete('MissingSwitchConditionExpression', after(parts.last));
    p.accept('RCurly');
    return false;
  }
  parts.read.push(value);
  parts.last = value;
  const body = p.grammar.statementBlock(p);
  if (!body) fail(parts, p.incomplete('MissingSwitchStatementClause', after(parts.last)));
  else addSwitchClause(p, parts, { value, body, isDefault });
  return true;
}

function addSwitchClause(
  p: Parser,
  parts: SwitchParts,
  clause: { value: ExpressionAst; body: StatementBlockAst; isDefault: boolean },
): void {
  const { value, body, isDefault } = clause;
  parts.read.push(body);
  parts.last = body;
  if (!isDefault) {
    parts.clauses.push([value, body]);
    return;
  }
  if (parts.defaultClause) {
    fail(parts);
    p.error('MultipleSwitchDefaultClauses', value);
  }
  parts.defaultClause = body;
}
