import { defineInterface } from '../operation.ts';
import { getIdsFromNames, getNamesFromIds, queryColumns, resolveNames, resolveNamesW } from './names.ts';
import { dnToMinimalId, getPropList, getProps, getTemplateInfo, modLinkAtt, modProps } from './object.ts';
import { bind, unbind } from './session.ts';
import {
  compareMinimalIds,
  getMatches,
  getSpecialTable,
  queryRows,
  resortRestriction,
  seekEntries,
  updateStat,
} from './table.ts';

/** The address book. Number 15 is reserved and not declared. [MS-OXNSPI] 3.1.4.1 */
export const nspiInterface = defineInterface({
  name: 'NSPI',
  uuid: 'f5cc5a18-4264-101a-8c59-08002b2f8426',
  majorVersion: 56,
  minorVersion: 0,
  operations: {
    bind,
    unbind,
    updateStat,
    queryRows,
    seekEntries,
    getMatches,
    resortRestriction,
    dnToMinimalId,
    getPropList,
    getProps,
    compareMinimalIds,
    modProps,
    getSpecialTable,
    getTemplateInfo,
    modLinkAtt,
    queryColumns,
    getNamesFromIds,
    getIdsFromNames,
    resolveNames,
    resolveNamesW,
  },
});
