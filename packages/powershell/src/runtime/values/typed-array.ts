import { Char } from './number-types.ts';

const elementType = Symbol('element type');

type TypedArray = unknown[] & { [elementType]?: string };

/** Marks an array as one of a .NET type other than object. */
export function typedArray(elementTypeName: string, items: unknown[]): unknown[] {
  Object.defineProperty(items, elementType, { value: elementTypeName });
  return items;
}

/** The full .NET name of what an array holds. */
export const elementTypeOf = (items: readonly unknown[]): string =>
  (items as TypedArray)[elementType] ?? 'System.Object';

/** A text's characters as a char[]. */
export const charactersOf = (text: string): unknown[] =>
  typedArray(
    'System.Char',
    Array.from({ length: text.length }, (_, index) => new Char(text.charAt(index))),
  );
