import type {
  AssignmentStatementAst,
  CommandBaseAst,
  CommandExpressionAst,
  ErrorStatementAst,
  ExpressionAst,
  PipelineAst,
  PipelineBaseAst,
  PipelineChainAst,
  StatementAst,
} from '../ast.ts';
import type { Token } from '../token.ts';
import type { TokenKind } from '../token-kind.ts';
import { parseCommand } from './commands.ts';
import { after, errorStatement, isAssignment, spanning, type Parser, type Span } from './parser.ts';
import { inOrder, parseRedirection, type Redirections } from './redirections.ts';

/** pipeline-chain: assignment | pipeline { ( '&&' | '||' ) pipeline } [ '&' ] */
export function parsePipelineChain(p: Parser): PipelineBaseAst | undefined {
  const first = p.grammar.expression(p);
  const operator = first && p.inMode('expression', () => acceptAssignment(p));
  return first && operator ? parseAssignment(p, first, operator) : parseChain(p, first);
}

function acceptAssignment(p: Parser): Token | undefined {
  return isAssignment(p.peek()) ? p.next() : undefined;
}

/** assignment: expression assignment-operator statement */
function parseAssignment(p: Parser, left: ExpressionAst, operator: Token): AssignmentStatementAst {
  p.skipNewlines();
  const statement = p.grammar.statement(p);
  if (!statement) p.incomplete('ExpectedValueExpression', after(operator), operator.text);
  const right = statement ? withoutPipeline(statement) : errorStatement(after(operator));
  return { type: 'AssignmentStatement', ...spanning(left, right), left, operator: operator.kind, right };
}

/** A lone expression is assigned as it is, without the pipeline around it. */
function withoutPipeline(statement: StatementAst): StatementAst {
  if (statement.type !== 'Pipeline' || statement.background || statement.elements.length !== 1) return statement;
  const element = statement.elements[0]!;
  return element.type === 'CommandExpression' ? element : statement;
}

interface Chain {
  readonly ast: PipelineAst | PipelineChainAst;
  readonly operator: Token;
}

function parseChain(p: Parser, first: ExpressionAst | undefined): PipelineBaseAst | undefined {
  let chain: Chain | undefined;
  for (let start = first; ; start = undefined) {
    const firstToken = start ? undefined : p.peek();
    const pipeline = parsePipeline(p, start);
    if (!pipeline) return chain && endEmptyChain(p, chain, firstToken!);
    const ast = chain ? join(chain, pipeline, { background: false }) : pipeline;
    const token = p.peek();
    if (token.kind === 'Ampersand') return endInBackground(p, { ast, pipeline, chain });
    if (token.kind !== 'AndAnd' && token.kind !== 'OrOr') return ast;
    p.skip();
    p.skipNewlines();
    chain = { ast, operator: token };
    if (p.peek().kind !== 'EndOfInput') continue;
    p.incomplete('EmptyPipelineChainElement', after(token));
    return ast;
  }
}

function join({ ast, operator }: Chain, pipeline: PipelineAst, options: { background: boolean }): PipelineChainAst {
  const kind = operator.kind === 'AndAnd' ? 'AndAnd' : 'OrOr';
  return {
    type: 'PipelineChain',
    ...spanning(ast, pipeline),
    operator: kind,
    left: ast,
    right: pipeline,
    background: options.background,
  };
}

interface ChainEnd {
  readonly ast: PipelineAst | PipelineChainAst;
  readonly pipeline: PipelineAst;
  readonly chain: Chain | undefined;
}

function endInBackground(p: Parser, { ast, pipeline, chain }: ChainEnd): PipelineBaseAst {
  p.skip();
  const token = p.peek();
  if (token.kind !== 'AndAnd' && token.kind !== 'OrOr') return { ...ast, background: true };
  p.skip();
  p.error('BackgroundOperatorInPipelineChain', token);
  return errorStatement(spanning(chain?.ast ?? pipeline, token));
}

function endEmptyChain(p: Parser, { ast, operator }: Chain, token: Token): ErrorStatementAst {
  if (token.kind === 'EndOfInput') p.incomplete('EmptyPipelineChainElement', after(operator), operator.text);
  else if (token.kind !== 'Dot' && token.kind !== 'Ampersand') {
    p.error('EmptyPipelineChainElement', spanning(operator, token), operator.text);
  }
  return errorStatement(spanning(ast, operator), [ast], { keyword: operator.text });
}

const endsPipeline = new Set<TokenKind>([
  'Semi',
  'NewLine',
  'RParen',
  'RCurly',
  'EndOfInput',
  'AndAnd',
  'OrOr',
  'Ampersand',
]);

/** pipeline: ( expression redirections | command ) { '|' command } */
function parsePipeline(p: Parser, start: ExpressionAst | undefined): PipelineAst | undefined {
  const elements: CommandBaseAst[] = [];
  let expression = start ?? p.grammar.expression(p);
  let pipe: Token | undefined;
  for (;;) {
    const element = expression ? parseCommandExpression(p, expression, elements.length) : parseCommand(p);
    if (element) elements.push(element);
    else reportEmptyElement(p, elements.length, pipe);
    pipe = acceptPipe(p);
    if (!pipe) break;
    expression = p.grammar.expression(p);
  }
  if (elements.length === 0) return undefined;
  return { type: 'Pipeline', ...spanning(elements[0]!, elements.at(-1)!), elements, background: false };
}

function reportEmptyElement(p: Parser, count: number, pipe: Token | undefined): void {
  const token = p.peek();
  if (count === 0 && token.kind !== 'Pipe') return;
  const place: Span = pipe ? after(pipe) : token;
  p.incomplete('EmptyPipeElement', place);
}

/** The `|` that goes on with a pipeline, which may stand on a line of its own. */
function acceptPipe(p: Parser): Token | undefined {
  let token = p.peek();
  if (token.kind === 'NewLine' && p.lexer.continuesPipeline(token.end)) {
    p.skipNewlines();
    token = p.peek();
  }
  if (endsPipeline.has(token.kind)) return undefined;
  if (token.kind !== 'Pipe') {
    p.error('UnexpectedToken', token, token.text);
    return undefined;
  }
  p.skip();
  p.skipNewlines();
  if (p.peek().kind !== 'EndOfInput') return token;
  p.incomplete('EmptyPipeElement', after(token));
  return undefined;
}

function parseCommandExpression(p: Parser, expression: ExpressionAst, position: number): CommandExpressionAst {
  if (position > 0) p.error('ExpressionsMustBeFirstInPipeline', expression);
  const redirections: Redirections = new Map();
  let last: Span = expression;
  for (let token = p.peek(); token.kind === 'Redirection' || token.kind === 'RedirectInStd'; token = p.peek()) {
    p.skip();
    const place = parseRedirection(p, token, redirections);
    last = token.redirection ? place : expression;
  }
  return { type: 'CommandExpression', ...spanning(expression, last), expression, redirections: inOrder(redirections) };
}
