import { Enumerable } from './enumerable.ts';
import { foreignTraits } from './foreign-value.ts';
import { List } from './list.ts';

/** The elements of what a pipeline takes apart, or undefined: strings and maps go through whole. */
export function elementsOf(value: unknown): Iterable<unknown> | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof Enumerable) return value.elements();
  return foreignTraits(value)?.elements?.(value);
}

/** The elements as an array, a list's own where it has one; undefined for a single value. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (value instanceof List) return value.items;
  const elements = elementsOf(value);
  return elements && [...elements];
}
