import type { PropertyTag } from '@cutover/wire/properties';

/** Which properties and subobjects of the topmost object are sent. [MS-OXCFXICS] 3.2.5.8.1.4 */
export interface PropertyFilter {
  includes(tag: PropertyTag): boolean;
}

export const everything: PropertyFilter = { includes: () => true };

// Asked for or left out by id: a client cannot know in which type a text is kept.
const idsOf = (tags: readonly PropertyTag[]): ReadonlySet<number> => new Set(tags.map((tag) => tag >>> 16));

/** All but these. */
export function allBut(tags: readonly PropertyTag[]): PropertyFilter {
  const left = idsOf(tags);
  return { includes: (tag) => !left.has(tag >>> 16) };
}

/** These alone. */
export function only(tags: readonly PropertyTag[]): PropertyFilter {
  const wanted = idsOf(tags);
  return { includes: (tag) => wanted.has(tag >>> 16) };
}

/** The same without any subobject, as a copy at level 0 only wants them. */
export const withoutSubobjects = (filter: PropertyFilter, subobjects: readonly PropertyTag[]): PropertyFilter => {
  const children = allBut(subobjects);
  return { includes: (tag) => filter.includes(tag) && children.includes(tag) };
};
