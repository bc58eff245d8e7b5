import type { AttributeBaseAst, DataStatementAst, ErrorStatementAst, ExpressionAst, StatementAst } from '../ast.ts';
import type { Token } from '../token.ts';
import { tokenText, tokenTraits, type TokenKind } from '../token-kind.ts';
import { parseSingleArgument } from './arguments.ts';
import { parseAttributes } from './attributes.ts';
import { parseIf, parseSwitch } from './branches.ts';
import { parseClass, parseEnum } from './classes.ts';
import { parseTrap, parseTry } from './exceptions.ts';
import { parseFunction } from './functions.ts';
import { parseDo, parseFor, parseForEach, parseWhile } from './loops.ts';
import { parseSimpleName } from './names.ts';
import {
  after,
  errorExpression,
  errorStatement,
  firstOf,
  isKeyword,
  spanning,
  type Parser,
  type Span,
  type StatementList,
} from './parser.ts';
import { parseLabelOrKey } from './primary.ts';
import { parseUsing } from './using.ts';

type StatementRule = (p: Parser, keyword: Token, attributes: readonly AttributeBaseAst[]) => StatementAst | undefined;
type LabeledRule = (p: Parser, keyword: Token, label?: Token) => StatementAst;

const labeledRules: Partial<Record<TokenKind, LabeledRule>> = {
  Switch: parseSwitch,
  Foreach: parseForEach,
  For: parseFor,
  While: parseWhile,
  Do: parseDo,
};

const rules: Partial<Record<TokenKind, StatementRule>> = {
  If: parseIf,
  Switch: (p, keyword) => parseSwitch(p, keyword),
  Foreach: (p, keyword) => parseForEach(p, keyword),
  For: (p, keyword) => parseFor(p, keyword),
  While: (p, keyword) => parseWhile(p, keyword),
  Do: (p, keyword) => parseDo(p, keyword),
  Function: parseFunction,
  Filter: parseFunction,
  Workflow: parseFunction,
  Return: (p, keyword) => parseFlow(p, keyword, 'ReturnStatement'),
  Exit: (p, keyword) => parseFlow(p, keyword, 'ExitStatement'),
  Throw: parseThrow,
  Break: (p, keyword) => parseJump(p, keyword, 'BreakStatement'),
  Continue: (p, keyword) => parseJump(p, keyword, 'ContinueStatement'),
  Trap: parseTrap,
  Try: parseTry,
  Data: parseData,
  Parallel: parseBlockStatement,
  Sequence: parseBlockStatement,
  Configuration: parseConfiguration,
  From: parseReserved,
  Define: parseReserved,
  Var: parseReserved,
  Class: parseClass,
  Enum: parseEnum,
  Using: parseMisplacedUsing,
};

/** Keywords that only go on with a statement; behind a broken one they begin the next. */
const continuations = new Set<TokenKind>(['Else', 'ElseIf', 'Catch', 'Until']);

/** statements: { statement terminator } */
export function parseStatementList(p: Parser): StatementList {
  const statements: StatementAst[] = [];
  const traps: StatementList['traps'] = [];
  const list = p.statementLists++;
  let span: Span | undefined;
  p.skipNewlinesAndSemicolons();
  for (let statement = parseStatement(p); statement; statement = parseStatement(p)) {
    if (p.lexer.signatureStart < statement.start) p.error('TokenAfterEndOfValidScriptText', statement);
    if (statement.type === 'TrapStatement') traps.push(statement);
    else statements.push(statement);
    if (statement.type === 'TypeDefinition') p.definitions.push({ ast: statement, list });
    span = spanning(span ?? statement, statement);
    p.skipNewlinesAndSemicolons();
    const { kind } = p.peek();
    if (kind === 'RParen' || kind === 'RCurly') break;
  }
  return { statements, traps, span };
}

interface StatementHead {
  readonly token: Token;
  readonly attributes: readonly AttributeBaseAst[];
  /** Where to begin again when the attributes belong to an expression. */
  readonly restorePoint?: Token;
}

/** statement: a keyword's statement | labelled statement | pipeline-chain */
export function parseStatement(p: Parser): StatementAst | undefined {
  const head = parseHead(p);
  const { token, attributes, restorePoint } = head;
  const rule = rules[token.kind];
  if (rule) return rule(p, token, attributes);
  if (token.kind === 'Label') return parseLabeled(p, token);
  if (continuations.has(token.kind) && p.errors.length > 0) {
    p.skipNewlines();
    return parseStatement(p);
  }
  if (token.kind === 'EndOfInput' && !restorePoint) {
    p.unget(token);
    return undefined;
  }
  if (restorePoint) p.resync(restorePoint);
  else p.unget(token);
  return p.grammar.pipelineChain(p);
}

/** Attributes before a statement belong to it when it is a type; else they begin an expression. */
function parseHead(p: Parser): StatementHead {
  const first = p.next();
  if (first.kind !== 'Generic' || !first.text.startsWith('[')) return { token: first, attributes: [] };
  p.resync(first);
  const attributes = parseAttributes(p, { inExpression: false });
  const token = p.next();
  if (attributes.length === 0) return { token, attributes };
  const { noAttributes } = tokenTraits[token.kind];
  const constraint = attributes.find((attribute) => attribute.type === 'TypeConstraint');
  if (noAttributes ? constraint : !isKeyword(token)) {
    p.resync(first);
    return { token: p.next(), attributes: [], restorePoint: first };
  }
  const attribute = noAttributes ? attributes[0]! : constraint;
  if (attribute)
    p.error(
      noAttributes ? 'UnexpectedAttribute' : 'TypeNotAllowedBeforeStatement',
      attribute,
      p.textOf(attribute.typeName),
    );
  return { token, attributes, restorePoint: first };
}

function parseLabeled(p: Parser, label: Token): StatementAst | undefined {
  p.skipNewlines();
  const keyword = p.next();
  const rule = labeledRules[keyword.kind];
  if (rule) return rule(p, keyword, label);
  p.resync(label);
  return p.grammar.pipelineChain(p);
}

/** throw-statement: 'throw' [ pipeline ] */
function parseThrow(p: Parser, keyword: Token): StatementAst {
  const pipeline = p.grammar.pipelineChain(p);
  const isRethrow = !pipeline && p.catchDepth > 0;
  return { type: 'ThrowStatement', ...spanning(keyword, pipeline ?? keyword), pipeline, isRethrow };
}

/** flow-statement: ( 'return' | 'exit' ) [ pipeline ] */
function parseFlow(p: Parser, keyword: Token, type: 'ReturnStatement' | 'ExitStatement'): StatementAst {
  const pipeline = p.grammar.pipelineChain(p);
  return { type, ...spanning(keyword, pipeline ?? keyword), pipeline };
}

/** jump-statement: ( 'break' | 'continue' ) [ label ] */
function parseJump(p: Parser, keyword: Token, type: 'BreakStatement' | 'ContinueStatement'): StatementAst {
  const label = parseLabelOrKey(p);
  return { type, ...spanning(keyword, label ?? keyword), label };
}

function parseReserved(p: Parser, keyword: Token): StatementAst {
  p.error('ReservedKeywordNotAllowed', keyword, tokenText(keyword.kind));
  return errorStatement(keyword);
}

function parseMisplacedUsing(p: Parser, keyword: Token): StatementAst {
  const statement = parseUsing(p, keyword);
  p.error('UsingMustBeAtStartOfScript', statement);
  return statement;
}

/** `parallel { … }`, `sequence { … }` */
function parseBlockStatement(p: Parser, keyword: Token): StatementAst {
  const body = p.grammar.statementBlock(p);
  if (body) return { type: 'BlockStatement', ...spanning(keyword, body), keyword: keyword.text, body };
  p.incomplete('MissingStatementAfterKeyword', after(keyword), keyword.text);
  return errorStatement(keyword);
}

/** A configuration is refused by name: Desired State Configuration is no part of this language. */
function parseConfiguration(p: Parser, keyword: Token): StatementAst | undefined {
  p.skipNewlines();
  const next = p.peek();
  if (next.kind === 'EndOfInput' || next.kind === 'LCurly') {
    p.incomplete('MissingConfigurationName', next.kind === 'EndOfInput' ? next : after(keyword));
    p.grammar.statementBlock(p);
    return undefined;
  }
  const name = parseSingleArgument(p, 'command name') ?? errorExpression(after(keyword));
  p.error('ReservedKeywordNotAllowed', keyword, 'configuration');
  const body = p.grammar.statementBlock(p);
  return errorStatement(spanning(keyword, body ?? name), [name, body]);
}

/** data-statement: 'data' [ name ] [ '-SupportedCommand' argument { ',' argument } ] block */
function parseData(p: Parser, dataToken: Token): DataStatementAst | ErrorStatementAst {
  p.skipNewlines();
  const name = parseSimpleName(p);
  p.skipNewlines();
  const parameter = p.accept('Parameter');
  const { commands, failedAt } = parameter
    ? parseSupportedCommands(p, parameter)
    : { commands: undefined, failedAt: undefined };
  const body = failedAt ? undefined : p.grammar.statementBlock(p);
  if (body) {
    return {
      type: 'DataStatement',
      ...spanning(dataToken, body),
      variable: name?.value,
      commandsAllowed: commands ?? [],
      body,
    };
  }
  const last = failedAt ?? firstOf(commands?.at(-1), name, dataToken);
  if (!failedAt) p.incomplete('MissingStatementBlockForDataSection', after(last));
  return errorStatement(spanning(dataToken, last), commands);
}

function parseSupportedCommands(
  p: Parser,
  parameter: Token,
): { commands: ExpressionAst[]; failedAt: Span | undefined } {
  const known = 'supportedcommand'.startsWith(parameter.value.toLowerCase());
  if (!known) p.error('InvalidParameterForDataSectionStatement', parameter, parameter.value);
  const commands: ExpressionAst[] = [];
  for (let comma: Token | undefined; ;) {
    p.skipNewlines();
    const command = parseSingleArgument(p, 'command name');
    if (!command) {
      const last = comma ?? parameter;
      if (known) p.incomplete('MissingValueForSupportedCommandInDataSectionStatement', after(last));
      return { commands, failedAt: last };
    }
    commands.push(command);
    comma = p.accept('Comma');
    if (!comma) return { commands, failedAt: known ? undefined : parameter };
  }
}
