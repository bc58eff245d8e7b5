import type { PropertyName } from './property-name.ts';
import type { PropertyTag } from './property-tag.ts';

/**
 * A property's value by its type: i16, i32, f32, f64, appTime number; bool boolean; i64, currency, time bigint
 * (time: 100 ns since 1601 UTC); guid string (lower case, dashes); unicode string; string8 string with a character for
 * each byte, whatever the code page; binary, object, serverId and code-page strings bytes; lists arrays.
 */
export type SinglePropertyValue = number | bigint | boolean | string | Uint8Array;
/** A value, or those of a multi-value property. */
export type PropertyValue = SinglePropertyValue | readonly SinglePropertyValue[];

/** One property; `name` is there exactly if the tag's id is 0x8000 or above, and then the id itself means nothing. */
export interface Property {
  readonly tag: PropertyTag;
  readonly name?: PropertyName;
  readonly value: PropertyValue;
}
