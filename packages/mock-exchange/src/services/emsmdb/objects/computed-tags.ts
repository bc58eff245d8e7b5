import { firstNamedId, pidTag, type PropertyTag } from '@cutover/wire/properties';

/** What the server computes, or what an object is told by: nobody sets it. */
const computed: ReadonlySet<number> = new Set(
  [
    pidTag.messageSize,
    pidTag.messageSizeExtended,
    pidTag.normalMessageSize,
    pidTag.assocMessageSize,
    pidTag.deletedCountTotal,
    pidTag.hasAttachments,
    pidTag.attachSize,
    pidTag.attachNumber,
    pidTag.access,
    pidTag.objectType,
    pidTag.entryId,
    pidTag.parentEntryId,
    pidTag.mid,
    pidTag.folderId,
    pidTag.parentFolderId,
    pidTag.sourceKey,
    pidTag.parentSourceKey,
    pidTag.changeKey,
    pidTag.predecessorChangeList,
    pidTag.changeNumber,
    pidTag.associated,
    pidTag.read,
    pidTag.lastModificationTime,
    pidTag.contentCount,
    pidTag.contentUnreadCount,
    pidTag.associatedContentCount,
    pidTag.subfolders,
    pidTag.folderType,
    pidTag.rights,
    pidTag.messageRecipients,
    pidTag.messageAttachments,
  ].map((tag) => tag >>> 16),
);

/** True for a property that nobody but the server sets. */
export const isComputed = (tag: PropertyTag): boolean => tag >>> 16 < firstNamedId && computed.has(tag >>> 16);
