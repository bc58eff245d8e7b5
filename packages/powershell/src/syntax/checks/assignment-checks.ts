import type { AnyAst, AttributeBaseAst, ExpressionAst, PipelineBaseAst } from '../ast.ts';
import { isVoidType } from '../type-name.ts';

/** The `[void]`s before a target, which cannot hold what is assigned. */
export function voidConstraints(target: ExpressionAst): AttributeBaseAst[] {
  if (target.type === 'ArrayLiteral') return target.elements.flatMap(voidConstraints);
  if (target.type !== 'ConvertExpression' && target.type !== 'AttributedExpression') return [];
  const { attribute, child } = target;
  return isVoidType(attribute.typeName) ? [attribute, ...voidConstraints(child)] : voidConstraints(child);
}

const assignable = new Set<AnyAst['type']>([
  'VariableExpression',
  'MemberExpression',
  'IndexExpression',
  'ConvertExpression',
  'AttributedExpression',
]);

/** The expression that a pipeline is, if it is no more than one. */
export function pureExpression(pipeline: PipelineBaseAst): ExpressionAst | undefined {
  if (pipeline.type !== 'Pipeline' || pipeline.elements.length !== 1) return undefined;
  const element = pipeline.elements[0]!;
  return element.type === 'CommandExpression' && element.redirections.length === 0 ? element.expression : undefined;
}

/** The parts of an assignment's left side that nothing can be assigned to; several targets only with a plain `=`. */
export function wrongTargets(target: ExpressionAst, options: { several: boolean }): AnyAst[] {
  switch (target.type) {
    case 'ArrayLiteral':
      return options.several ? target.elements.flatMap((element) => wrongTargets(element, options)) : [target];
    case 'ParenExpression': {
      const inner = pureExpression(target.pipeline);
      return inner ? wrongTargets(inner, options) : [target.pipeline];
    }
    case 'MemberExpression':
    case 'IndexExpression':
      return target.nullConditional ? [target] : [];
    case 'ConvertExpression':
    case 'AttributedExpression':
      return wrongTargets(target.child, options);
    default:
      return assignable.has(target.type) || target.type === 'InvokeMemberExpression' ? [] : [target];
  }
}
