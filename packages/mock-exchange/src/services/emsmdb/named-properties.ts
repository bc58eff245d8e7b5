import {
  firstNamedId,
  isNumberedName,
  type PropertyName,
  propertyNameKey,
  propertySet,
} from '@cutover/wire/properties';
import { errorCode } from '@cutover/wire/rop';
import { limits } from './limits.ts';
import { RopFailure } from './rop-failure.ts';

/** What a new name gets is greater than 0x8000. [MS-OXCPRPT] 3.2.5.9 */
const firstGivenId = firstNamedId + 1;

/** Names of Internet headers are told apart without case. [MS-OXCPRPT] appendix A */
const canonical = (name: PropertyName): PropertyName =>
  isNumberedName(name) || name.set !== propertySet.internetHeaders
    ? name
    : { set: name.set, name: name.name.toLowerCase() };

/** The names of one session and the ids that stand for them: one table for all its logons. [MS-OXCSTOR] appendix A */
export class NamedProperties {
  readonly #first: number;
  readonly #names: PropertyName[] = [];
  readonly #ids = new Map<string, number>();
  /** Ids by the very object, as most names are constants; saves making their keys. */
  readonly #known = new WeakMap<PropertyName, number>();

  constructor(first: number = firstGivenId) {
    this.#first = first;
  }

  /** The id of a name, given now if it has none. */
  idOf(name: PropertyName): number {
    return this.find(name) ?? this.#add(canonical(name));
  }

  /** The id of a name, if it has one. */
  find(name: PropertyName): number | undefined {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const id = this.#ids.get(propertyNameKey(canonical(name)));
    if (id !== undefined) this.#known.set(name, id);
    return id;
  }

  /** Every name, in the order of their ids. */
  get all(): readonly PropertyName[] {
    return this.#names;
  }

  nameOf(id: number): PropertyName | undefined {
    return this.#names[id - this.#first];
  }

  #add(name: PropertyName): number {
    const id = this.#first + this.#names.length;
    if (id > limits.lastNamedId) throw new RopFailure(errorCode.namedPropertiesQuota);
    this.#names.push(name);
    this.#ids.set(propertyNameKey(name), id);
    return id;
  }
}
