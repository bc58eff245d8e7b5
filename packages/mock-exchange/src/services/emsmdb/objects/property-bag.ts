import type { StoredProperty } from '@cutover/content';
import { propertyNameKey, type PropertyName, type PropertyTag } from '@cutover/wire/properties';

const keyOf = ({ tag, name }: StoredProperty): number | string =>
  name === undefined ? tag >>> 16 : propertyNameKey(name);

/** The objects within one that a tag stands for: the recipients or the attachments of a message. */
export type PartsOf = (tag: PropertyTag) => readonly PropertyBag[];

const noParts: PartsOf = () => [];

/** The properties of one object at one moment, found by id or by name. */
export class PropertyBag {
  readonly all: readonly StoredProperty[];
  readonly partsOf: PartsOf;
  #index: Map<number | string, StoredProperty> | undefined;

  /** Of two properties of one id the later one counts. */
  constructor(properties: readonly StoredProperty[], partsOf = noParts) {
    this.all = properties;
    this.partsOf = partsOf;
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
