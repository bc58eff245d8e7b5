import { z } from 'zod';

/** How a property's value is held in TypeScript; carriers and views convert by it. */
export type ValueKind =
  | 'text'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'guid'
  /** A Date. */
  | 'dateTime'
  /** A number of milliseconds. */
  | 'timeSpan'
  /** A number of bytes, printed as `1.5 KB (1,536 bytes)`. */
  | 'byteSize'
  /** A number, or the text `Unlimited`. */
  | 'unlimited'
  | 'enumeration'
  | 'list'
  | 'record';

/** One property of an output object. */
export interface PropertyDefinition<T = unknown> {
  readonly kind: ValueKind;
  /** Short .NET name, as Get-Member prints it. */
  readonly type: string;
  readonly schema: z.ZodType<T>;
  readonly nullable: boolean;
  /** An enumeration's names in the product's order: the first is 0. */
  readonly values?: readonly string[];
  /** What a list holds. */
  readonly element?: PropertyDefinition;
  /** What a record holds. */
  readonly members?: PropertyDefinitions;
  /** Which kind of object a record is. */
  readonly object?: ObjectDefinition;
}

export type PropertyDefinitions = { readonly [name: string]: PropertyDefinition };

const define = <T>(kind: ValueKind, type: string, schema: z.ZodType<T>): PropertyDefinition<T> => ({
  kind,
  type,
  schema,
  nullable: false,
});

export const text = (type = 'String'): PropertyDefinition<string> => define('text', type, z.string());
export const integer = (type = 'Int32'): PropertyDefinition<number> => define('integer', type, z.int());
/** A number with a fraction. */
export const number = (): PropertyDefinition<number> => define('number', 'Double', z.number());
export const flag = (): PropertyDefinition<boolean> => define('boolean', 'Boolean', z.boolean());
export const guid = (): PropertyDefinition<string> => define('guid', 'Guid', z.guid());
export const dateTime = (): PropertyDefinition<Date> => define('dateTime', 'DateTime', z.date());
export const timeSpan = (): PropertyDefinition<number> => define('timeSpan', 'TimeSpan', z.number());
export const byteSize = (): PropertyDefinition<number> =>
  define('byteSize', 'ByteQuantifiedSize', z.int().nonnegative());
export const unlimited = (): PropertyDefinition<number | 'Unlimited'> =>
  define('unlimited', 'Unlimited', z.union([z.int(), z.literal('Unlimited')]));
export const enumeration = <const V extends readonly [string, ...string[]]>(
  type: string,
  values: V,
): PropertyDefinition<V[number]> => ({
  ...define('enumeration', type, z.enum(values) as z.ZodType<V[number]>),
  values,
});

/** A property that can be $null. */
export const optional = <T>(property: PropertyDefinition<T>): PropertyDefinition<T | null> => ({
  ...property,
  schema: property.schema.nullable(),
  nullable: true,
});

/** A MultiValuedProperty; empty rather than null. */
export const listOf = <T>(element: PropertyDefinition<T>): PropertyDefinition<readonly T[]> => ({
  ...define('list', `MultiValuedProperty`, z.array(element.schema) as z.ZodType<readonly T[]>),
  element,
});

/** A property that is an object of its own. */
export const recordOf = <P extends PropertyDefinitions>(
  object: ObjectDefinition<P>,
): PropertyDefinition<RecordOf<ObjectDefinition<P>>> => ({
  ...define('record', object.name, object.schema),
  members: object.properties,
  object: object as unknown as ObjectDefinition,
});

/** One column of a default table. */
export interface Column {
  readonly header: string;
  readonly property: string;
  readonly width?: number;
}

/** A kind of output object: its .NET name, members in printing order, and default views. */
export interface ObjectDefinition<P extends PropertyDefinitions = PropertyDefinitions> {
  readonly name: string;
  readonly typeName: string;
  readonly properties: P;
  /** The columns of the default table; without it the object is shown as a list. */
  readonly table?: readonly Column[];
  /** What the object is as a text: `{Name}` stands for a property, a list for its lines. Without it, all members. */
  readonly text?: string;
  readonly schema: z.ZodType<{ readonly [K in keyof P]: P[K] extends PropertyDefinition<infer T> ? T : never }>;
}

/** The TypeScript type of an object definition's records. */
export type RecordOf<D> =
  D extends ObjectDefinition<infer P>
    ? { readonly [K in keyof P]: P[K] extends PropertyDefinition<infer T> ? T : never }
    : never;

/** Declares a kind of output object. */
export function defineObject<const P extends PropertyDefinitions>(object: {
  name: string;
  typeName: string;
  properties: P;
  table?: readonly Column[];
  text?: string;
}): ObjectDefinition<P> {
  const shape = Object.fromEntries(Object.entries(object.properties).map(([name, { schema }]) => [name, schema]));
  return { ...object, schema: z.object(shape) as unknown as ObjectDefinition<P>['schema'] };
}
