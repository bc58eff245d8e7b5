import type { StoredProperty } from '@cutover/content';
import { propertyNameKey, type PropertyName } from '@cutover/wire/properties';

const keyOf = ({ tag, name }: StoredProperty): number | string =>
  name === undefined ? tag >>> 16 : propertyNameKey(name);

/** The properties of one object at one moment, found by id or by name. */
export class PropertyBag {
  readonly all: readonly StoredProperty[];
  #index: Map<number | string, StoredProperty> | undefined;

  /** Of two properties of one id the later one counts. */
  constructor(properties: readonly StoredProperty[]) {
    this.all = properties;
  }

  byId(id: number): StoredProperty | undefined {
    return this.#indexed().get(id);
  }

  byName(name: PropertyName): StoredProperty | undefined {
    return this.#indexed().get(propertyNameKey(name));
  }

  /** Each property once. */
  unique(): StoredProperty[] {
    return [...this.#indexed().values()];
  }

  #indexed(): Map<number | string, StoredProperty> {
    this.#index ??= new Map(this.all.map((property) => [keyOf(property), property]));
    return this.#index;
  }
}
