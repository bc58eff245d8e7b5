import type { ExpressionAst } from '../ast.ts';
import type { Token } from '../token.ts';
import type { TokenKind } from '../token-kind.ts';
import { stringConstant } from './names.ts';
import { after, errorExpression, spanning, type ArgumentContext, type Parser } from './parser.ts';
import { parseExpandable, parsePrimary } from './primary.ts';

/** The argument that keeps everything behind it as it is. */
export const verbatimArgument = '--%';

const endsArgument = new Set<TokenKind>([
  'Pipe',
  'RCurly',
  'RParen',
  'EndOfInput',
  'NewLine',
  'Semi',
  'Redirection',
  'RedirectInStd',
  'AndAnd',
  'OrOr',
  'Ampersand',
  'MinusMinus',
  'Comma',
]);

const beginsPrimary = new Set<TokenKind>([
  'SplattedVariable',
  'Variable',
  'Number',
  'HereStringExpandable',
  'StringExpandable',
  'HereStringLiteral',
  'StringLiteral',
  'LParen',
  'DollarParen',
  'AtParen',
  'AtCurly',
  'LCurly',
]);

/** One argument, read in command mode; nothing at a comma or at the end. */
export function parseSingleArgument(p: Parser, context: ArgumentContext): ExpressionAst | undefined {
  const { kind } = p.peek();
  if (kind === 'Comma' || kind === 'EndOfInput') return undefined;
  return p.inMode('command', () => parseArgument(p, p.next(), context));
}

/** argument: ( word | primary ) { ',' ( word | primary ) } */
export function parseArgument(p: Parser, first: Token, context: ArgumentContext): ExpressionAst | undefined {
  const elements: ExpressionAst[] = [];
  let comma: Token | undefined;
  for (let token = first; ; token = p.next()) {
    if (endsArgument.has(token.kind)) return endList(p, token, { elements, comma });
    const element = parseElement(p, token, context);
    if (!element) return undefined;
    elements.push(element);
    if (context !== 'argument' || token.value === verbatimArgument) break;
    comma = p.peek();
    if (comma.kind !== 'Comma') break;
    p.skip();
    p.skipNewlines();
  }
  return elements.length === 1
    ? elements[0]
    : { type: 'ArrayLiteral', ...spanning(elements[0]!, elements.at(-1)!), elements };
}

function endList(
  p: Parser,
  token: Token,
  list: { elements: ExpressionAst[]; comma: Token | undefined },
): ExpressionAst | undefined {
  p.unget(token);
  const { elements, comma } = list;
  if (!comma) return undefined;
  p.incomplete('MissingExpression', after(comma), ',');
  return errorExpression(spanning(elements[0]!, comma), elements);
}

function parseElement(p: Parser, token: Token, context: ArgumentContext): ExpressionAst | undefined {
  if (beginsPrimary.has(token.kind)) {
    p.unget(token);
    return parsePrimary(p, { members: true });
  }
  if (token.kind !== 'Generic') return wordArgument(token, context);
  if (token.nested && context !== 'command name') return parseExpandable(p, token, 'BareWord');
  return stringConstant(token, token.value);
}

/** An operator or keyword that stands as an argument is a word, also in the list of tokens. */
function wordArgument(token: Token, context: ArgumentContext): ExpressionAst {
  const isName = context === 'command name' || context === 'name after operator';
  if (!isName && token.kind !== 'Identifier') Object.assign(token, { kind: 'Generic' });
  return stringConstant(token);
}
