import type { NamedProperty, PropertyTag, PropertyValue } from '@cutover/wire/properties';
import type { StoredProperty } from './message-content.ts';

/** The id under which a named property is kept; its name tells which it is. */
const namedId = 0x8000;

/** Collects the properties of one object; a value that is undefined leaves no property, a later one replaces an earlier. */
export class PropertyList {
  readonly #properties = new Map<unknown, StoredProperty>();

  set(tag: PropertyTag, value: PropertyValue | undefined): this {
    if (value !== undefined) this.#properties.set(tag >>> 16, { tag, value });
    return this;
  }

  setNamed({ name, type }: NamedProperty, value: PropertyValue | undefined): this {
    const key = JSON.stringify(name);
    if (value !== undefined) this.#properties.set(key, { tag: namedId * 0x10000 + type, name, value });
    return this;
  }

  has(tag: PropertyTag): boolean {
    return this.#properties.has(tag >>> 16);
  }

  toArray(): StoredProperty[] {
    return [...this.#properties.values()];
  }
}
