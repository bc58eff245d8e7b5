import { type Expression, evaluate, resolveNames } from './expression.ts';
import type { FormatRequest } from './format-request.ts';
import { type FormatSource, isRemotingProperty } from './format-source.ts';
import { ellipsis } from './table-writer.ts';

export interface DisplayOptions {
  readonly source: FormatSource;
  /** `$FormatEnumerationLimit`; below 0 all elements are shown. */
  readonly enumerationLimit: number;
}

export interface FieldOptions extends DisplayOptions {
  readonly formatString?: string | undefined;
  /** In the cells of a table that no view describes, fractions have two places. */
  readonly roundFractions?: boolean;
  readonly request?: Pick<FormatRequest, 'failures'>;
}

/** What a cell shows for the value of an expression; nothing where the object has no such property. */
export function displayField(value: unknown, expression: Expression, options: FieldOptions): string {
  if ('property' in expression) {
    const found = options.source.get(value, expression.property);
    return found === undefined ? '' : displayValue(found.value, options);
  }
  const failures = options.request?.failures;
  let failed = false;
  const result = evaluate(expression, value, options.source, (thrown) => {
    failed = true;
    failures?.note(expression, value, thrown);
  });
  if (failed && failures?.shown) return '#ERR';
  return result === undefined ? '' : displayValue(result.value, options);
}

/** A value as text: by its format string, as `{a, b…}` for a collection, otherwise as the language converts it. */
export function displayValue(value: unknown, options: FieldOptions): string {
  const { formatString, roundFractions, source } = options;
  if (value === null || value === undefined) return '';
  if (!formatString && typeof value === 'string') return value;
  if (formatString) return source.format(value, formatString);
  const elements = source.elements(value);
  if (elements) return displayElements(elements, options);
  return roundFractions && source.isFraction(value) ? source.format(value, 'F') : source.text(value);
}

function displayElements(elements: Iterable<unknown>, { source, enumerationLimit }: DisplayOptions): string {
  const names: string[] = [];
  for (const element of elements) {
    if (names.length === enumerationLimit) return `{${names.join(', ')}${ellipsis}}`;
    names.push(elementName(element, source));
  }
  return `{${names.join(', ')}}`;
}

function elementName(element: unknown, source: FormatSource): string {
  if (element === null || element === undefined) return '$null';
  if (source.hasOwnText?.(element) === false) {
    const name = nameExpression(element, source);
    const result = name && evaluate(name, element, source);
    if (result) return source.text(result.value);
  }
  return source.text(element);
}

const namePatterns = ['name', 'id', 'key', '*key', '*name', '*id'];

/** The property that stands for an object where only one is shown. Source: GetDisplayNameExpression. */
export function nameExpression(value: unknown, source: FormatSource): Expression | undefined {
  const declared = source.defaultProperty?.(value);
  if (declared) return { property: declared };
  for (const property of namePatterns) {
    const found = resolveNames({ property }, value, source).find(
      (match) => !('property' in match && isRemotingProperty(match.property)),
    );
    if (found) return found;
  }
  return undefined;
}
