import type { AnyAst, AttributeBaseAst, ExpressionAst, ParameterAst, ScriptRequirements } from '../src/syntax/ast.ts';
import type { Token } from '../src/syntax/token.ts';
import { typeAccelerators } from '../src/syntax/type-accelerators.ts';
import { fullTypeName } from '../src/syntax/type-name.ts';

/** A node as `[type, start, end, attributes, ...children]`; attributes that are false or absent are left out. */
export type CompactNode = [
  type: string,
  start: number,
  end: number,
  attributes: Record<string, unknown>,
  ...CompactNode[],
];

type Child = AnyAst | undefined;
type Description = readonly [attributes: Record<string, unknown>, ...children: readonly Child[]];

/** Writes a tree in the compact form of the golden corpus. */
export function compactTree(node: AnyAst): CompactNode {
  const [attributes, ...children] = describe(node);
  const kept = Object.entries(attributes).filter(([, value]) => value !== undefined && value !== false);
  const present = children.filter((child) => child !== undefined);
  return [node.type, node.start, node.end, Object.fromEntries(kept), ...present.map(compactTree)];
}

export type CompactToken = [kind: string, text: string, start: number, end: number, nested?: CompactToken[]];

/** A part of a string that was not read, as what stands around it is a mistake, is told as text. */
export function compactToken(token: Token): CompactToken {
  const { text, start, end, nested } = token;
  const kind = token.unscanned ? 'StringLiteral' : token.kind;
  return nested && nested.length > 0 ? [kind, text, start, end, nested.map(compactToken)] : [kind, text, start, end];
}

const count = (list: readonly unknown[] | undefined): number | undefined =>
  list && list.length > 0 ? list.length : undefined;

function requirementsText(requirements: ScriptRequirements | undefined): string | undefined {
  if (!requirements) return undefined;
  const { version, elevated, editions, modules, assemblies } = requirements;
  const parts = [
    version === undefined ? '' : `version=${version}`,
    elevated ? 'elevated' : '',
    editions.length > 0 ? `editions=${editions.join(',')}` : '',
    modules.length > 0 ? `modules=${modules.join(',')}` : '',
    assemblies.length > 0 ? `assemblies=${assemblies.join(',')}` : '',
  ];
  return parts.filter((part) => part !== '').join(';');
}

function staticType(parameter: ParameterAst): string {
  const constraint = parameter.attributes.find((attribute) => attribute.type === 'TypeConstraint');
  if (!constraint) return 'System.Object';
  const name = fullTypeName(constraint.typeName);
  const [, element = name, suffix = ''] = /^([^[]+)((?:\[,*\])*)$/.exec(name) ?? [];
  const resolved = typeAccelerators[element.toLowerCase()] ?? (/^System\./i.test(element) ? element : undefined);
  return resolved === undefined ? 'System.Object' : resolved + suffix;
}

function constantText(value: number | bigint | boolean | string): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'number' ? roundTripText(value) : String(value);
}

/** A double as .NET's "R" format writes it. */
function roundTripText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return '-0';
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude >= 1e15 || magnitude < 1e-4)) {
    const [mantissa, exponent = ''] = value.toExponential().split('e');
    const digits = exponent.replace(/^[+-]/, '').padStart(2, '0');
    return `${mantissa}E${exponent.startsWith('-') ? '-' : '+'}${digits}`;
  }
  return String(value);
}

const typeOf = (attribute: AttributeBaseAst): string => fullTypeName(attribute.typeName);
const pairsOf = (pairs: readonly (readonly [AnyAst, AnyAst])[]): AnyAst[] => pairs.flat();

function describe(x: AnyAst): Description {
  switch (x.type) {
    case 'ScriptBlock':
      return [
        {
          usings: count(x.usingStatements),
          attributes: count(x.attributes),
          requires: requirementsText(x.requirements),
        },
        ...x.usingStatements,
        x.paramBlock,
        x.dynamicParamBlock,
        x.beginBlock,
        x.processBlock,
        x.endBlock,
        x.cleanBlock,
      ];
    case 'ParamBlock':
      return [{ attributes: count(x.attributes) }, ...x.attributes, ...x.parameters];
    case 'NamedBlock':
      return [{ kind: x.blockKind, unnamed: x.unnamed, traps: count(x.traps) }, ...x.traps, ...x.statements];
    case 'StatementBlock':
      return [{ traps: count(x.traps) }, ...x.traps, ...x.statements];
    case 'Parameter':
      return [
        { name: x.name.path.userPath, type: staticType(x), default: x.defaultValue !== undefined },
        ...x.attributes,
        x.defaultValue,
      ];
    case 'Attribute': {
      const named = x.namedArguments.map((argument) => argument.argumentName);
      return [{ type: typeOf(x), named: count(named) && named }, ...x.positionalArguments, ...x.namedArguments];
    }
    case 'NamedAttributeArgument':
      return [{ name: x.argumentName, omitted: x.expressionOmitted }, x.argument];
    case 'TypeConstraint':
    case 'TypeExpression':
      return [{ type: fullTypeName(x.typeName) }];
    case 'FunctionDefinition':
      return [
        { name: x.name, filter: x.isFilter, workflow: x.isWorkflow, parameters: x.parameters?.length },
        ...(x.parameters ?? []),
        x.body,
      ];
    case 'IfStatement':
      return [{ clauses: x.clauses.length, else: x.elseClause !== undefined }, ...pairsOf(x.clauses), x.elseClause];
    case 'SwitchStatement':
      return [
        {
          flags: x.flags.join(', ') || 'None',
          label: x.label,
          clauses: x.clauses.length,
          default: x.defaultClause !== undefined,
        },
        x.condition,
        ...pairsOf(x.clauses),
        x.defaultClause,
      ];
    case 'ForEachStatement':
      return [
        { label: x.label, flags: x.parallel ? 'Parallel' : undefined, throttle: x.throttleLimit !== undefined },
        x.variable,
        x.condition,
        x.throttleLimit,
        x.body,
      ];
    case 'ForStatement': {
      const parts = `${x.initializer ? 'i' : ''}${x.condition ? 'c' : ''}${x.iterator ? 'n' : ''}`;
      return [{ label: x.label, parts }, x.initializer, x.condition, x.iterator, x.body];
    }
    case 'WhileStatement':
      return [{ label: x.label }, x.condition, x.body];
    case 'DoWhileStatement':
    case 'DoUntilStatement':
      return [{ label: x.label }, x.body, x.condition];
    case 'TryStatement':
      return [
        { catches: x.catchClauses.length, finally: x.finally !== undefined },
        x.body,
        ...x.catchClauses,
        x.finally,
      ];
    case 'CatchClause':
      return [{ all: x.catchTypes.length === 0 }, ...x.catchTypes, x.body];
    case 'TrapStatement':
      return [{}, x.trapType, x.body];
    case 'BreakStatement':
    case 'ContinueStatement':
      return [{}, x.label];
    case 'ReturnStatement':
    case 'ExitStatement':
      return [{}, x.pipeline];
    case 'ThrowStatement':
      return [{ rethrow: x.isRethrow }, x.pipeline];
    case 'Pipeline':
      return [{ background: x.background }, ...x.elements];
    case 'PipelineChain':
      return [{ operator: x.operator, background: x.background }, x.left, x.right];
    default:
      return describeExpressionOrMember(x);
  }
}

function describeExpressionOrMember(x: AnyAst): Description {
  switch (x.type) {
    case 'Command':
      return [
        { invocation: x.invocationOperator, redirections: count(x.redirections) },
        ...x.elements,
        ...x.redirections,
      ];
    case 'CommandParameter':
      return [{ name: x.parameterName, argument: x.argument !== undefined }, x.argument];
    case 'CommandExpression':
      return [{ redirections: count(x.redirections) }, x.expression, ...x.redirections];
    case 'FileRedirection':
      return [{ from: x.fromStream, append: x.append }, x.location];
    case 'MergingRedirection':
      return [{ from: x.fromStream, to: x.toStream }];
    case 'AssignmentStatement':
    case 'BinaryExpression':
      return [{ operator: x.operator }, x.left, x.right];
    case 'UsingStatement':
      return [
        { kind: x.usingKind, name: x.name?.value, alias: x.alias?.value },
        x.name,
        x.alias,
        x.moduleSpecification,
      ];
    case 'DataStatement':
      return [{ variable: x.variable, commands: count(x.commandsAllowed) }, ...x.commandsAllowed, x.body];
    case 'BlockStatement':
      return [{ kind: x.keyword }, x.body];
    case 'TypeDefinition':
      return [
        { kind: x.definitionKind, name: x.name, attributes: count(x.attributes), bases: count(x.baseTypes) },
        ...x.attributes,
        ...x.baseTypes,
        ...x.members,
      ];
    case 'PropertyMember': {
      const type = x.propertyType && typeOf(x.propertyType);
      return [
        { name: x.name, modifiers: x.modifiers.join(', '), type, initial: x.initialValue !== undefined },
        ...x.attributes,
        x.propertyType,
        x.initialValue,
      ];
    }
    case 'FunctionMember': {
      const returns = x.returnType && typeOf(x.returnType);
      return [
        {
          name: x.name,
          modifiers: x.modifiers.join(', '),
          constructor: x.isConstructor,
          returns,
          parameters: count(x.parameters),
        },
        ...x.attributes,
        x.returnType,
        ...x.parameters,
        x.body,
      ];
    }
    case 'ErrorStatement':
      return [{ kind: x.keyword, flags: x.flags }, ...x.bodies, ...x.conditions, ...x.nested];
    default:
      return describeExpression(x as ExpressionAst);
  }
}

function describeExpression(x: ExpressionAst): Description {
  switch (x.type) {
    case 'TernaryExpression':
      return [{}, x.condition, x.ifTrue, x.ifFalse];
    case 'UnaryExpression':
      return [{ operator: x.operator }, x.child];
    case 'ConvertExpression':
      return [{ type: typeOf(x.attribute) }, x.attribute, x.child];
    case 'AttributedExpression':
      return [{}, x.attribute, x.child];
    case 'MemberExpression':
      return [{ static: x.isStatic, nullConditional: x.nullConditional }, x.expression, x.member];
    case 'InvokeMemberExpression': {
      const generic = x.genericArguments.map(fullTypeName);
      const attributes = { static: x.isStatic, nullConditional: x.nullConditional, arguments: x.arguments?.length };
      return [{ ...attributes, generic: count(generic) && generic }, x.expression, x.member, ...(x.arguments ?? [])];
    }
    case 'BaseCtorInvokeMemberExpression':
      return [{ base: true, arguments: x.arguments?.length }, ...(x.arguments ?? [])];
    case 'IndexExpression':
      return [{ nullConditional: x.nullConditional }, x.target, x.index];
    case 'VariableExpression':
      return [{ path: x.path.userPath, splat: x.splatted, drive: x.path.drive, scope: x.path.scope }];
    case 'StringConstantExpression':
      return [{ kind: x.stringKind, value: x.value }];
    case 'ExpandableStringExpression':
      return [{ kind: x.stringKind, value: x.value }, ...x.nestedExpressions];
    case 'ConstantExpression': {
      if (x.value === undefined) return [{ type: null, value: null }];
      const prefix = x.valueType === 'BigInteger' ? 'System.Numerics.' : 'System.';
      return [{ type: prefix + x.valueType, value: constantText(x.value) }];
    }
    case 'ArrayLiteral':
      return [{}, ...x.elements];
    case 'ArrayExpression':
    case 'SubExpression':
      return [{}, x.body];
    case 'ParenExpression':
      return [{}, x.pipeline];
    case 'UsingExpression':
      return [{}, x.expression];
    case 'Hashtable':
      return [{ pairs: x.pairs.length }, ...pairsOf(x.pairs)];
    case 'ScriptBlockExpression':
      return [{}, x.scriptBlock];
    case 'ErrorExpression':
      return [{}, ...x.nested];
    default:
      return [{}, ...((x as { children?: AnyAst[] }).children ?? [])];
  }
}
