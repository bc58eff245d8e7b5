import { readVerbatimArgument } from '../read-ahead.ts';
import type { CommandAst, CommandElementAst, CommandParameterAst } from '../ast.ts';
import type { Token } from '../token.ts';
import type { TokenKind } from '../token-kind.ts';
import { parseArgument, verbatimArgument } from './arguments.ts';
import { stringConstant } from './names.ts';
import { after, spanning, type ArgumentContext, type Parser, type Span } from './parser.ts';
import { inOrder, parseRedirection, type Redirections } from './redirections.ts';

const endsCommand = new Set<TokenKind>([
  'Pipe',
  'RCurly',
  'RParen',
  'EndOfInput',
  'NewLine',
  'Semi',
  'AndAnd',
  'OrOr',
  'Ampersand',
]);

/** A command while it is read. */
interface CommandParts {
  readonly elements: CommandElementAst[];
  readonly redirections: Redirections;
  context: ArgumentContext;
  /** After `--` nothing is a parameter. */
  parametersEnded: boolean;
  last: Span;
}

/** command: [ '.' | '&' ] name { parameter | argument | redirection } */
export function parseCommand(p: Parser): CommandAst | undefined {
  return p.inMode('command', () => {
    const first = p.next();
    const operator = first.kind === 'Dot' || first.kind === 'Ampersand' ? first.kind : undefined;
    const context = operator ? 'name after operator' : 'command name';
    const parts: CommandParts = { elements: [], redirections: new Map(), context, parametersEnded: false, last: first };
    parseElements(p, parts, operator ? p.next() : first);
    if (parts.elements.length > 0) return finishCommand(first, parts, operator);
    if (operator) p.error('MissingExpression', first, first.text);
    return undefined;
  });
}

function finishCommand(
  first: Token,
  parts: CommandParts,
  invocationOperator: 'Dot' | 'Ampersand' | undefined,
): CommandAst {
  const redirections = inOrder(parts.redirections);
  return {
    type: 'Command',
    ...spanning(first, parts.last),
    invocationOperator,
    elements: parts.elements,
    redirections,
  };
}

function parseElements(p: Parser, parts: CommandParts, first: Token): void {
  let token = first;
  while (!endsCommand.has(token.kind)) {
    if (!parseElement(p, parts, token)) return;
    parts.context = 'argument';
    token = p.next();
  }
  p.unget(token);
}

const isNameContext = (context: ArgumentContext): boolean =>
  context === 'command name' || context === 'name after operator';

/** False when nothing can follow: behind `--%`. */
function parseElement(p: Parser, parts: CommandParts, token: Token): boolean {
  switch (token.kind) {
    case 'MinusMinus':
      add(parts, parts.parametersEnded ? stringConstant(token) : dashDash(token));
      parts.parametersEnded = true;
      return true;
    case 'Comma':
      parts.last = token;
      p.error('MissingArgument', token);
      p.skipNewlines();
      return true;
    case 'Parameter':
      add(
        parts,
        isNameContext(parts.context) || parts.parametersEnded ? stringConstant(token) : parseParameter(p, token),
      );
      return true;
    case 'Redirection':
    case 'RedirectInStd':
      if (isNameContext(parts.context)) add(parts, stringConstant(token));
      else parts.last = parseRedirection(p, token, parts.redirections);
      return true;
    default:
      return parseCommandArgument(p, parts, token);
  }
}

function add(parts: CommandParts, element: CommandElementAst): void {
  parts.elements.push(element);
  parts.last = element;
}

const dashDash = (token: Token): CommandParameterAst => ({
  type: 'CommandParameter',
  start: token.start,
  end: token.end,
  parameterName: '-',
  errorEnd: token.end,
});

function parseParameter(p: Parser, token: Token): CommandParameterAst {
  const takesArgument = token.colon && p.peek().kind !== 'Comma';
  const argument = takesArgument ? parseArgument(p, p.next(), 'argument') : undefined;
  if (takesArgument && !argument) p.error('ParameterRequiresArgument', after(token), token.text);
  const span = argument ? spanning(token, argument) : { start: token.start, end: token.end };
  return { type: 'CommandParameter', ...span, parameterName: token.value, argument, errorEnd: token.end };
}

function parseCommandArgument(p: Parser, parts: CommandParts, token: Token): boolean {
  const argument = parseArgument(p, token, parts.context);
  if (!argument) return false;
  add(parts, argument);
  const isVerbatim = token.kind === 'Generic' && token.value === verbatimArgument;
  if (!isVerbatim || (p.pending && p.pending.kind !== 'Parameter')) return true;
  p.skip();
  add(parts, stringConstant(readVerbatimArgument(p.lexer)));
  return false;
}
