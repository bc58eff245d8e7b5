import type { PropertyType } from './property-type.ts';

/** A property tag: id in the high half, type in the low half, always unsigned. [MS-OXCDATA] 2.9 */
export type PropertyTag = number;

/** Ids from here on stand for names and differ from session to session. */
export const firstNamedId = 0x8000;

/** The tag of an id with a type. */
export const propertyTag = (id: number, type: PropertyType): PropertyTag => ((id << 16) | type) >>> 0;
/** The id of a tag, its upper half. */
export const propertyId = (tag: PropertyTag): number => tag >>> 16;
/** The type of a tag, its lower half. */
export const typeOfTag = (tag: PropertyTag): PropertyType => tag & 0xffff;
/** Whether the id stands for a name that each mailbox maps by itself. */
export const isNamedTag = (tag: PropertyTag): boolean => tag >>> 0 >= 0x80000000;
/** The same property with another type. */
export const withType = (tag: PropertyTag, type: PropertyType): PropertyTag => ((tag & 0xffff0000) | type) >>> 0;
/** Eight hexadecimal digits, as documentation writes tags. */
export const formatTag = (tag: PropertyTag): string => (tag >>> 0).toString(16).padStart(8, '0').toUpperCase();
