import type {
  ErrorStatementAst,
  ExpressionAst,
  HashtableAst,
  StringConstantExpressionAst,
  UsingStatementAst,
} from '../ast.ts';
import type { Token } from '../token.ts';
import type { TokenKind } from '../token-kind.ts';
import { parseArgument } from './arguments.ts';
import { after, errorStatement, firstOf, spanning, type Parser, type Span } from './parser.ts';

type UsingKind = UsingStatementAst['usingKind'];

interface Directive {
  readonly kind: UsingKind;
  readonly alias: 'none' | 'allowed' | 'required';
}

const directives: Partial<Record<TokenKind, Directive>> = {
  Namespace: { kind: 'Namespace', alias: 'allowed' },
  Type: { kind: 'Type', alias: 'required' },
  Module: { kind: 'Module', alias: 'allowed' },
  Command: { kind: 'Command', alias: 'required' },
  Assembly: { kind: 'Assembly', alias: 'none' },
};

const endsItem = new Set<TokenKind>(['EndOfInput', 'NewLine', 'Comma', 'Semi']);

/** using-statement: 'using' ( 'namespace' | 'module' | 'assembly' | 'type' | 'command' ) item [ '=' item ] terminator */
export function parseUsing(p: Parser, usingToken: Token): UsingStatementAst | ErrorStatementAst {
  const directiveToken = p.next();
  const directive = directives[directiveToken.kind];
  if (!directive) {
    p.unget(directiveToken);
    p.incomplete('MissingUsingStatementDirective', after(usingToken));
    return errorStatement(usingToken);
  }
  const itemToken = p.next();
  if (endsItem.has(itemToken.kind)) {
    p.incomplete('MissingUsingItemName', after(directiveToken));
    return errorStatement(spanning(usingToken, directiveToken));
  }
  const item = parseArgument(p, itemToken, 'argument');
  if (item && isItem(item, directive.kind)) return parseAlias(p, { usingToken, itemToken, directive, item });
  const place = firstOf(item, itemToken);
  p.error('InvalidValueForUsingItemName', place, p.textOf(place));
  if (!item) p.syncOn(['Semi', 'NewLine'], { consume: true });
  return errorStatement(spanning(usingToken, place));
}

type Item = StringConstantExpressionAst | HashtableAst;

function isItem(item: ExpressionAst, kind: UsingKind): item is Item {
  return item.type === 'StringConstantExpression' || (kind === 'Module' && item.type === 'Hashtable');
}

interface UsingParts {
  readonly usingToken: Token;
  readonly itemToken: Token;
  readonly directive: Directive;
  readonly item: Item;
}

function parseAlias(p: Parser, parts: UsingParts): UsingStatementAst | ErrorStatementAst {
  const { usingToken, itemToken, directive, item } = parts;
  const equals = directive.alias === 'none' || item.type === 'Hashtable' ? undefined : p.accept('Equals');
  if (equals) return parseAliasItem(p, parts, equals);
  if (directive.alias === 'required') {
    p.incomplete('MissingEqualsInUsingAlias', after(itemToken));
    return errorStatement(spanning(usingToken, item), [item]);
  }
  requireTerminator(p);
  return usingStatement(spanning(usingToken, item), parts);
}

function usingStatement({ start, end }: Span, { directive, item }: UsingParts, alias?: Item): UsingStatementAst {
  const name = item.type === 'StringConstantExpression' ? item : undefined;
  const specification = [alias, item].find((part) => part?.type === 'Hashtable');
  return {
    type: 'UsingStatement',
    start,
    end,
    usingKind: directive.kind,
    name,
    alias: alias?.type === 'StringConstantExpression' ? alias : undefined,
    moduleSpecification: specification?.type === 'Hashtable' ? specification : undefined,
  };
}

function parseAliasItem(p: Parser, parts: UsingParts, equals: Token): UsingStatementAst | ErrorStatementAst {
  const { usingToken, directive, item } = parts;
  const token = p.next();
  if (token.kind === 'Comma') {
    p.error('UnexpectedUnaryOperator', token, token.text);
    return errorStatement(spanning(usingToken, token));
  }
  if (endsItem.has(token.kind)) {
    p.unget(token);
    p.incomplete('MissingNamespaceAlias', after(equals));
    return errorStatement(spanning(usingToken, equals));
  }
  const alias = parseArgument(p, token, 'argument');
  if (alias && isItem(alias, directive.kind)) {
    requireTerminator(p);
    return usingStatement(spanning(usingToken, token), parts, alias);
  }
  const place = firstOf(alias, token);
  p.error('InvalidValueForUsingItemName', place, p.textOf(place));
  return errorStatement(spanning(usingToken, place), [item, alias]);
}

function requireTerminator(p: Parser): void {
  const token = p.peek();
  if (token.kind === 'NewLine' || token.kind === 'Semi') p.skip();
  else if (token.kind !== 'EndOfInput') p.incomplete('MissingStatementTerminator', token);
}
