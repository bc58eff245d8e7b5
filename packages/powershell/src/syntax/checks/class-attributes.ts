import type { AnyAst, AttributeAst, ExpressionAst } from '../ast.ts';
import { fullTypeName } from '../type-name.ts';
import { isConstant } from './constant-values.ts';
import type { Report } from './report.ts';

type Target = 'Class' | 'Enum' | 'Interface' | 'Constructor' | 'Method' | 'Property' | 'Field' | 'Parameter';

const onMembers: readonly Target[] = ['Property', 'Field'];

/** What the attributes that are known may stand on; others may stand on anything. Source: their AttributeUsage. */
const validOn: Readonly<Record<string, readonly Target[]>> = {
  flags: ['Enum'],
  parameter: onMembers,
  dscproperty: onMembers,
  dscresource: ['Class'],
  cmdletbinding: ['Class'],
};

const validOnOf = (name: string): readonly Target[] | undefined =>
  name.startsWith('validate') || name.startsWith('allow') ? onMembers : validOn[name];

/** What an attribute of a class stands on; undefined for one that is none of a class's. */
function targetsOf(parent: AnyAst | undefined, isInMethod: boolean): readonly Target[] | undefined {
  switch (parent?.type) {
    case 'TypeDefinition':
      return [({ class: 'Class', enum: 'Enum', interface: 'Interface' } as const)[parent.definitionKind]];
    case 'PropertyMember':
      return onMembers;
    case 'FunctionMember':
      return [parent.isConstructor ? 'Constructor' : 'Method'];
    case 'Parameter':
      return isInMethod ? ['Parameter'] : undefined;
    default:
      return undefined;
  }
}

/** Checks where an attribute stands and that its arguments are constants: no script blocks where it belongs to a class. */
export function checkAttribute(
  attribute: AttributeAst,
  { report, parent, isInMethod }: { report: Report; parent: AnyAst | undefined; isInMethod: boolean },
): void {
  const targets = targetsOf(parent, isInMethod);
  const name = fullTypeName(attribute.typeName);
  const allowed = targets && validOnOf(name.toLowerCase());
  if (allowed && !allowed.some((target) => targets.includes(target)))
    report('AttributeNotAllowedOnDeclaration', attribute, name, allowed.join(', '));
  const scriptBlocks = targets === undefined;
  const id = scriptBlocks
    ? 'ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock'
    : 'ParameterAttributeArgumentNeedsToBeConstant';
  const checkArgument = (argument: ExpressionAst): void => {
    if (!isConstant(argument, { scriptBlocks })) report(id, argument);
  };
  checkNamed(attribute, { report, checkArgument });
  attribute.positionalArguments.forEach(checkArgument);
}

interface NamedChecks {
  readonly report: Report;
  readonly checkArgument: (argument: ExpressionAst) => void;
}

function checkNamed({ namedArguments }: AttributeAst, { report, checkArgument }: NamedChecks): void {
  const names = new Set<string>();
  for (const named of namedArguments) {
    const key = named.argumentName.toLowerCase();
    if (names.has(key)) report('DuplicateNamedArgument', named, named.argumentName);
    else checkArgument(named.argument);
    names.add(key);
  }
}
