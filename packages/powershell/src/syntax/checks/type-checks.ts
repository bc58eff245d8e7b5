import type { AnyAst, AttributeAst, ScriptBlockAst, TypeConstraintAst, TypeDefinitionAst } from '../ast.ts';
import { childNodes, walk } from '../child-nodes.ts';
import { typeAccelerators } from '../type-accelerators.ts';
import { fullTypeName, type TypeName } from '../type-name.ts';
import type { Report } from './report.ts';

const builtInAttributes = new Set(
  'flags serializable obsolete dscresource dscproperty parameter alias cmdletbinding'.split(' '),
);

/** The names of types that classes use: each must be known when the script is read. */
export function checkTypes(script: ScriptBlockAst, report: Report): void {
  const defined = new Set<string>();
  walk(script, (node) => {
    if (node.type !== 'TypeDefinition') return;
    const name = node.name.toLowerCase();
    if (defined.has(name)) report('MemberAlreadyDefined', node, node.name);
    defined.add(name);
  });
  if (defined.size === 0 || importsTypes(script)) return;
  walk(script, (node) => {
    if (node.type === 'TypeDefinition') checkDefinition(node, { defined, report });
  });
}

interface Context {
  readonly defined: ReadonlySet<string>;
  readonly report: Report;
}

/** With a module or an assembly any name may be known when the script runs. */
function importsTypes(script: ScriptBlockAst): boolean {
  return script.usingStatements.some(({ usingKind }) => usingKind === 'Assembly' || usingKind === 'Module');
}

function checkDefinition(definition: TypeDefinitionAst, context: Context): void {
  if (definition.definitionKind === 'enum') return;
  for (const attribute of definition.attributes) checkAttribute(attribute, context);
  for (const base of definition.baseTypes) checkConstraint(base, context);
  for (const member of definition.members) for (const child of childNodes(member)) checkMemberPart(child, context);
}

function checkMemberPart(node: AnyAst, context: Context): void {
  if (node.type === 'TypeConstraint') checkConstraint(node, context);
  if (node.type === 'Parameter') for (const attribute of node.attributes) checkMemberPart(attribute, context);
}

function checkAttribute(attribute: AttributeAst, { defined, report }: Context): void {
  const name = fullTypeName(attribute.typeName).toLowerCase();
  if (builtInAttributes.has(name) || name.startsWith('validate') || defined.has(name) || name.includes('.')) return;
  report('CustomAttributeTypeNotFound', attribute.typeName, fullTypeName(attribute.typeName));
}

function checkConstraint(constraint: TypeConstraintAst, { defined, report }: Context): void {
  const unknown = unknownName(constraint.typeName, defined);
  if (unknown) report('TypeNotFound', unknown, fullTypeName(unknown));
}

function unknownName(typeName: TypeName, defined: ReadonlySet<string>): TypeName | undefined {
  if (typeName.kind === 'array') return unknownName(typeName.element, defined);
  if (typeName.kind === 'generic') return undefined;
  const name = typeName.name.toLowerCase();
  const known = name in typeAccelerators || defined.has(name) || name.includes('.');
  return known ? undefined : typeName;
}
