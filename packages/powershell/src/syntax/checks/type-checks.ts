import type {
  AnyAst,
  AttributeAst,
  ScriptBlockAst,
  TypeConstraintAst,
  TypeDefinitionAst,
  TypeExpressionAst,
} from '../ast.ts';
import { childNodes } from '../child-nodes.ts';
import { systemTypes } from '../system-types.ts';
import { typeAccelerators } from '../type-accelerators.ts';
import { fullTypeName, type TypeName } from '../type-name.ts';
import { checkPropertyAssignments } from './property-assignments.ts';
import type { Report } from './report.ts';

const builtInAttributes = new Set(
  'flags serializable obsolete dscresource dscproperty parameter alias cmdletbinding norunspaceaffinity hidden'.split(
    ' ',
  ),
);

/** A class or enum with the number of the statement list that it stands in. */
export interface Definition {
  readonly ast: TypeDefinitionAst;
  readonly list: number;
}

/** The names of types that classes use: each must be known when the script is read, and defined once in a block. */
export function checkTypes(
  script: ScriptBlockAst,
  { definitions, report }: { definitions: readonly Definition[]; report: Report },
): void {
  const seen = new Set<string>();
  for (const { ast, list } of definitions) {
    const key = `${list}:${ast.name.toLowerCase()}`;
    if (seen.has(key)) report('MemberAlreadyDefined', ast, ast.name);
    seen.add(key);
  }
  for (const { ast } of definitions) checkPropertyAssignments(ast, report);
  if (script.usingStatements.length > 0) return;
  const defined = new Set(definitions.map(({ ast }) => ast.name.toLowerCase()));
  for (const { ast } of definitions) checkDefinition(ast, { defined, report });
}

interface Context {
  readonly defined: ReadonlySet<string>;
  readonly report: Report;
}

function checkDefinition(definition: TypeDefinitionAst, context: Context): void {
  if (definition.definitionKind === 'enum') return;
  for (const attribute of definition.attributes) checkAttribute(attribute, context);
  for (const base of definition.baseTypes) checkNamed(base, context);
  for (const member of definition.members) checkWithin(member, context);
}

/** Every type that the body of a class names, however deep. */
function checkWithin(node: AnyAst, context: Context): void {
  if (node.type === 'TypeDefinition') return;
  if (node.type === 'TypeConstraint' || node.type === 'TypeExpression') checkNamed(node, context);
  for (const child of childNodes(node)) checkWithin(child, context);
}

function checkAttribute(attribute: AttributeAst, { defined, report }: Context): void {
  const name = fullTypeName(attribute.typeName).toLowerCase();
  if (builtInAttributes.has(name) || name.startsWith('validate') || defined.has(name) || name.includes('.')) return;
  report('CustomAttributeTypeNotFound', attribute.typeName, fullTypeName(attribute.typeName));
}

function checkNamed({ typeName }: TypeConstraintAst | TypeExpressionAst, { defined, report }: Context): void {
  const unknown = unknownName(typeName, defined);
  if (unknown) report('TypeNotFound', unknown, fullTypeName(unknown));
}

function unknownName(typeName: TypeName, defined: ReadonlySet<string>): TypeName | undefined {
  if (typeName.kind === 'array') return unknownName(typeName.element, defined);
  if (typeName.kind === 'generic') return undefined;
  const name = typeName.name.toLowerCase();
  const known = name in typeAccelerators || systemTypes.has(name) || defined.has(name) || name.includes('.');
  return known ? undefined : typeName;
}
