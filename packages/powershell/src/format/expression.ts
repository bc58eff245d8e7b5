import type { FormatSource } from './format-source.ts';
import { matchesWildcard } from './wildcard.ts';

/** A cell's value: a property by name (wildcards allowed), or computed from the object. */
export type Expression = PropertyExpression | ComputedExpression;

export interface PropertyExpression {
  readonly property: string;
}

export interface ComputedExpression {
  /** Its source text, which heads the column. */
  readonly text: string;
  /** Throwing means an empty cell. */
  compute(value: unknown, source: FormatSource): unknown;
}

/** What the caller of a Format cmdlet asks of one column: the calculated property of the original. */
export interface ColumnParameter {
  readonly expression: Expression;
  readonly label?: string | undefined;
  readonly width?: number | undefined;
  readonly alignment?: 'left' | 'center' | 'right' | undefined;
  readonly formatString?: string | undefined;
  /** How deep `-Custom` looks into this property. */
  readonly depth?: number | undefined;
}

/** An expression without wildcards, with the parameter that it came from. */
export interface ResolvedColumn extends ColumnParameter {
  readonly name: string;
}

export function hasWildcard(name: string): boolean {
  return /[*?[\]]/.test(name);
}

/** The properties that an expression means on an object, by their own names; none if there are none. */
export function resolveNames(expression: Expression, value: unknown, source: FormatSource): Expression[] {
  if ('compute' in expression) return [expression];
  const { property } = expression;
  const wildcard = hasWildcard(property);
  const known = wildcard ? undefined : source.memberName?.(value, property);
  if (known !== undefined) return [{ property: known }];
  const names = source.members?.(value) ?? source.properties(value);
  if (wildcard) return names.filter((name) => matchesWildcard(name, property)).map((name) => ({ property: name }));
  const own = names.find((name) => name.toLowerCase() === property.toLowerCase());
  if (own !== undefined) return [{ property: own }];
  const set = source.propertySet?.(value, property);
  if (set) return set.map((name) => ({ property: name }));
  return source.get(value, property) === undefined ? [] : [expression];
}

export function expressionName(expression: Expression): string {
  return 'compute' in expression ? expression.text : expression.property;
}

/** The value of a resolved expression; undefined when there is none or when computing it fails. */
export function evaluate(
  expression: Expression,
  value: unknown,
  source: FormatSource,
  failed?: (thrown: unknown) => void,
): { readonly value: unknown } | undefined {
  if ('property' in expression) return source.get(value, expression.property);
  try {
    return { value: expression.compute(value, source) };
  } catch (thrown) {
    failed?.(thrown);
    return undefined;
  }
}

/** Parameters as columns of this object; `keepMissing` has a column for a property that the object lacks, as tables do. */
export function expandParameters(
  parameters: readonly ColumnParameter[],
  value: unknown,
  { source, keepMissing }: { readonly source: FormatSource; readonly keepMissing: boolean },
): ResolvedColumn[] {
  return parameters.flatMap((parameter) => {
    const found = resolveNames(parameter.expression, value, source);
    const missing = keepMissing && found.length === 0 && !hasWildcard(expressionName(parameter.expression));
    const expressions = missing ? [parameter.expression] : found;
    return expressions.map((expression) => ({ ...parameter, expression, name: expressionName(expression) }));
  });
}

/** All properties that an object shows. */
export function expandAll(value: unknown, source: FormatSource): ResolvedColumn[] {
  return columnsNamed(source.properties(value));
}

/** The properties that its type shows by default, or none. */
export function expandDefaults(value: unknown, source: FormatSource): ResolvedColumn[] {
  return columnsNamed(source.defaultProperties(value) ?? []);
}

function columnsNamed(names: readonly string[]): ResolvedColumn[] {
  return names.map((name) => ({ name, expression: { property: name } }));
}
