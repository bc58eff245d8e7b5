import { firstNamedId, type PropertyName, type PropertyTag } from '@cutover/wire/properties';
import { restriction as codec, type Restriction, type TaggedValue } from '@cutover/wire/rop';
import { NamedProperties } from '../named-properties.ts';

/** A restriction that outlives the session that it came in: its ids of named properties stand for the names beside it. */
export interface KeptRestriction {
  readonly restriction: Uint8Array;
  readonly names: readonly PropertyName[];
}

type Translation = (tag: PropertyTag) => PropertyTag;

const translated = ({ tag, value }: TaggedValue, to: Translation): TaggedValue => ({ tag: to(tag), value });

/** The restriction with other tags. */
function translate(restriction: Restriction, to: Translation): Restriction {
  const r = restriction;
  switch (r.kind) {
    case 'and':
    case 'or':
      return { ...r, restrictions: r.restrictions.map((one) => translate(one, to)) };
    case 'not':
    case 'count':
      return { ...r, restriction: translate(r.restriction, to) };
    case 'subobject':
      return { ...r, restriction: translate(r.restriction, to) };
    case 'content':
    case 'property':
      return { ...r, tag: to(r.tag), value: translated(r.value, to) };
    case 'compare':
      return { ...r, left: to(r.left), right: to(r.right) };
    case 'bitmask':
    case 'size':
    case 'exist':
      return { ...r, tag: to(r.tag) };
    case 'comment':
      return r.restriction === undefined ? r : { ...r, restriction: translate(r.restriction, to) };
  }
}

/** Tags by the names of one table, told by those of another; an id without a name stays what it is. */
const between =
  (from: NamedProperties, to: NamedProperties): Translation =>
  (tag) => {
    const name = tag >>> 16 < firstNamedId ? undefined : from.nameOf(tag >>> 16);
    return name === undefined ? tag : ((to.idOf(name) << 16) | (tag & 0xffff)) >>> 0;
  };

/** A restriction of a session, to be kept. */
export function keepRestriction(restriction: Restriction, session: NamedProperties): KeptRestriction {
  const own = namesOf([]);
  const kept = translate(restriction, between(session, own));
  return { restriction: codec.encode(kept), names: own.all };
}

/** A kept restriction as a session understands it. */
export const openRestriction = ({ restriction, names }: KeptRestriction, session: NamedProperties): Restriction =>
  translate(codec.decode(restriction), between(namesOf(names), session));

/** A table in which these names have their ids from 0x8000 on. */
export function namesOf(names: readonly PropertyName[]): NamedProperties {
  const table = new NamedProperties(firstNamedId);
  for (const name of names) table.idOf(name);
  return table;
}
