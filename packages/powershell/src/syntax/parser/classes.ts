import type {
  AnyAst,
  AttributeAst,
  AttributeBaseAst,
  ExpressionAst,
  FunctionMemberAst,
  MemberAst,
  ParameterAst,
  PropertyMemberAst,
  ScriptBlockAst,
  StatementAst,
  StringConstantExpressionAst,
  TypeConstraintAst,
} from '../ast.ts';
import type { Token } from '../token.ts';
import { parseAttribute } from './attributes.ts';
import { parseParameterDeclaration } from './functions.ts';
import { parseArguments } from './members.ts';
import { parseSimpleName } from './names.ts';
import { after, errorStatement, firstOf, isKeyword, spanning, type Parser, type Span } from './parser.ts';
import { parseTypeName } from './type-names.ts';

/** class-statement: attributes 'class' name [ ':' type-name { ',' type-name } ] '{' { member } '}' */
export function parseClass(p: Parser, keyword: Token, attributes: readonly AttributeBaseAst[]): StatementAst {
  p.skipNewlines();
  const name = parseSimpleName(p);
  if (!name) {
    p.incomplete('MissingNameAfterKeyword', after(keyword), keyword.text);
    return errorStatement(keyword);
  }
  p.skipNewlines();
  return p.inMode('signature', () => parseClassRest(p, { keyword, name, attributes }));
}

interface TypeHead {
  readonly keyword: Token;
  readonly name: StringConstantExpressionAst;
  readonly attributes: readonly AttributeBaseAst[];
}

function parseClassRest(p: Parser, head: TypeHead): StatementAst {
  const { keyword, name, attributes } = head;
  const baseTypes = parseBaseTypes(p);
  const leftCurly = p.accept('LCurly');
  if (!leftCurly) {
    const last = baseTypes.at(-1) ?? name;
    p.incomplete('MissingTypeBody', after(last), 'class');
    return errorStatement(spanning(keyword, last), baseTypes);
  }
  const { members, broken, last } = parseMembers(p, name.value, leftCurly);
  const end = closeType(p, leftCurly) ?? last;
  const span = spanning(attributes[0] ?? keyword, end);
  return finishType(span, { head, kind: 'class', baseTypes, members, broken });
}

interface TypeParts {
  readonly head: TypeHead;
  readonly kind: 'class' | 'enum';
  readonly baseTypes: readonly TypeConstraintAst[];
  readonly members: readonly MemberAst[];
  readonly broken: readonly AnyAst[];
}

function finishType(span: Span, { head, kind, baseTypes, members, broken }: TypeParts): StatementAst {
  const attributes = head.attributes.filter((attribute) => attribute.type === 'Attribute');
  const constraints = head.attributes.filter((attribute) => attribute.type === 'TypeConstraint');
  const definition: StatementAst = {
    type: 'TypeDefinition',
    start: span.start,
    end: span.end,
    definitionKind: kind,
    name: head.name.value,
    attributes,
    baseTypes,
    members,
  };
  if (constraints.length > 0) return errorStatement(span, [...broken, ...constraints, definition]);
  return broken.length > 0 ? errorStatement(span, broken) : definition;
}

function closeType(p: Parser, leftCurly: Token): Token | undefined {
  const next = p.peek();
  const rightCurly = p.accept('RCurly');
  if (!rightCurly) p.incompleteAt('MissingEndCurlyBrace', after(leftCurly), next);
  return rightCurly;
}

function parseBaseTypes(p: Parser): TypeConstraintAst[] {
  const types: TypeConstraintAst[] = [];
  const colon = p.accept('Colon');
  for (let separator = colon; separator;) {
    p.skipNewlines();
    const typeName = parseTypeName(p, { assembly: false });
    if (!typeName) {
      p.incomplete('TypeNameExpected', after(separator));
      return types;
    }
    types.push({ type: 'TypeConstraint', start: typeName.start, end: typeName.end, typeName });
    p.skipNewlines();
    separator = p.accept('Comma');
  }
  return types;
}

function parseMembers(
  p: Parser,
  className: string,
  leftCurly: Token,
): { members: MemberAst[]; broken: AnyAst[]; last: Span } {
  const members: MemberAst[] = [];
  const broken: AnyAst[] = [];
  let last: Span = leftCurly;
  for (;;) {
    const member = parseMember(p, className);
    if (member.ast) members.push(member.ast);
    broken.push(...member.broken);
    if (!member.ast && member.broken.length === 0) return { members, broken, last };
    last = member.broken.at(-1) ?? member.ast ?? last;
  }
}

/** What stands before a member's name. */
interface MemberHead {
  readonly attributes: AttributeAst[];
  typeConstraint?: TypeConstraintAst;
  hidden?: Token;
  static?: Token;
  start?: Span;
  last?: Span;
}

/** `broken`: what was read of a member that could not be read to its end. */
interface ReadMember {
  readonly ast?: MemberAst;
  readonly broken: readonly AnyAst[];
}

/** member: { attribute | 'static' | 'hidden' | type-literal } ( variable [ '=' expression ] | name '(' … ) */
function parseMember(p: Parser, className: string): ReadMember {
  const head: MemberHead = { attributes: [] };
  const token = parseMemberHead(p, head);
  if (token.kind === 'Variable') {
    p.skip();
    return parseProperty(p, head, token);
  }
  if (token.kind === 'Identifier' || isKeyword(token)) {
    p.skip();
    return parseMethod(p, head, { nameToken: token, className });
  }
  if (!head.last) return { broken: [] };
  p.incomplete('IncompleteMemberDefinition', after(head.last));
  return { broken: headAsts(head) };
}

const headAsts = (head: MemberHead): AnyAst[] => [
  ...head.attributes,
  ...(head.typeConstraint ? [head.typeConstraint] : []),
];

/** Gives the token behind the head, looked at and not taken. */
function parseMemberHead(p: Parser, head: MemberHead): Token {
  for (;;) {
    p.skipNewlines();
    const attribute = parseAttribute(p);
    if (attribute) {
      addToHead(p, head, attribute);
      continue;
    }
    const token = p.peek();
    head.start ??= token;
    if (token.kind !== 'Hidden' && token.kind !== 'Static') return token;
    const qualifier = token.kind === 'Hidden' ? 'hidden' : 'static';
    if (head[qualifier]) p.error('DuplicateQualifier', token, token.text);
    head[qualifier] = token;
    head.last = token;
    p.skip();
  }
}

function addToHead(p: Parser, head: MemberHead, attribute: AttributeBaseAst): void {
  head.last = attribute;
  head.start ??= attribute;
  if (attribute.type === 'Attribute') head.attributes.push(attribute);
  else if (!head.typeConstraint) head.typeConstraint = attribute;
  else p.error('TooManyTypes', attribute);
}

function parseProperty(p: Parser, head: MemberHead, token: Token): ReadMember {
  const equals = p.accept('Equals');
  if (equals) p.skipNewlines();
  const initialValue = equals && p.grammar.expression(p);
  const end = terminateProperty(p, initialValue ?? token);
  const name = token.path!.userPath;
  const modifiers: PropertyMemberAst['modifiers'] = [
    'Public',
    ...(head.static ? ['Static' as const] : []),
    ...(head.hidden ? ['Hidden' as const] : []),
  ];
  const span = spanning(head.start ?? token, end);
  const { attributes, typeConstraint: propertyType } = head;
  return {
    ast: { type: 'PropertyMember', ...span, name, modifiers, attributes, propertyType, initialValue },
    broken: [],
  };
}

/** Takes the line end or `;` behind a property; gives where the property ends. */
function terminateProperty(p: Parser, last: Span, options: { reported?: boolean } = {}): Span {
  const token = p.peek();
  const terminated = token.kind === 'NewLine' || token.kind === 'Semi' || token.kind === 'RCurly';
  if (!terminated && !options.reported) p.incomplete('MissingPropertyTerminator', after(last));
  p.skipNewlinesAndSemicolons();
  return token.kind === 'Semi' ? token : last;
}

interface MethodName {
  readonly nameToken: Token;
  readonly className: string;
}

function parseMethod(p: Parser, head: MemberHead, { nameToken, className }: MethodName): ReadMember {
  const isConstructor = nameToken.text.toLowerCase() === className.toLowerCase();
  const declaration = parseMethodDeclaration(p, nameToken, { hasBase: isConstructor && !head.static });
  if (!declaration) {
    p.syncOn(['RCurly'], { consume: false });
    return { broken: headAsts(head) };
  }
  const { parameters, body } = declaration;
  const modifiers: FunctionMemberAst['modifiers'] = [
    'Public',
    ...(head.static ? ['Static' as const] : []),
    ...(head.hidden ? ['Hidden' as const] : []),
  ];
  const { attributes, typeConstraint: returnType } = head;
  const span = spanning(head.start ?? nameToken, body);
  return {
    ast: {
      type: 'FunctionMember',
      ...span,
      name: nameToken.text,
      modifiers,
      isConstructor,
      nameStart: nameToken.start,
      attributes,
      returnType,
      parameters,
      body,
    },
    broken: [],
  };
}

interface MethodDeclaration {
  readonly parameters: readonly ParameterAst[];
  readonly body: ScriptBlockAst;
}

/** method: name '(' parameters ')' [ ':' 'base' '(' arguments ')' ] '{' script-block '}' */
function parseMethodDeclaration(
  p: Parser,
  nameToken: Token,
  options: { hasBase: boolean },
): MethodDeclaration | undefined {
  const hasList = p.peek().kind === 'LParen';
  if (!hasList) p.incomplete('MissingMethodParameterList', after(nameToken));
  const {
    parameters = [],
    rightParen,
    failedAt,
  } = hasList ? parseParameterDeclaration(p) : { rightParen: undefined, failedAt: undefined };
  const base = options.hasBase ? parseBaseCall(p) : undefined;
  const leftCurly = p.accept('LCurly');
  const failed = failedAt !== undefined || base?.failed === true;
  if (!leftCurly && !failed) p.incomplete('MissingFunctionBody', after(rightParen ?? nameToken));
  if (!leftCurly || failed) return undefined;
  const body = p.inMode('command', () => p.grammar.scriptBlock(p, { leftCurly, firstStatement: base?.statement }));
  return { parameters: parameters ?? [], body };
}

interface BaseCall {
  readonly statement: StatementAst;
  readonly failed: boolean;
}

/** Every constructor calls its base first; without `: base( … )` that stands nowhere in the script. */
function parseBaseCall(p: Parser): BaseCall {
  p.skipNewlines();
  return p.inMode('signature', () => {
    const colon = p.accept('Colon');
    if (!colon) return { statement: baseCall({ start: 0, end: 0 }, []), failed: false };
    p.skipNewlines();
    const baseToken = p.accept('Base');
    if (!baseToken) {
      p.incomplete('MissingBaseCtorCall', after(colon));
      return { statement: baseCall(colon, []), failed: true };
    }
    return parseBaseArguments(p, baseToken);
  });
}

function parseBaseArguments(p: Parser, baseToken: Token): BaseCall {
  p.skipNewlines();
  const leftParen = p.accept('LParen');
  if (!leftParen) {
    p.incomplete('MissingMethodParameterList', after(baseToken));
    return { statement: baseCall(baseToken, []), failed: true };
  }
  const { values, last } = parseArguments(p, leftParen);
  p.skipNewlines();
  return { statement: baseCall(spanning(baseToken, last), values), failed: false };
}

function baseCall({ start, end }: Span, values: readonly ExpressionAst[]): StatementAst {
  const expression: ExpressionAst = {
    type: 'BaseCtorInvokeMemberExpression',
    start,
    end,
    arguments: values.length > 0 ? values : undefined,
  };
  return { type: 'CommandExpression', start, end, expression, redirections: [] };
}

const underlyingTypes = new Set(
  'byte sbyte short ushort int uint long ulong int16 uint16 int32 uint32 int64 uint64'.split(' '),
);

/** enum-statement: attributes 'enum' name [ ':' type-name ] '{' { name [ '=' expression ] } '}' */
export function parseEnum(p: Parser, keyword: Token, attributes: readonly AttributeBaseAst[]): StatementAst {
  p.skipNewlines();
  const name = parseSimpleName(p);
  if (!name) {
    p.incomplete('MissingNameAfterKeyword', after(keyword), keyword.text);
    return errorStatement(keyword);
  }
  return p.inMode('signature', () => parseEnumRest(p, { keyword, name, attributes }));
}

function parseEnumRest(p: Parser, head: TypeHead): StatementAst {
  const { keyword, name, attributes } = head;
  const colon = p.accept('Colon');
  const underlying = colon && parseUnderlyingType(p, colon);
  p.skipNewlines();
  const leftCurly = p.accept('LCurly');
  if (!leftCurly) {
    p.incomplete('MissingTypeBody', after(name), 'enum');
    return errorStatement(spanning(keyword, name));
  }
  const members: MemberAst[] = [];
  for (let member = parseEnumMember(p); member; member = parseEnumMember(p)) members.push(member);
  const next = p.peek();
  const end = closeType(p, leftCurly) ?? next;
  const start = attributes[0] ?? keyword;
  return finishType(spanning(start, end), {
    head,
    kind: 'enum',
    baseTypes: underlying ? [underlying] : [],
    members,
    broken: [],
  });
}

function parseUnderlyingType(p: Parser, colon: Token): TypeConstraintAst | undefined {
  p.skipNewlines();
  const typeName = parseTypeName(p, { assembly: false });
  if (!typeName) {
    p.incomplete('TypeNameExpected', after(colon));
    return undefined;
  }
  const text = p.textOf(typeName);
  if (!underlyingTypes.has(text.toLowerCase().replace(/^system\./, '')))
    p.error('InvalidUnderlyingType', typeName, text);
  return { type: 'TypeConstraint', start: typeName.start, end: typeName.end, typeName };
}

function parseEnumMember(p: Parser): PropertyMemberAst | undefined {
  p.skipNewlines();
  const name = parseSimpleName(p);
  if (!name) return undefined;
  const { initialValue, equals } = p.inMode('expression', () => parseEnumValue(p));
  const end = terminateProperty(p, firstOf(initialValue, equals, name), {
    reported: equals !== undefined && !initialValue,
  });
  const modifiers = ['Public', 'Static', 'Literal'] as const;
  return { type: 'PropertyMember', ...spanning(name, end), name: name.value, modifiers, attributes: [], initialValue };
}

function parseEnumValue(p: Parser): { initialValue?: ExpressionAst | undefined; equals?: Token | undefined } {
  const equals = p.accept('Equals');
  if (!equals) return {};
  const initialValue = p.grammar.expression(p);
  if (!initialValue) p.error('ExpectedValueExpression', after(equals), '=');
  return { equals, initialValue };
}
