export {
  addressBookProvider,
  displayType,
  type EphemeralEntryId,
  ephemeralEntryId,
  type PermanentEntryId,
  permanentEntryId,
} from './entry-id.ts';
export { type NspiPropertyName, queryColumnsFlag } from './names.ts';
export { nspiInterface } from './nspi-interface.ts';
export { templateFlag } from './object.ts';
export { type NspiPropertyValue, nspiPropertyTypes, type NspiRow, nspiRow, type NspiValue } from './property-value.ts';
export { fuzzyLevel, relationalOperator, type Restriction, restrictionType } from './restriction.ts';
export { nspiResult } from './result.ts';
export { bindFlag } from './session.ts';
export { codePage, firstMinimalId, initialStat, position, resolution, sortType, type Stat, stat } from './stat.ts';
export { retrieveFlag, specialTableFlag } from './table.ts';
