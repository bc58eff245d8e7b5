import type { ScriptSource } from '../errors/script-position.ts';
import type { Token } from '../../syntax/token.ts';
import { type TokenKind, tokenTraits } from '../../syntax/token-kind.ts';
import { ExtentValue } from './ast-value.ts';

/** What a token names, by the node of the tree that it stands in. */
export type TokenRole = 'CommandName' | 'MemberName' | 'TypeName' | 'AttributeName';

const classes: Partial<Readonly<Record<TokenKind, string>>> = {
  Variable: 'Variable',
  SplattedVariable: 'Variable',
  Parameter: 'Parameter',
  Number: 'Number',
  Label: 'Label',
  StringLiteral: 'StringLiteral',
  HereStringLiteral: 'StringLiteral',
  StringExpandable: 'StringExpandable',
  HereStringExpandable: 'StringExpandable',
  RedirectInStd: 'InputRedirection',
};

const special = new Set<TokenKind>(['Ampersand', 'Pipe', 'ColonColon', 'Dot', 'Colon', 'QuestionDot']);
const folded = new Set<TokenKind>(
  'Exclaim Multiply Divide Rem Plus Minus Not Bnot And Or Xor Band Bor Bxor Shl Shr'.split(' ') as TokenKind[],
);

const precedences: Readonly<Record<number, string>> = {
  1: 'Logical',
  2: 'Bitwise',
  5: 'Comparison',
  7: 'Coalesce',
  9: 'Add',
  10: 'Multiply',
  12: 'Format',
  13: 'Range',
};

/** A token of a script as a value. Source: System.Management.Automation.Language.Token. */
export class TokenValue {
  readonly token: Token;
  readonly extent: ExtentValue;
  readonly role: TokenRole | undefined;

  constructor(token: Token, source: ScriptSource, role: TokenRole | undefined) {
    this.token = token;
    this.extent = new ExtentValue(source, token.start, token.end);
    this.role = role;
  }

  get typeName(): string {
    return `System.Management.Automation.Language.${this.#class}Token`;
  }

  get #class(): string {
    const { kind, nested, redirection } = this.token;
    if (kind === 'Redirection') return redirection?.to === undefined ? 'FileRedirection' : 'MergingRedirection';
    if (kind === 'Generic') return nested === undefined ? 'StringLiteral' : 'StringExpandable';
    return classes[kind] ?? '';
  }

  /** The names of its TokenFlags. */
  get flags(): readonly string[] {
    const { kind, inError } = this.token;
    const traits = tokenTraits[kind];
    const named: readonly (readonly [string | undefined, unknown])[] = [
      [`BinaryPrecedence${precedences[traits.binary ?? 0]}`, traits.binary],
      ['BinaryOperator', traits.binary],
      ['Keyword', traits.keyword],
      ['ScriptBlockBlockName', traits.blockName],
      ['UnaryOperator', traits.unary],
      ['CaseSensitiveOperator', traits.caseSensitive],
      ['TernaryOperator', kind === 'QuestionMark'],
      ['SpecialOperator', special.has(kind)],
      ['AssignmentOperator', traits.assignment],
      ['ParseModeInvariant', traits.invariant],
      ['TokenInError', inError],
      ['DisallowedInRestrictedMode', traits.restricted],
      ['PrefixOrPostfixOperator', traits.prefixOrPostfix],
      ['TypeName', this.role === 'AttributeName'],
      [this.role, this.role],
      ['CanConstantFold', folded.has(kind)],
      ['StatementDoesntSupportAttributes', traits.noAttributes],
    ];
    return named.flatMap(([name, holds]) => (holds && name !== undefined ? [name] : []));
  }

  text(): string {
    return this.extent.text();
  }
}
