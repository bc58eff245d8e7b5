import { netError } from '../errors/script-error.ts';
import { List } from './list.ts';
import { Enumerator } from './enumerator.ts';

/** The elements of what a pipeline takes apart, or undefined: strings and maps go through whole. */
export function elementsOf(value: unknown): Iterable<unknown> | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if (value instanceof List) return listElements(value);
  if (value instanceof Enumerator) return value;
  return undefined;
}

function* listElements(list: List): Generator<unknown> {
  const { version } = list;
  for (let index = 0; index < list.items.length; index++) {
    yield list.items[index];
    if (list.version !== version) {
      throw netError(
        'System.InvalidOperationException',
        'Collection was modified; enumeration operation may not execute.',
      );
    }
  }
}

/** The elements as an array, a list's own where it has one; undefined for a single value. */
export function listOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (value instanceof List) return value.items;
  const elements = elementsOf(value);
  return elements && [...elements];
}
