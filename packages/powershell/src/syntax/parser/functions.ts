import type { AttributeBaseAst, ParameterAst, ParamBlockAst, StatementAst, VariableExpressionAst } from '../ast.ts';
import type { Token } from '../token.ts';
import type { TokenKind } from '../token-kind.ts';
import { parseVariablePath } from '../variable-path.ts';
import { parseAttributes } from './attributes.ts';
import { after, before, errorStatement, spanning, type Parser, type Span } from './parser.ts';

const noFunctionName = new Set<TokenKind>([
  'Pipe',
  'LParen',
  'LCurly',
  'AtParen',
  'AtCurly',
  'RCurly',
  'RParen',
  'EndOfInput',
  'Semi',
  'Redirection',
  'RedirectInStd',
  'AndAnd',
  'OrOr',
  'Ampersand',
  'Variable',
  'SplattedVariable',
  'HereStringExpandable',
  'HereStringLiteral',
  'StringLiteral',
  'StringExpandable',
]);

/** function-statement: ( 'function' | 'filter' | 'workflow' ) name [ '(' parameters ')' ] '{' script-block '}' */
export function parseFunction(p: Parser, keyword: Token): StatementAst {
  p.skipNewlines();
  const nameToken = p.next();
  if (noFunctionName.has(nameToken.kind)) {
    p.unget(nameToken);
    p.incomplete('MissingNameAfterKeyword', after(keyword), keyword.text);
    return errorStatement(keyword);
  }
  const declaration = parseParameterDeclaration(p);
  const leftCurly = p.accept('LCurly');
  const failedAt = leftCurly
    ? declaration.failedAt
    : (declaration.failedAt ?? missingBody(p, declaration.rightParen ?? nameToken));
  if (failedAt) return errorStatement(spanning(keyword, failedAt), declaration.parameters);
  const { lexer } = p;
  const { inWorkflow } = lexer;
  lexer.inWorkflow = keyword.kind === 'Workflow';
  try {
    return finishFunction(p, { keyword, nameToken, leftCurly: leftCurly!, parameters: declaration.parameters });
  } finally {
    lexer.inWorkflow = inWorkflow;
  }
}

function missingBody(p: Parser, last: Span): Span {
  p.incomplete('MissingFunctionBody', after(last));
  return last;
}

interface FunctionParts {
  readonly keyword: Token;
  readonly nameToken: Token;
  readonly leftCurly: Token;
  readonly parameters: readonly ParameterAst[] | undefined;
}

function finishFunction(p: Parser, { keyword, nameToken, leftCurly, parameters }: FunctionParts): StatementAst {
  const isFilter = keyword.kind === 'Filter';
  const body = p.grammar.scriptBlock(p, { leftCurly, isFilter });
  return {
    type: 'FunctionDefinition',
    ...spanning(keyword, body),
    name: nameToken.kind === 'Generic' ? nameToken.value : nameToken.text,
    isFilter,
    isWorkflow: keyword.kind === 'Workflow',
    parameters: parameters && parameters.length > 0 ? parameters : undefined,
    body,
    nameStart: nameToken.start,
    nameEnd: nameToken.end,
  };
}

export interface ParameterDeclaration {
  readonly parameters: readonly ParameterAst[] | undefined;
  readonly rightParen: Token | undefined;
  /** Where the declaration ends that lacks its parenthesis. */
  readonly failedAt: Span | undefined;
}

/** parameter-declaration: [ '(' parameters ')' ] */
export function parseParameterDeclaration(p: Parser): ParameterDeclaration {
  p.skipNewlines();
  const leftParen = p.accept('LParen');
  if (!leftParen) return { parameters: undefined, rightParen: undefined, failedAt: undefined };
  const parameters = parseParameters(p);
  p.skipNewlines();
  const rightParen = p.accept('RParen');
  const failedAt = rightParen ? undefined : (parameters.at(-1) ?? leftParen);
  if (failedAt) p.incomplete('MissingEndParenthesisInFunctionParameterList', after(failedAt));
  p.skipNewlines();
  return { parameters, rightParen, failedAt };
}

/** param-block: attributes 'param' '(' parameters ')' */
export function parseParamBlock(p: Parser): ParamBlockAst | undefined {
  p.skipNewlines();
  const candidates = parseAttributes(p, { inExpression: false });
  p.skipNewlines();
  const paramToken = p.peek();
  if (paramToken.kind !== 'Param') return undefined;
  p.skip();
  p.skipNewlines();
  const leftParen = p.accept('LParen');
  if (!leftParen) return undefined;
  const parameters = parseParameters(p);
  p.skipNewlines();
  const next = p.peek();
  const rightParen = p.accept('RParen');
  if (!rightParen) p.incomplete('MissingEndParenthesisInFunctionParameterList', after(parameters.at(-1) ?? leftParen));
  const span = spanning(paramToken, rightParen ?? before(next));
  return { type: 'ParamBlock', ...span, attributes: attributesOnly(p, candidates), parameters };
}

function attributesOnly(p: Parser, candidates: readonly AttributeBaseAst[]): ParamBlockAst['attributes'] {
  for (const candidate of candidates) {
    if (candidate.type === 'TypeConstraint')
      p.error('TypeNotAllowedBeforeParam', candidate, p.textOf(candidate.typeName));
  }
  return candidates.filter((candidate) => candidate.type === 'Attribute');
}

/** parameters: [ parameter { ',' parameter } ] */
function parseParameters(p: Parser): ParameterAst[] {
  const parameters: ParameterAst[] = [];
  for (let comma: Token | undefined; ;) {
    const parameter = parseParameter(p);
    if (!parameter) {
      if (comma) p.incomplete('MissingExpressionAfterToken', after(comma), ',');
      return parameters;
    }
    parameters.push(parameter);
    p.skipNewlines();
    comma = p.peek();
    if (comma.kind !== 'Comma') return parameters;
    p.skip();
  }
}

/** parameter: attributes variable [ '=' expression ] */
function parseParameter(p: Parser): ParameterAst | undefined {
  return p.withComma({ disabled: true }, () =>
    p.inMode('expression', () => {
      p.skipNewlines();
      const attributes = parseAttributes(p, { inExpression: false });
      p.skipNewlines();
      const token = p.accept('Variable') ?? p.accept('SplattedVariable');
      if (!token) return attributes.length > 0 ? brokenParameter(p, attributes) : undefined;
      p.skipNewlines();
      const defaultValue = parseDefault(p);
      const span = spanning(attributes[0] ?? token, defaultValue ?? token);
      return { type: 'Parameter', ...span, name: parameterName(token), attributes, defaultValue };
    }),
  );
}

function parseDefault(p: Parser): ParameterAst['defaultValue'] {
  const equals = p.accept('Equals');
  if (!equals) return undefined;
  p.skipNewlines();
  const value = p.grammar.expression(p);
  if (!value) p.incomplete('MissingExpressionAfterToken', after(equals), '=');
  return value;
}

const parameterName = (token: Token): VariableExpressionAst => ({
  type: 'VariableExpression',
  start: token.start,
  end: token.end,
  path: token.path!,
  splatted: token.kind === 'SplattedVariable',
});

function brokenParameter(p: Parser, attributes: AttributeBaseAst[]): ParameterAst {
  p.incomplete('InvalidFunctionParameter', after(attributes.at(-1)!));
  p.syncOn(['RParen'], { consume: true });
  const span = spanning(attributes[0]!, attributes.at(-1)!);
  const name: VariableExpressionAst = {
    type: 'VariableExpression',
    ...span,
    path: parseVariablePath('__error__'),
    splatted: false,
  };
  return { type: 'Parameter', ...span, name, attributes, defaultValue: undefined };
}
