import { assemblyName } from '../scan-name.ts';
import type { Token } from '../token.ts';
import type { TypeName } from '../type-name.ts';
import { after, before, firstOf, spanning, type Parser, type Span } from './parser.ts';

const maximumRank = 32;
const errorTypeName = ':ErrorTypeName:';

interface TypeNameOptions {
  /** Whether `, Assembly` may follow. */
  readonly assembly: boolean;
  /** An argument of a generic type without brackets of its own: a comma begins the next argument. */
  readonly argument?: boolean;
}

/** A doubled backtick stands for one: `List``1` is how strings had to write it. */
function simple({ start, end }: Span, text: string, assembly?: string): TypeName {
  const name = text.replaceAll('``', '`');
  return assembly === undefined ? { kind: 'simple', name, start, end } : { kind: 'simple', name, assembly, start, end };
}

/** type-name: identifier [ '[' dimension | generic-arguments ']' ] [ ',' assembly-name ] */
export function parseTypeName(p: Parser, options: { assembly: boolean }): TypeName | undefined {
  return p.inMode('type name', () => {
    const name = p.accept('Identifier');
    return name && finishTypeName(p, name, options);
  });
}

function finishTypeName(p: Parser, name: Token, options: TypeNameOptions): TypeName {
  const token = p.peek();
  if (token.kind === 'LBracket') {
    p.skip();
    p.skipNewlines();
    return parseBracketed(p, name, { bracket: token, options });
  }
  if (token.kind !== 'Comma' || !options.assembly || options.argument) return simple(name, name.text);
  p.skip();
  const assembly = assemblyName(p.lexer);
  if (assembly.trim() !== '')
    return simple({ start: name.start, end: p.lexer.offsetOf(p.lexer.index) }, name.text, assembly);
  p.error('MissingAssemblyNameSpecification', after(token));
  return simple(name, name.text);
}

function parseBracketed(p: Parser, name: Token, place: { bracket: Token; options: TypeNameOptions }): TypeName {
  const token = p.next();
  const element = simple(name, name.text);
  if (token.kind === 'RBracket' || token.kind === 'Comma')
    return completeArray(p, element, { first: token, options: place.options });
  if (token.kind === 'LBracket' || token.kind === 'Identifier')
    return parseGeneric(p, name, { first: token, options: place.options });
  if (token.kind === 'EndOfInput') {
    p.unget(token);
    p.incomplete('MissingTypename', after(place.bracket));
  } else {
    p.error('UnexpectedToken', token, token.text);
    p.syncOn(['RBracket'], { consume: true });
  }
  return element;
}

function parseGeneric(
  p: Parser,
  name: Token,
  { first, options }: { first: Token; options: TypeNameOptions },
): TypeName {
  const { types, last } = parseGenericArguments(p, first);
  const closed = last.kind === 'RBracket';
  if (!closed) {
    p.unget(last);
    p.incomplete('EndSquareBracketExpectedAtEndOfAttribute', before(last));
  }
  const span = spanning(name, firstOf(closed ? last : undefined, types.at(-1), first));
  const generic: TypeName = {
    kind: 'generic',
    definition: simple(name, name.text),
    arguments: types,
    start: span.start,
    end: span.end,
  };
  const token = p.peek();
  if (token.kind === 'LBracket') {
    p.skip();
    return completeArray(p, generic, { first: p.next(), options });
  }
  if (token.kind !== 'Comma' || options.argument) return generic;
  p.skip();
  return withAssembly(p, generic, token);
}

/** The assembly behind a comma belongs to the innermost name. */
function withAssembly(p: Parser, typeName: TypeName, comma: Token): TypeName {
  const assembly = assemblyName(p.lexer);
  if (assembly !== '') return addAssembly(typeName, assembly);
  p.error('MissingAssemblyNameSpecification', after(comma));
  return typeName;
}

function addAssembly(typeName: TypeName, assembly: string): TypeName {
  if (typeName.kind === 'simple') return { ...typeName, assembly };
  if (typeName.kind === 'array') return { ...typeName, element: addAssembly(typeName.element, assembly) };
  return { ...typeName, definition: addAssembly(typeName.definition, assembly) };
}

/** generic-arguments: argument { ',' argument }; gives also the token behind them. */
export function parseGenericArguments(p: Parser, first: Token): { types: TypeName[]; last: Token } {
  const types = [parseGenericArgument(p, first)];
  for (;;) {
    p.skipNewlines();
    const last = p.next();
    if (last.kind !== 'Comma') return { types, last };
    p.skipNewlines();
    const token = p.peek();
    if (token.kind === 'Identifier' || token.kind === 'LBracket') {
      p.skip();
      types.push(parseGenericArgument(p, token));
    } else {
      p.incomplete('MissingTypename', after(last));
      types.push(simple(last, errorTypeName));
    }
  }
}

function parseGenericArgument(p: Parser, first: Token): TypeName {
  if (first.kind === 'Identifier') return finishTypeName(p, first, { assembly: true, argument: true });
  const token = p.next();
  if (token.kind !== 'Identifier') {
    p.unget(token);
    p.incomplete('MissingTypename', after(token));
    return simple(first, errorTypeName);
  }
  const typeName = finishTypeName(p, token, { assembly: true });
  const bracket = p.next();
  if (bracket.kind !== 'RBracket') {
    p.unget(bracket);
    p.incomplete('EndSquareBracketExpectedAtEndOfType', before(bracket));
  }
  return typeName;
}

/** dimension: '[' { ',' } ']', any number of them; `first` is the token behind the first bracket. */
function completeArray(
  p: Parser,
  element: TypeName,
  { first, options }: { first: Token; options: TypeNameOptions },
): TypeName {
  let typeName = parseDimension(p, element, first);
  for (;;) {
    const token = p.peek();
    if (token.kind === 'Comma' && !options.argument) {
      p.skip();
      return withAssembly(p, typeName, token);
    }
    if (token.kind !== 'LBracket') return typeName;
    p.skip();
    typeName = parseDimension(p, typeName, p.next());
  }
}

function parseDimension(p: Parser, element: TypeName, first: Token): TypeName {
  if (first.kind === 'RBracket') return { kind: 'array', element, rank: 1, start: element.start, end: first.end };
  if (first.kind === 'Comma') return parseRank(p, element, first);
  if (first.kind === 'EndOfInput') {
    p.unget(first);
    p.error('EndSquareBracketExpectedAtEndOfAttribute', before(first));
  } else {
    p.error('UnexpectedToken', first, first.text);
    p.syncOn(['RBracket'], { consume: true });
  }
  return element;
}

function parseRank(p: Parser, element: TypeName, first: Token): TypeName {
  let rank = 1;
  let lastComma = first;
  let token = first;
  for (; token.kind === 'Comma'; token = p.next()) {
    lastComma = token;
    rank++;
  }
  if (token.kind !== 'RBracket') p.unget(token);
  if (rank > maximumRank) {
    p.error('ArrayHasTooManyDimensions', spanning(first, lastComma), String(rank));
    return element;
  }
  if (token.kind !== 'RBracket') p.error('EndSquareBracketExpectedAtEndOfAttribute', after(lastComma));
  return { kind: 'array', element, rank, start: element.start, end: token.end };
}
