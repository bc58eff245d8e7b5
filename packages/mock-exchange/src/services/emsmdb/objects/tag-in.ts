import type { StoredProperty } from '@cutover/content';
import { type PropertyTag, typeOfTag } from '@cutover/wire/properties';
import type { NamedProperties } from '../named-properties.ts';

/** The tag of a stored property in a session, whose ids stand for names. */
export const tagIn = ({ tag, name }: StoredProperty, { names }: { readonly names: NamedProperties }): PropertyTag =>
  name === undefined ? tag : ((names.idOf(name) << 16) | typeOfTag(tag)) >>> 0;
