import { type Codec, defineCodec } from '../../codec.ts';
import { type ShortId, shortId } from '../../ics/index.ts';
import { le } from '../../le.ts';
import { errorCode } from '../error-code.ts';
import { textOf, yesNo } from '../fields.ts';
import { sizedRestriction } from '../restriction.ts';
import { defineRop } from '../rop.ts';

/** [MS-OXCROPS] 2.2.4.1; the fields of a ghosted folder (public ones alone) are not read. */
export const openFolder = defineRop({
  name: 'RopOpenFolder',
  id: 0x02,
  handles: 'both',
  request: { folderId: shortId, openModeFlags: le.u8 },
  response: { hasRules: yesNo, isGhosted: yesNo },
});

/** What a table of folders or messages lists. [MS-OXCFOLD] 2.2.1.13, 2.2.1.14 */
export const tableFlag = {
  associated: 0x02,
  depth: 0x04,
  noNotifications: 0x10,
  softDeletes: 0x20,
  unicode: 0x40,
} as const;

/** [MS-OXCROPS] 2.2.4.13 */
export const getHierarchyTable = defineRop({
  name: 'RopGetHierarchyTable',
  id: 0x04,
  handles: 'both',
  request: { tableFlags: le.u8 },
  response: { rowCount: le.u32 },
});

/** [MS-OXCROPS] 2.2.4.14 */
export const getContentsTable = defineRop({
  name: 'RopGetContentsTable',
  id: 0x05,
  handles: 'both',
  request: { tableFlags: le.u8 },
  response: { rowCount: le.u32 },
});

/** What a folder is made with; `reserved` is 0. */
export interface NewFolder {
  readonly unicode: boolean;
  readonly openExisting: boolean;
  readonly reserved: number;
  readonly name: string;
  readonly comment: string;
}

// The form of the texts stands before them.
const newFolder: Codec<NewFolder> = defineCodec<NewFolder>({
  leastSize: 5,
  read: (reader) => {
    const head = { unicode: yesNo.read(reader), openExisting: yesNo.read(reader), reserved: reader.u8() };
    const text = textOf(head.unicode);
    return { ...head, name: text.read(reader), comment: text.read(reader) };
  },
  write: (writer, { unicode, openExisting, reserved, name, comment }) => {
    yesNo.write(writer, unicode);
    yesNo.write(writer, openExisting);
    writer.u8(reserved);
    textOf(unicode).write(writer, name);
    textOf(unicode).write(writer, comment);
  },
});

/** What is told of a folder that was there already. */
const existing = le.struct('ExistingFolder', { hasRules: yesNo, isGhosted: yesNo });

/** Fields behind a byte that tells whether they are there. */
const optional = <T>(codec: Codec<T>): Codec<T | undefined> =>
  defineCodec<T | undefined>({
    leastSize: 1,
    read: (reader) => (reader.u8() === 0 ? undefined : codec.read(reader)),
    write: (writer, value) => {
      writer.u8(value === undefined ? 0 : 1);
      if (value !== undefined) codec.write(writer, value);
    },
  });

/** The kinds of folders that can be made. [MS-OXCFOLD] 2.2.1.2.1 */
export const folderType = { generic: 1, search: 2 } as const;

/** [MS-OXCROPS] 2.2.4.2 */
export const createFolder = defineRop({
  name: 'RopCreateFolder',
  id: 0x1c,
  handles: 'both',
  request: { folderType: le.u8, folder: newFolder },
  response: { folderId: shortId, existing: optional(existing) },
});

/** What may go with a folder. [MS-OXCFOLD] 2.2.1.3.1 */
export const deleteFolderFlag = { messages: 0x01, folders: 0x04, hard: 0x10 } as const;

const partial = { partialCompletion: yesNo };
const partialFailure = { partialCompletion: false };

/** [MS-OXCROPS] 2.2.4.3 */
export const deleteFolder = defineRop({
  name: 'RopDeleteFolder',
  id: 0x1d,
  handles: 'input',
  request: { deleteFolderFlags: le.u8, folderId: shortId },
  response: partial,
  failureValue: partialFailure,
});

/** [MS-OXCROPS] 2.2.4.4 */
export const setSearchCriteria = defineRop({
  name: 'RopSetSearchCriteria',
  id: 0x30,
  handles: 'input',
  request: { restriction: sizedRestriction, folderIds: le.counted(le.u16, shortId), searchFlags: le.u32 },
  response: {},
});

/** [MS-OXCROPS] 2.2.4.5 */
export const getSearchCriteria = defineRop({
  name: 'RopGetSearchCriteria',
  id: 0x31,
  handles: 'input',
  request: { unicode: yesNo, includeRestriction: yesNo, includeFolders: yesNo },
  response: {
    restriction: sizedRestriction,
    logonId: le.u8,
    folderIds: le.counted(le.u16, shortId),
    searchFlags: le.u32,
  },
});

/** Where there is no folder to put things into. */
const noDestination = {
  [errorCode.nullDestination]: le.struct('NoDestination', { destinationIndex: le.u32, ...partial }),
};

/** [MS-OXCROPS] 2.2.4.6 */
export const moveCopyMessages = defineRop({
  name: 'RopMoveCopyMessages',
  id: 0x33,
  handles: 'input',
  request: {
    destinationIndex: le.u8,
    messageIds: le.counted(le.u16, shortId),
    wantAsynchronous: yesNo,
    wantCopy: yesNo,
  },
  response: partial,
  failureValue: partialFailure,
  replacements: noDestination,
});

/** A folder, and its name where it is to be. */
export interface PlacedFolder {
  readonly unicode: boolean;
  readonly folderId: ShortId;
  readonly name: string;
}

const placedFolder: Codec<PlacedFolder> = defineCodec<PlacedFolder>({
  leastSize: 10,
  read: (reader) => {
    const head = { unicode: yesNo.read(reader), folderId: shortId.read(reader) };
    return { ...head, name: textOf(head.unicode).read(reader) };
  },
  write: (writer, { unicode, folderId, name }) => {
    yesNo.write(writer, unicode);
    shortId.write(writer, folderId);
    textOf(unicode).write(writer, name);
  },
});

/** [MS-OXCROPS] 2.2.4.7 */
export const moveFolder = defineRop({
  name: 'RopMoveFolder',
  id: 0x35,
  handles: 'input',
  request: { destinationIndex: le.u8, wantAsynchronous: yesNo, folder: placedFolder },
  response: partial,
  failureValue: partialFailure,
  replacements: noDestination,
});

/** [MS-OXCROPS] 2.2.4.8 */
export const copyFolder = defineRop({
  name: 'RopCopyFolder',
  id: 0x36,
  handles: 'input',
  request: { destinationIndex: le.u8, wantAsynchronous: yesNo, wantRecursive: yesNo, folder: placedFolder },
  response: partial,
  failureValue: partialFailure,
  replacements: noDestination,
});

const emptying = { wantAsynchronous: yesNo, wantDeleteAssociated: yesNo };

/** [MS-OXCROPS] 2.2.4.9 */
export const emptyFolder = defineRop({
  name: 'RopEmptyFolder',
  id: 0x58,
  handles: 'input',
  request: emptying,
  response: partial,
  failureValue: partialFailure,
});

/** [MS-OXCROPS] 2.2.4.10 */
export const hardDeleteMessagesAndSubfolders = defineRop({
  name: 'RopHardDeleteMessagesAndSubfolders',
  id: 0x92,
  handles: 'input',
  request: emptying,
  response: partial,
  failureValue: partialFailure,
});

/** Where nothing may be deleted, all of it was left. [MS-OXCFOLD] 3.2.5.11 */
const undeleted = { [errorCode.accessDenied]: le.struct('Undeleted', partial) };

const deletion = { wantAsynchronous: yesNo, notifyNonRead: yesNo, messageIds: le.counted(le.u16, shortId) };

/** [MS-OXCROPS] 2.2.4.11 */
export const deleteMessages = defineRop({
  name: 'RopDeleteMessages',
  id: 0x1e,
  handles: 'input',
  request: deletion,
  response: partial,
  failureValue: partialFailure,
  replacements: undeleted,
});

/** [MS-OXCROPS] 2.2.4.12 */
export const hardDeleteMessages = defineRop({
  name: 'RopHardDeleteMessages',
  id: 0x91,
  handles: 'input',
  request: deletion,
  response: partial,
  failureValue: partialFailure,
  replacements: undeleted,
});
