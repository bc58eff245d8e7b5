import type { StoredProperty } from '@cutover/content';
import { isKnownType, type PropertyName, propertyType, typeOfTag } from '@cutover/wire/properties';
import { isPropertyError, nameFlag, propertyRow, rops, type TaggedValue } from '@cutover/wire/rop';
import { bagOf } from '../objects/bag-of.ts';
import { CellBudget, told } from '../objects/cell.ts';
import type { ServerObject } from '../objects/server-object.ts';
import { tagIn } from '../objects/tag-in.ts';
import { notSupported } from '../rop-failure.ts';
import { defineHandler, type RopCall } from '../rop-handler.ts';
import type { Session } from '../session.ts';

function requireObject({ object }: RopCall): ServerObject {
  if (object === undefined) throw notSupported();
  return object;
}

const budgetOf = ({ session, room }: RopCall, sizeLimit: number): CellBudget =>
  new CellBudget({ names: session.names, codePage: session.codePage, sizeLimit }, room);

const getPropertiesSpecific = defineHandler(rops.getPropertiesSpecific, (call, { propertySizeLimit, tags }) => {
  const bag = bagOf(requireObject(call));
  const budget = budgetOf(call, propertySizeLimit);
  return { row: propertyRow(tags).encode(tags.map((tag) => told(budget.cellOf(bag, tag)))) };
});

const listable = ({ tag }: StoredProperty): boolean => isKnownType(typeOfTag(tag));

const getPropertiesAll = defineHandler(rops.getPropertiesAll, (call, { propertySizeLimit }) => {
  const bag = bagOf(requireObject(call));
  const budget = budgetOf(call, propertySizeLimit);
  const values = bag
    .unique()
    .filter(listable)
    .map((property): TaggedValue => {
      const tag = tagIn(property, call.session);
      const cell = budget.cellOf(bag, tag);
      // What is too long is told by an error in its place, to be read as a stream.
      if (isPropertyError(cell)) return { tag: ((tag & 0xffff0000) | propertyType.error) >>> 0, value: cell.error };
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

const getNamesFromPropertyIds = defineHandler(rops.getNamesFromPropertyIds, ({ session }, { ids }) => ({
  names: ids.map((id) => session.names.nameOf(id)),
}));

const noId = 0;

function idOfName({ names }: Session, name: PropertyName | undefined, { create }: { create: boolean }): number {
  if (name === undefined) return noId;
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
