import type { StoredProperty } from '@cutover/content';
import {
  firstNamedId,
  isKnownType,
  isNumberedName,
  type NumberedName,
  type PropertyName,
  type PropertyTag,
  propertySet,
  propertyType,
  typeOfTag,
} from '@cutover/wire/properties';
import { isPropertyError, nameFlag, propertyRow, rops, type TaggedValue } from '@cutover/wire/rop';
import { bagOf } from '../objects/bag-of.ts';
import { CellBudget, type CellOptions, told, toldType } from '../objects/cell.ts';
import type { ServerObject } from '../objects/server-object.ts';
import { tagIn } from '../objects/tag-in.ts';
import { notSupported } from '../rop-failure.ts';
import { defineHandler, type RopCall } from '../rop-handler.ts';
import type { Session } from '../session.ts';

function requireObject({ object }: RopCall): ServerObject {
  if (object === undefined) throw notSupported();
  return object;
}

interface Wish {
  readonly propertySizeLimit: number;
  /** 0 for texts in the code page. */
  readonly wantUnicode: number;
}

const optionsOf = ({ session }: RopCall, { propertySizeLimit, wantUnicode }: Wish): CellOptions => ({
  names: session.names,
  codePage: session.codePage,
  sizeLimit: propertySizeLimit,
  eightBitTexts: wantUnicode === 0,
});

const getPropertiesSpecific = defineHandler(rops.getPropertiesSpecific, (call, request) => {
  const bag = bagOf(requireObject(call));
  const { tags } = request;
  const budget = new CellBudget(optionsOf(call, request), call.room);
  return { row: propertyRow(tags).encode(tags.map((tag) => told(budget.cellOf(bag, tag)))) };
});

const typed = (tag: PropertyTag, type: number): PropertyTag => ((tag & 0xffff0000) | type) >>> 0;

const listable = ({ tag }: StoredProperty): boolean => isKnownType(typeOfTag(tag));

const getPropertiesAll = defineHandler(rops.getPropertiesAll, (call, request) => {
  const bag = bagOf(requireObject(call));
  const options = optionsOf(call, request);
  const budget = new CellBudget(options, call.room);
  const values = bag
    .unique()
    .filter(listable)
    .map((property): TaggedValue => {
      const tag = typed(tagIn(property, call.session), toldType(typeOfTag(property.tag), options));
      const cell = budget.cellOf(bag, tag);
      // What is too long is told by an error in its place, to be read as a stream.
      if (isPropertyError(cell)) return { tag: typed(tag, propertyType.error), value: cell.error };
      return { tag, value: cell as TaggedValue['value'] };
    });
  return { values };
});

const getPropertiesList = defineHandler(rops.getPropertiesList, (call) => {
  const bag = bagOf(requireObject(call));
  return {
    tags: bag
      .unique()
      .filter(listable)
      .map((property) => tagIn(property, call.session)),
  };
});

/** An id below those of names is itself a number in the set of MAPI's own. [MS-OXCPRPT] 3.2.5.10 */
const nameOfId = ({ names }: Session, id: number): PropertyName | undefined =>
  id < firstNamedId ? { set: propertySet.mapi, lid: id } : names.nameOf(id);

const getNamesFromPropertyIds = defineHandler(rops.getNamesFromPropertyIds, ({ session }, { ids }) => ({
  names: ids.map((id) => nameOfId(session, id)),
}));

const noId = 0;
const isMapiName = (name: PropertyName): name is NumberedName =>
  isNumberedName(name) && name.set === propertySet.mapi && name.lid < firstNamedId;

function idOfName({ names }: Session, name: PropertyName | undefined, { create }: { create: boolean }): number {
  if (name === undefined) return noId;
  if (isMapiName(name)) return name.lid;
  return (create ? names.idOf(name) : names.find(name)) ?? noId;
}

const getPropertyIdsFromNames = defineHandler(rops.getPropertyIdsFromNames, ({ session }, { flags, names }) => {
  const create = (flags & nameFlag.create) !== 0;
  return { ids: names.map((name) => idOfName(session, name, { create })) };
});

export const propertyHandlers = [
  getPropertiesSpecific,
  getPropertiesAll,
  getPropertiesList,
  getNamesFromPropertyIds,
  getPropertyIdsFromNames,
];
