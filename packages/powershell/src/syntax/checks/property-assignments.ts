import type { AnyAst, ExpressionAst, FunctionMemberAst, PropertyMemberAst, TypeDefinitionAst } from '../ast.ts';
import { childNodes } from '../child-nodes.ts';
import type { Report } from './report.ts';

/** Reports what a method assigns to by the bare name of a property: `$this.` or the type is missing. Source: SymbolResolver. */
export function checkPropertyAssignments(definition: TypeDefinitionAst, report: Report): void {
  const properties = new Map<string, PropertyMemberAst>();
  for (const member of definition.members) {
    if (member.type === 'PropertyMember') properties.set(member.name.toLowerCase(), member);
  }
  if (properties.size === 0) return;
  for (const member of definition.members) {
    if (member.type === 'FunctionMember') checkMethod(member, { definition, properties, report });
  }
}

interface Context {
  readonly definition: TypeDefinitionAst;
  readonly properties: ReadonlyMap<string, PropertyMemberAst>;
  readonly report: Report;
}

function checkMethod(method: FunctionMemberAst, context: Context): void {
  const parameters = new Set(method.parameters.map(({ name }) => name.path.userPath.toLowerCase()));
  const visit = (node: AnyAst): void => {
    if (node.type === 'ScriptBlockExpression') return;
    if (node.type === 'AssignmentStatement') {
      for (const target of targetsOf(node.left)) checkTarget(target, { ...context, parameters });
    }
    childNodes(node).forEach(visit);
  };
  visit(method.body);
}

/** The variables on the left of an assignment, what they are converted to aside. */
function targetsOf(target: ExpressionAst): ExpressionAst[] {
  if (target.type === 'ArrayLiteral') return target.elements.flatMap(targetsOf);
  return target.type === 'ConvertExpression' ? targetsOf(target.child) : [target];
}

function checkTarget(
  target: ExpressionAst,
  { definition, properties, parameters, report }: Context & { readonly parameters: ReadonlySet<string> },
): void {
  if (target.type !== 'VariableExpression') return;
  // As it is written: `$local:name` is a variable.
  const name = target.path.userPath.toLowerCase();
  const property = parameters.has(name) ? undefined : properties.get(name);
  if (property === undefined) return;
  const isStatic = property.modifiers.includes('Static');
  if (isStatic) report('MissingTypeInStaticPropertyAssignment', target, `[${definition.name}]::`, property.name);
  else report('MissingThis', target, '$this.', property.name);
}
