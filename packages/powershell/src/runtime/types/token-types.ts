import type { AnyAst } from '../../syntax/ast.ts';
import { childNodes } from '../../syntax/child-nodes.ts';
import { literalOf } from '../../syntax/parser/primary.ts';
import type { Token } from '../../syntax/token.ts';
import { type TokenKind, tokenTraits } from '../../syntax/token-kind.ts';
import type { ScriptSource } from '../errors/script-position.ts';
import { convertTo } from '../conversions/convert.ts';
import { constantValue } from '../compile/constants.ts';
import { knownTypes } from '../values/running-session.ts';
import { type TokenRole, TokenValue } from '../values/token-value.ts';
import { type DotNetType, type Property, readOnly } from './define-type.ts';
import { enumType, enumValue } from './enum-type.ts';
import { variablePathObject } from './variable-path-object.ts';

const language = 'System.Management.Automation.Language';

/** Where the words stand that name something, by the offset at which they begin. */
function rolesIn(root: AnyAst): Map<number, TokenRole> {
  const roles = new Map<number, TokenRole>();
  const visit = (node: AnyAst): void => {
    if (node.type === 'Command') nameCommand(node.elements[0]);
    if (node.type === 'BreakStatement' || node.type === 'ContinueStatement') nameMember(node.label);
    if (node.type === 'Hashtable') for (const [key] of node.pairs) nameMember(key);
    if (node.type === 'MemberExpression' || node.type === 'InvokeMemberExpression') nameMember(node.member);
    if (node.type === 'TypeConstraint' || node.type === 'TypeExpression')
      for (const at of [node.start, node.typeName.start]) roles.set(at, 'TypeName');
    if (node.type === 'Attribute') roles.set(node.typeName.start, 'AttributeName');
    for (const child of childNodes(node)) visit(child);
  };
  const nameCommand = (name: AnyAst | undefined): void => {
    if (name?.type.includes('String')) roles.set(name.start, 'CommandName');
  };
  const nameMember = (member: AnyAst | undefined): void => {
    if (member?.type === 'StringConstantExpression') roles.set(member.start, 'MemberName');
  };
  visit(root);
  return roles;
}

/** The tokens of a script with what they name in its tree. */
export function tokenValues(tokens: readonly Token[], ast: AnyAst, source: ScriptSource): TokenValue[] {
  const roles = rolesIn(ast);
  return tokens.map(
    (token) => new TokenValue(token, source, token.kind === 'LBracket' ? undefined : roles.get(token.start)),
  );
}

/** To the older parser the name of a type and the brackets around it are one word. */
export function joinTypes(tokens: readonly Token[], ast: AnyAst): Token[] {
  const ends = new Map<number, number>();
  const visit = (node: AnyAst): void => {
    if (node.type === 'TypeConstraint' || node.type === 'TypeExpression') ends.set(node.start, node.end);
    for (const child of childNodes(node)) visit(child);
  };
  visit(ast);
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const end = token.kind === 'LBracket' ? ends.get(token.start) : undefined;
    if (end !== undefined) joined.push({ ...token, kind: 'Identifier', end });
    else if (last === undefined || token.start >= last.end) joined.push(token);
  }
  return joined;
}

/** The numbers of the kinds leave a gap before the words of the language. */
const kindNumbers = (): Readonly<Record<string, number>> => {
  const names = Object.keys(tokenTraits);
  const words = names.indexOf('Begin');
  return Object.fromEntries(names.map((name, index) => [name, index < words ? index : index - words + 119]));
};

const flagNumbers: Readonly<Record<string, number>> = {
  None: 0,
  BinaryPrecedenceLogical: 0x1,
  BinaryPrecedenceBitwise: 0x2,
  BinaryPrecedenceComparison: 0x5,
  BinaryPrecedenceCoalesce: 0x7,
  BinaryPrecedenceAdd: 0x9,
  BinaryPrecedenceMultiply: 0xa,
  BinaryPrecedenceFormat: 0xc,
  BinaryPrecedenceRange: 0xd,
  BinaryPrecedenceMask: 0xf,
  Keyword: 0x10,
  ScriptBlockBlockName: 0x20,
  BinaryOperator: 0x100,
  UnaryOperator: 0x200,
  CaseSensitiveOperator: 0x400,
  TernaryOperator: 0x800,
  SpecialOperator: 0x1000,
  AssignmentOperator: 0x2000,
  ParseModeInvariant: 0x8000,
  TokenInError: 0x10000,
  DisallowedInRestrictedMode: 0x20000,
  PrefixOrPostfixOperator: 0x40000,
  CommandName: 0x80000,
  MemberName: 0x100000,
  TypeName: 0x200000,
  AttributeName: 0x400000,
  CanConstantFold: 0x800000,
  StatementDoesntSupportAttributes: 0x1000000,
};

const flagsOf = (self: TokenValue): unknown =>
  convertTo(self.flags.join(', ') || 'None', knownTypes().find(`${language}.TokenFlags`)!);

const tokenType: DotNetType = {
  name: `${language}.Token`,
  base: 'System.Object',
  properties: {
    Text: readOnly((self: TokenValue) => self.text(), 'string'),
    TokenFlags: readOnly(flagsOf, `${language}.TokenFlags`),
    Kind: readOnly(({ token }: TokenValue) => enumValue(`${language}.TokenKind`, token.kind), `${language}.TokenKind`),
    HasError: readOnly(({ token }: TokenValue) => token.inError === true, 'bool'),
    Extent: readOnly(({ extent }: TokenValue) => extent),
  },
};

const kindOfToken = (name: string, properties: Readonly<Record<string, Property>>, base = 'Token'): DotNetType => ({
  name: `${language}.${name}Token`,
  base: `${language}.${base}`,
  properties,
});

const text = (read: (token: Token) => unknown): Property => readOnly(({ token }: TokenValue) => read(token), 'string');

function numberOf({ number }: Token): unknown {
  const { valueType, value } = literalOf(number);
  return constantValue(valueType, value);
}

/** What the words of one kind are to the older `PSParser`. */
const oldNames: Partial<Readonly<Record<TokenKind, string>>> = {
  Unknown: 'Unknown',
  Variable: 'Variable',
  SplattedVariable: 'Variable',
  Parameter: 'CommandParameter',
  Number: 'Number',
  Label: 'LoopLabel',
  Identifier: 'CommandArgument',
  Generic: 'CommandArgument',
  NewLine: 'NewLine',
  LineContinuation: 'LineContinuation',
  Comment: 'Comment',
  EndOfInput: 'Unknown',
  StringLiteral: 'String',
  StringExpandable: 'String',
  HereStringLiteral: 'String',
  HereStringExpandable: 'String',
  LParen: 'GroupStart',
  RParen: 'GroupEnd',
  LCurly: 'GroupStart',
  RCurly: 'GroupEnd',
  AtParen: 'GroupStart',
  AtCurly: 'GroupStart',
  DollarParen: 'GroupStart',
  Semi: 'StatementSeparator',
};

const oldRoles: Readonly<Record<TokenRole, string>> = {
  CommandName: 'Command',
  MemberName: 'Member',
  TypeName: 'Type',
  AttributeName: 'Attribute',
};

/** A token as `[PSParser]::Tokenize` tells it. Source: System.Management.Automation.PSToken. */
export class OldToken {
  readonly typeName = 'System.Management.Automation.PSToken';
  readonly value: TokenValue;

  constructor(value: TokenValue) {
    this.value = value;
  }

  get type(): string {
    const { role, token } = this.value;
    if (role !== undefined) return oldRoles[role];
    return oldNames[token.kind] ?? (tokenTraits[token.kind].keyword ? 'Keyword' : 'Operator');
  }

  /** A string without its quotes, a variable without its mark. */
  get content(): string {
    const { token } = this.value;
    if (this.value.typeName.includes('.String')) return token.value;
    return token.path?.userPath ?? this.value.text();
  }
}

const place = (side: 'start' | 'end', key: 'line' | 'column'): Property =>
  readOnly(({ value: { extent } }: OldToken) => extent.source.lineAndColumn(extent[side])[key], 'int');

const oldTokenType: DotNetType = {
  name: 'System.Management.Automation.PSToken',
  base: 'System.Object',
  properties: {
    Content: readOnly((self: OldToken) => self.content, 'string'),
    Type: readOnly((self: OldToken) => enumValue('System.Management.Automation.PSTokenType', self.type)),
    Start: readOnly(({ value }: OldToken) => value.token.start, 'int'),
    Length: readOnly(({ value: { token } }: OldToken) => token.end - token.start, 'int'),
    StartLine: place('start', 'line'),
    StartColumn: place('start', 'column'),
    EndLine: place('end', 'line'),
    EndColumn: place('end', 'column'),
  },
};

/** Tokens as scripts see them. */
export const tokenTypes: readonly DotNetType[] = [
  enumType(`${language}.TokenKind`, kindNumbers()),
  enumType(`${language}.TokenFlags`, flagNumbers, { flags: true }),
  enumType(
    'System.Management.Automation.PSTokenType',
    'Unknown Command CommandParameter CommandArgument Number String Variable Member LoopLabel Attribute Type Operator GroupStart GroupEnd Keyword Comment StatementSeparator NewLine LineContinuation Position',
  ),
  tokenType,
  kindOfToken('Number', { Value: readOnly(({ token }: TokenValue) => numberOf(token)) }),
  kindOfToken('Parameter', {
    ParameterName: text(({ value }) => value),
    UsedColon: readOnly(({ token }: TokenValue) => token.colon === true, 'bool'),
  }),
  kindOfToken('Variable', {
    Name: text(({ path }) => path?.userPath ?? null),
    VariablePath: readOnly(({ token }: TokenValue) => token.path && variablePathObject(token.path)),
  }),
  kindOfToken('Label', { LabelText: text(({ value }) => value) }),
  kindOfToken('String', { Value: text(({ value }) => value) }),
  kindOfToken('StringLiteral', {}, 'StringToken'),
  kindOfToken('StringExpandable', {}, 'StringToken'),
  kindOfToken('Redirection', {}),
  ...['FileRedirection', 'MergingRedirection', 'InputRedirection'].map((name) =>
    kindOfToken(name, {}, 'RedirectionToken'),
  ),
  oldTokenType,
  { name: 'System.Management.Automation.PSParseError', base: 'System.Object' },
];
