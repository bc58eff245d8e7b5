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
