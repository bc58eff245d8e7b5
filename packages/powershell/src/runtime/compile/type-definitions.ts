import type {
  AnyAst,
  ExpressionAst,
  FunctionMemberAst,
  PropertyMemberAst,
  ScriptBlockAst,
  StatementAst,
  TypeDefinitionAst,
} from '../../syntax/ast.ts';
import { childNodes } from '../../syntax/child-nodes.ts';
import { isVoidType, type TypeName } from '../../syntax/type-name.ts';
import type { ClassCode, EnumCode, MethodCode, PropertyCode, TypeCode } from '../classes/class-code.ts';
import { attributeKey, compileAttribute } from './attributes.ts';
import type { Compiler } from './compiler.ts';
import type { CompiledScriptBlock } from './compiled.ts';
import { parameterCode } from './functions.ts';

/** The classes and enumerations of a script block, of no block in it: all are known before it runs. */
export function compileTypes(c: Compiler, script: ScriptBlockAst): readonly TypeCode[] {
  if (!c.source.mayDefineTypes) return [];
  const found = definitions(script);
  return found.map((ast) => (ast.definitionKind === 'enum' ? compileEnum(c, ast) : compileClass(c, ast)));
}

function definitions(node: AnyAst): TypeDefinitionAst[] {
  if (node.type === 'TypeDefinition') return [node];
  return childNodes(node).flatMap((child) => (child.type === 'ScriptBlock' ? [] : definitions(child)));
}

function compileEnum(c: Compiler, ast: TypeDefinitionAst): EnumCode {
  const { name, members, baseTypes, attributes } = ast;
  return {
    kind: 'enum',
    ast,
    source: c.source,
    name,
    underlying: baseTypes[0]?.typeName,
    isFlags: attributes.some(({ typeName }) => /^(?:system\.)?flags$/.test(attributeKey(typeName))),
    members: members.flatMap((member) =>
      member.type === 'PropertyMember' ? [{ name: member.name, value: valueBlock(c, member.initialValue) }] : [],
    ),
  };
}

function compileClass(c: Compiler, ast: TypeDefinitionAst): ClassCode {
  const { name, members, baseTypes } = ast;
  return {
    kind: 'class',
    ast,
    source: c.source,
    name,
    baseTypes: baseTypes.map(({ typeName }) => typeName),
    properties: members.flatMap((member) => (member.type === 'PropertyMember' ? [compileProperty(c, member)] : [])),
    methods: members.flatMap((member) => (member.type === 'FunctionMember' ? [compileMethod(c, member)] : [])),
  };
}

const compileProperty = (c: Compiler, ast: PropertyMemberAst): PropertyCode => ({
  name: ast.name,
  typeName: ast.propertyType?.typeName,
  attributes: ast.attributes.map((attribute) => compileAttribute(c, attribute)),
  isStatic: ast.modifiers.includes('Static'),
  isHidden: ast.modifiers.includes('Hidden'),
  initial: valueBlock(c, ast.initialValue),
  place: ast,
});

function compileMethod(c: Compiler, ast: FunctionMemberAst): MethodCode {
  const [first] = ast.body.endBlock?.statements ?? [];
  return {
    name: ast.name,
    returnType: valueType(ast),
    parameters: ast.parameters.map((parameter) => parameterCode(c, parameter)),
    isStatic: ast.modifiers.includes('Static'),
    isHidden: ast.modifiers.includes('Hidden'),
    isConstructor: ast.isConstructor,
    callsBase: first?.type === 'CommandExpression' && first.expression.type === 'BaseCtorInvokeMemberExpression',
    body: c.methodBody({ ...ast.body, paramBlock: parametersOf(ast) }, valueType(ast)),
  };
}

const parametersOf = ({ body, parameters }: FunctionMemberAst): NonNullable<ScriptBlockAst['paramBlock']> => ({
  type: 'ParamBlock',
  start: body.start,
  end: body.start,
  attributes: [],
  parameters,
});

const valueType = ({ returnType }: FunctionMemberAst): TypeName | undefined =>
  returnType && !isVoidType(returnType.typeName) ? returnType.typeName : undefined;

/** A method that returns an expression's value. */
function valueBlock(c: Compiler, expression: ExpressionAst | undefined): CompiledScriptBlock | undefined {
  if (!expression) return undefined;
  const { start, end } = expression;
  const element = { type: 'CommandExpression', start, end, expression, redirections: [] } as const;
  const pipeline = { type: 'Pipeline', start, end, elements: [element], background: false } as const;
  const statements: StatementAst[] = [{ type: 'ReturnStatement', start, end, pipeline }];
  return c.methodBody({
    type: 'ScriptBlock',
    start,
    end,
    usingStatements: [],
    attributes: [],
    endBlock: { type: 'NamedBlock', start, end, blockKind: 'End', unnamed: true, statements, traps: [] },
  });
}
