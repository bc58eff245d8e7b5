import { asScriptError } from '../../runtime/engine/statement-error.ts';
import type { ScriptError } from '../../runtime/errors/script-error.ts';
import { type Expression, expressionName, resolveNames } from '../../format/expression.ts';
import type { FormatSource } from '../../format/format-source.ts';

/** The value of one property, or why there is none. */
export interface PropertyResult {
  readonly name: string;
  readonly value: unknown;
  readonly error?: ScriptError;
}

/** What an expression gives for an object: one result for each property that it means. Source: PSPropertyExpression.GetValues. */
export function propertyValues(expression: Expression, item: unknown, source: FormatSource): PropertyResult[] {
  if ('property' in expression) {
    return resolveNames(expression, item, source).map((resolved) => {
      const name = expressionName(resolved);
      return { name, value: source.get(item, name)?.value ?? null };
    });
  }
  return [computedValue(expression, item, source)];
}

function computedValue(
  expression: Exclude<Expression, { property: string }>,
  item: unknown,
  source: FormatSource,
): PropertyResult {
  const name = expression.text;
  try {
    return { name, value: expression.compute(item, source) };
  } catch (thrown) {
    const error = asScriptError(thrown);
    if (!error) throw thrown;
    return { name, value: null, error };
  }
}
