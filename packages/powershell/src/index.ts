export type * from './syntax/ast.ts';
export type { ParseError, ParseErrorId } from './syntax/parse-error.ts';
export { parse, type ParseResult } from './syntax/parser/parse.ts';
export type { ParseOptions } from './syntax/parser/parse-options.ts';
export type { Token } from './syntax/token.ts';
export type { TokenKind } from './syntax/token-kind.ts';
export { fullTypeName, type TypeName } from './syntax/type-name.ts';
export type { VariablePath } from './syntax/variable-path.ts';
