import type { Rop } from './rop.ts';
import * as fastTransfer from './rops/fast-transfer.ts';
import * as folder from './rops/folder.ts';
import * as id from './rops/id.ts';
import * as logon from './rops/logon.ts';
import * as message from './rops/message.ts';
import * as property from './rops/property.ts';
import * as stream from './rops/stream.ts';
import * as sync from './rops/sync.ts';
import * as table from './rops/table.ts';

/** Every ROP of this package by its name in our code. [MS-OXCROPS] 2.2.2 */
export const rops = {
  release: logon.release,
  openFolder: folder.openFolder,
  openMessage: message.openMessage,
  getHierarchyTable: folder.getHierarchyTable,
  getContentsTable: folder.getContentsTable,
  getPropertiesSpecific: property.getPropertiesSpecific,
  getPropertiesAll: property.getPropertiesAll,
  getPropertiesList: property.getPropertiesList,
  readRecipients: message.readRecipients,
  setColumns: table.setColumns,
  sortTable: table.sortTable,
  restrict: table.restrict,
  queryRows: table.queryRows,
  seekRow: table.seekRow,
  getAttachmentTable: message.getAttachmentTable,
  openAttachment: message.openAttachment,
  openStream: stream.openStream,
  readStream: stream.readStream,
  longTermIdFromId: id.longTermIdFromId,
  idFromLongTermId: id.idFromLongTermId,
  openEmbeddedMessage: message.openEmbeddedMessage,
  fastTransferSourceCopyMessages: fastTransfer.fastTransferSourceCopyMessages,
  fastTransferSourceCopyFolder: fastTransfer.fastTransferSourceCopyFolder,
  fastTransferSourceCopyTo: fastTransfer.fastTransferSourceCopyTo,
  fastTransferSourceGetBuffer: fastTransfer.fastTransferSourceGetBuffer,
  getNamesFromPropertyIds: property.getNamesFromPropertyIds,
  getPropertyIdsFromNames: property.getPropertyIdsFromNames,
  getStreamSize: stream.getStreamSize,
  fastTransferSourceCopyProperties: fastTransfer.fastTransferSourceCopyProperties,
  synchronizationConfigure: sync.synchronizationConfigure,
  synchronizationUploadStateStreamBegin: sync.synchronizationUploadStateStreamBegin,
  synchronizationUploadStateStreamContinue: sync.synchronizationUploadStateStreamContinue,
  synchronizationUploadStateStreamEnd: sync.synchronizationUploadStateStreamEnd,
  getLocalReplicaIds: id.getLocalReplicaIds,
  synchronizationGetTransferState: sync.synchronizationGetTransferState,
  logon: logon.logon,
} as const;

const byId = new Map<number, Rop>(Object.values(rops).map((rop) => [rop.id, rop]));

/** The ROP of this number; undefined for one that this package does not have. */
export const ropById = (ropId: number): Rop | undefined => byId.get(ropId);
