import type { AnyAst, AttributeBaseAst, ConvertExpressionAst, ExpressionAst } from '../ast.ts';
import { fullTypeName } from '../type-name.ts';
import type { Report } from './report.ts';

const references = new Set(['ref', 'psreference', 'system.management.automation.psreference']);
const isReference = ({ typeName }: AttributeBaseAst): boolean => references.has(fullTypeName(typeName).toLowerCase());

/** The conversions that stand before an expression, from the outermost in. */
function conversionsOf(expression: ExpressionAst): AttributeBaseAst[] {
  if (expression.type === 'ConvertExpression') return [expression.attribute, ...conversionsOf(expression.child)];
  return expression.type === 'AttributedExpression' ? conversionsOf(expression.child) : [];
}

/** A variable that is assigned to is a reference or has a type, not both. */
export function checkReferenceTarget(target: ExpressionAst, report: Report): void {
  const conversions = conversionsOf(target);
  const reference = conversions.findLast(isReference);
  if (reference && conversions.length > 1) report('ReferenceNeedsToBeByItselfInTypeConstraint', reference);
}

/** `[ref]` stands once in a row of conversions, and in front. */
export function checkReference(
  { attribute, child }: ConvertExpressionAst,
  { report, parent, grandparent }: { report: Report; parent: AnyAst | undefined; grandparent: AnyAst | undefined },
): void {
  if (!isReference(attribute)) return;
  const further = conversionsOf(child).filter(isReference);
  for (const inner of further) report('ReferenceNeedsToBeByItselfInTypeSequence', inner);
  if (further.length > 0 || parent?.type !== 'ConvertExpression' || isReference(parent.attribute)) return;
  const isTarget = grandparent?.type === 'AssignmentStatement' && grandparent.left === parent;
  if (!isTarget) report('ReferenceNeedsToBeLastTypeInTypeConversion', attribute);
}
