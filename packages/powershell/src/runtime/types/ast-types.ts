import type { AnyAst } from '../../syntax/ast.ts';
import { childNodes, nodeTypes } from '../../syntax/child-nodes.ts';
import { isDataOnly } from '../../syntax/data-only.ts';
import type { ParseError } from '../../syntax/parse-error.ts';
import { parse } from '../../syntax/parser/parse.ts';
import { fullTypeName, type TypeName } from '../../syntax/type-name.ts';
import type { VariablePath } from '../../syntax/variable-path.ts';
import { netError } from '../errors/script-error.ts';
import { ScriptSource } from '../errors/script-position.ts';
import { convertTo } from '../conversions/convert.ts';
import { AstValue, type ExtentValue, ParseErrorValue } from '../values/ast-value.ts';
import { CustomObject } from '../values/ps-object.ts';
import type { Reference } from '../values/reference.ts';
import { knownTypes, runningSession } from '../values/running-session.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import { isTrue } from '../values/truth.ts';
import type { NamedType } from '../values/named-type.ts';
import { List } from '../values/list.ts';
import { valueOrNull } from '../values/nothing.ts';
import { toText } from '../values/to-text.ts';
import { TokenValue } from '../values/token-value.ts';
import { typedArray } from '../values/typed-array.ts';
import { joinTypes, OldToken, tokenTypes, tokenValues } from './token-types.ts';
import { variablePathObject } from './variable-path-object.ts';
import { type DotNetType, overload, type Property, readOnly } from './define-type.ts';

const language = 'System.Management.Automation.Language';

/** Names that the original has for what a node holds, where they are not the node's own. */
const otherNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ArrayExpression: { body: 'SubExpression' },
  Command: { elements: 'CommandElements' },
  Hashtable: { pairs: 'KeyValuePairs' },
  Pipeline: { elements: 'PipelineElements' },
  PipelineChain: { left: 'LhsPipelineChain', right: 'RhsPipeline' },
  SubExpression: { body: 'SubExpression' },
  SwitchStatement: { defaultClause: 'Default' },
};

/** What nodes hold besides other nodes. */
const facts: Readonly<Record<string, readonly string[]>> = {
  BinaryExpression: ['operator'],
  UnaryExpression: ['operator'],
  AssignmentStatement: ['operator'],
  Command: ['invocationOperator'],
  CommandParameter: ['parameterName'],
  ConstantExpression: ['value'],
  StringConstantExpression: ['value'],
  ExpandableStringExpression: ['value'],
  FunctionDefinition: ['name', 'isFilter', 'isWorkflow'],
  FunctionMember: ['name'],
  InvokeMemberExpression: ['isStatic'],
  MemberExpression: ['isStatic'],
  NamedAttributeArgument: ['argumentName', 'expressionOmitted'],
  NamedBlock: ['unnamed', 'blockKind'],
  Parameter: ['name'],
  PropertyMember: ['name'],
  TypeDefinition: ['name', 'isClass', 'isEnum', 'isInterface'],
  TypeConstraint: ['typeName'],
  TypeExpression: ['typeName'],
  Attribute: ['typeName'],
  VariableExpression: ['path', 'splatted'],
};

const pascal = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1);
const factNames: Readonly<Record<string, string>> = { path: 'VariablePath' };

const isNode = (value: unknown): value is AnyAst =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** What a member of a node is to a script. */
function valueOf(owner: AstValue, given: unknown): unknown {
  if (given === undefined || given === null) return null;
  if (isNode(given)) return AstValue.of(given, owner.source, owner);
  if (!Array.isArray(given)) return plainValue(given);
  return given.map((each: unknown) => (Array.isArray(each) ? pairOf(owner, each) : valueOf(owner, each)));
}

const pairOf = (owner: AstValue, [first, second]: readonly unknown[]): CustomObject =>
  new CustomObject().setNote('Item1', valueOf(owner, first)).setNote('Item2', valueOf(owner, second));

function plainValue(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return given;
  if ('userPath' in given) return variablePathObject(given as VariablePath);
  if ('kind' in given) return typeNameOf(given as TypeName);
  return null;
}

const typeNameOf = (name: TypeName): CustomObject =>
  new CustomObject([`${language}.TypeName`, 'System.Object'])
    .setNote('FullName', fullTypeName(name))
    .setNote('Name', fullTypeName(name));

const member = (key: string): Property =>
  readOnly((self: AstValue) => valueOf(self, (self.node as unknown as Record<string, unknown>)[key]));

const flagsOf = (name: string, text: (node: AnyAst) => string): Property =>
  readOnly(({ node }: AstValue) => convertTo(text(node), knownTypes().find(`${language}.${name}`)!));

/** What the original tells otherwise than the node itself. */
const ownProperties: Readonly<Record<string, Readonly<Record<string, Property>>>> = {
  ForEachStatement: {
    Flags: flagsOf('ForEachFlags', (node) => ('parallel' in node && node.parallel ? 'Parallel' : 'None')),
  },
  SwitchStatement: {
    Flags: flagsOf('SwitchFlags', (node) => (node.type === 'SwitchStatement' ? node.flags.join(', ') : '') || 'None'),
  },
};

function nodeType(type: string, children: readonly string[]): DotNetType {
  const names = otherNames[type] ?? {};
  const entries = [
    ...children.map((key) => [names[key] ?? pascal(key), member(key)] as const),
    ...(facts[type] ?? []).map((key) => [factNames[key] ?? pascal(key), member(key)] as const),
  ];
  return {
    name: `${language}.${type}Ast`,
    base: `${language}.${baseOf(type)}`,
    properties: { ...Object.fromEntries(entries), ...ownProperties[type] },
  };
}

function baseOf(type: string): string {
  if (type.endsWith('Expression') || type === 'ArrayLiteral' || type === 'Hashtable') return 'ExpressionAst';
  return /Statement$|^Pipeline|^Command(?:Expression)?$/.test(type) ? 'StatementAst' : 'Ast';
}

function* descendants(root: AstValue): Generator<AstValue> {
  yield root;
  for (const child of partsOf(root.node)) yield* descendants(AstValue.of(child, root.source, root));
}

const accepts = (predicate: ScriptBlock, ast: AstValue): boolean =>
  isTrue(valueOrNull(runningSession().callBlock(predicate, { args: [ast] })));

const astType: DotNetType = {
  name: `${language}.Ast`,
  base: 'System.Object',
  properties: {
    Extent: readOnly((self: AstValue) => self.extent),
    Parent: readOnly((self: AstValue) => self.parent),
  },
  methods: {
    FindAll: [
      overload('System.Object predicate, bool searchNestedScriptBlocks', (self: AstValue, predicate: ScriptBlock) =>
        Array.from(descendants(self)).filter((ast) => accepts(predicate, ast)),
      ),
    ],
    Find: [
      overload(
        'System.Object predicate, bool searchNestedScriptBlocks',
        (self: AstValue, predicate: ScriptBlock) =>
          Array.from(descendants(self)).find((ast) => accepts(predicate, ast)) ?? null,
      ),
    ],
    SafeGetValue: [overload('', safeValue)],
    GetCommandName: [overload('', (self: AstValue) => commandName(self.node))],
  },
};

/** What a piece of a script is worth, where it is nothing but data. Source: GetSafeValueVisitor. */
function safeValue({ node, source }: AstValue): unknown {
  const text = source.text.slice(node.start, node.end);
  if (node.type !== 'ScriptBlock' && isDataOnly(text))
    return runningSession().callBlock(runningSession().compile(text), {});
  throw netError(
    'System.InvalidOperationException',
    `Cannot generate a PowerShell object for a ScriptBlock evaluating dynamic expressions. Dynamic expression: ${text}.`,
  );
}

function commandName(node: AnyAst): string | null {
  if (node.type !== 'Command') return null;
  const [first] = node.elements;
  return first?.type === 'StringConstantExpression' ? first.value : null;
}

const position = ({ source }: ExtentValue, offset: number): CustomObject => {
  const { line, column } = source.lineAndColumn(offset);
  return new CustomObject([`${language}.InternalScriptPosition`, 'System.Object'])
    .setNote('File', source.file ?? null)
    .setNote('LineNumber', line)
    .setNote('ColumnNumber', column)
    .setNote('Line', source.line(line))
    .setNote('Offset', offset);
};

const extentType: DotNetType = {
  name: `${language}.InternalScriptExtent`,
  base: 'System.Object',
  interfaces: [`${language}.IScriptExtent`],
  properties: {
    File: readOnly(({ source }: ExtentValue) => source.file ?? null),
    StartScriptPosition: readOnly((self: ExtentValue) => position(self, self.start)),
    EndScriptPosition: readOnly((self: ExtentValue) => position(self, self.end)),
    StartLineNumber: readOnly((self: ExtentValue) => self.source.lineAndColumn(self.start).line),
    StartColumnNumber: readOnly((self: ExtentValue) => self.source.lineAndColumn(self.start).column),
    EndLineNumber: readOnly((self: ExtentValue) => self.source.lineAndColumn(self.end).line),
    EndColumnNumber: readOnly((self: ExtentValue) => self.source.lineAndColumn(self.end).column),
    Text: readOnly((self: ExtentValue) => self.text()),
    StartOffset: readOnly(({ start }: ExtentValue) => start),
    EndOffset: readOnly(({ end }: ExtentValue) => end),
  },
};

const namedType: DotNetType = {
  name: `${language}.TypeName`,
  base: 'System.Object',
  interfaces: [`${language}.ITypeName`],
  properties: {
    FullName: readOnly(({ name }: NamedType) => name, 'string'),
    Name: readOnly(({ name }: NamedType) => name, 'string'),
    AssemblyName: readOnly(() => null, 'string'),
    IsArray: readOnly(({ name }: NamedType) => /\[,*\]$/.test(name), 'bool'),
    IsGeneric: readOnly(({ name }: NamedType) => /\[[^,\]]/.test(name), 'bool'),
    Extent: readOnly(({ extent }: NamedType) => extent),
  },
};

const errorType: DotNetType = {
  name: `${language}.ParseError`,
  base: 'System.Object',
  properties: {
    Extent: readOnly(({ extent }: ParseErrorValue) => extent),
    ErrorId: readOnly(({ error }: ParseErrorValue) => error.id),
    Message: readOnly(({ error }: ParseErrorValue) => error.message),
    IncompleteInput: readOnly(({ error }: ParseErrorValue) => error.incomplete),
  },
};

/** `[Parser]::ParseInput`: the tree, with tokens and mistakes by reference. */
function parseInput(text: string, file: string | undefined, references: readonly Reference[]): AstValue {
  const source = new ScriptSource(text, file);
  const [tokens, mistakes] = references;
  const { ast, errors, tokens: read } = parse(text, { tokens: true });
  tokens?.write(typedArray(`${language}.Token`, tokenValues(read, ast, source)));
  mistakes?.write(errors.map((error) => new ParseErrorValue(error, source)));
  return AstValue.of(ast, source);
}

const parserType: DotNetType = {
  name: `${language}.Parser`,
  base: 'System.Object',
  staticMethods: {
    ParseInput: [
      overload(
        'string input, ref object tokens, ref object errors',
        (_type: unknown, text: string, tokens: Reference, errors: Reference) =>
          parseInput(text, undefined, [tokens, errors]),
      ),
      overload(
        'string input, string fileName, ref object tokens, ref object errors',
        (_type: unknown, text: string, file: string, tokens: Reference, errors: Reference) =>
          parseInput(text, file, [tokens, errors]),
      ),
    ],
  },
};

/** `[PSParser]::Tokenize`: all tokens but the end. */
function tokenize(text: string, mistakes: Reference): List {
  const source = new ScriptSource(text);
  const { ast, errors, tokens } = parse(text, { tokens: true });
  mistakes.write(
    new List(
      `${collection}[System.Management.Automation.PSParseError]`,
      errors.map((error) => oldError(error, source)),
    ),
  );
  const told = tokenValues(joinTypes(tokens.slice(0, -1), ast), ast, source).map((value) => new OldToken(value));
  return new List(`${collection}[System.Management.Automation.PSToken]`, told);
}

const collection = 'System.Collections.ObjectModel.Collection`1';

/** A mistake with the token at its place. */
const oldError = (error: ParseError, source: ScriptSource): CustomObject => {
  const token = { kind: 'Unknown', start: error.start, end: error.end, at: error.start, text: '', value: '' } as const;
  return new CustomObject(['System.Management.Automation.PSParseError', 'System.Object'])
    .setNote('Token', new OldToken(new TokenValue(token, source, undefined)))
    .setNote('Message', error.message);
};

const oldParserType: DotNetType = {
  name: 'System.Management.Automation.PSParser',
  base: 'System.Object',
  staticMethods: {
    Tokenize: [
      overload('string script, ref object errors', (_type: unknown, text: string, errors: Reference) =>
        tokenize(text, errors),
      ),
      overload('array script, ref object errors', (_type: unknown, lines: readonly unknown[], errors: Reference) =>
        tokenize(lines.map((line) => toText(line)).join('\n'), errors),
      ),
    ],
  },
};

/** A parameter's own variable stands in it, too. */
function* partsOf(node: AnyAst): Generator<AnyAst> {
  if (node.type !== 'Parameter') return yield* childNodes(node);
  yield* node.attributes;
  yield node.name;
  if (node.defaultValue) yield node.defaultValue;
}

/** The parser and its trees, as scripts see them. */
export const astTypes: readonly DotNetType[] = [
  astType,
  { name: `${language}.StatementAst`, base: `${language}.Ast` },
  { name: `${language}.ExpressionAst`, base: `${language}.Ast` },
  ...Object.entries(nodeTypes).map(([type, children]) => nodeType(type, children)),
  extentType,
  namedType,
  errorType,
  parserType,
  oldParserType,
  ...tokenTypes,
];
