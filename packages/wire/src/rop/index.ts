export { errorCode, errorCodeName } from './error-code.ts';
export { asFits, sortDirection, type Room, type SortOrder, type SortOrders } from './fields.ts';
export { propertyName } from './property-name-codec.ts';
export {
  isPropertyError,
  propertyRow,
  type PropertyCell,
  type PropertyError,
  type TypedValue,
} from './property-row.ts';
export { recipientAddressType, recipientFlag, recipientRow, type RecipientRow } from './recipient-row.ts';
export { relation } from './restriction.ts';
export { ropBuffer, unsetHandle, type RopBuffer } from './rop-buffer.ts';
export { replaceRows, rowChange, type RowChange } from './row-changes.ts';
export { publicRops, ropById, rops } from './rop-table.ts';
export { restriction, ropValue, taggedValue, type Restriction, type TaggedValue } from './rop-value.ts';
export {
  answerCodec,
  defineRop,
  encodeRopRequest,
  encodeRopResponse,
  type Rop,
  type RopHandles,
  type RopRequestOf,
  type RopResponse,
  type RopValueOf,
} from './rop.ts';
export { copyFolderFlag, copyMessagesFlag, sendOption, sourceOperation, transferStatus } from './rops/fast-transfer.ts';
export { deleteFolderFlag, folderType, tableFlag } from './rops/folder.ts';
export { logonFlag, logonFolders, logonResponseFlag, openFlag } from './rops/logon.ts';
export { codePageOfLogon, readFlag, saveFlag } from './rops/message.ts';
export {
  notificationType,
  notify,
  pending,
  tableEvent,
  type Notification,
  type NotifiedObject,
} from './rops/notification.ts';
export { copyFlag, nameFlag, queryNamedFlag } from './rops/property.ts';
export type { PerUserInformation } from './rops/store.ts';
export { openStreamMode, seekOrigin } from './rops/stream.ts';
export { importDeleteFlag, importFlag, syncExtraFlag, syncFlag, syncType } from './rops/sync.ts';
export { bookmark, customBookmark, findRowFlag } from './rops/table.ts';
export { typedString } from './typed-string.ts';
