import { shortId } from '../../ics/index.ts';
import { le } from '../../le.ts';
import { errorCode } from '../error-code.ts';
import { sizedText } from '../fields.ts';
import { defineRop } from '../rop.ts';

/** Frees an object; it is never answered. [MS-OXCROPS] 2.2.15.3 */
export const release = defineRop({ name: 'RopRelease', id: 0x01, handles: 'input', request: {}, response: {} });

/** Which store is opened. [MS-OXCSTOR] 2.2.1.1.1 */
export const logonFlag = { private: 0x01 } as const;
/** How it is opened. [MS-OXCSTOR] 2.2.1.1.1 */
export const openFlag = {
  useAdminPrivilege: 0x01,
  public: 0x02,
  homeLogon: 0x04,
  takeOwnership: 0x08,
  alternateServer: 0x100,
  perMdbReplidMapping: 0x01000000,
} as const;
/** What the user may do there. [MS-OXCSTOR] 2.2.1.1.3 */
export const logonResponseFlag = { reserved: 0x01, owner: 0x02, sendAs: 0x04 } as const;

const logonTime = le.struct('LogonTime', {
  seconds: le.u8,
  minutes: le.u8,
  hour: le.u8,
  dayOfWeek: le.u8,
  day: le.u8,
  month: le.u8,
  year: le.u16,
});

const head = { name: 'RopLogon', id: 0xfe, handles: 'output' } as const;
const request = {
  logonFlags: le.u8,
  openFlags: le.u32,
  storeState: le.u32,
  /** legacyExchangeDN of the mailbox's owner; empty for public folders. */
  essdn: sizedText(le.u16),
};
const failures = {
  [errorCode.wrongServer]: le.struct('Redirect', { logonFlags: le.u8, serverName: sizedText(le.u8) }),
};

/** Opens a mailbox. The thirteen folders come in the order of `logonFolders`. [MS-OXCROPS] 2.2.3.1 */
export const logon = defineRop({
  ...head,
  request,
  response: {
    logonFlags: le.u8,
    folderIds: le.array(shortId, 13),
    responseFlags: le.u8,
    mailboxGuid: le.guid,
    replicaId: le.u16,
    replicaGuid: le.guid,
    logonTime,
    gwartTime: le.u64,
    storeState: le.u32,
  },
  failures,
});

/** Opens the public folders: the same request without the flag of a mailbox. [MS-OXCROPS] 2.2.3.1.3 */
export const publicLogon = defineRop({
  ...head,
  request,
  response: {
    logonFlags: le.u8,
    /** Nine in the order of [MS-OXCSTOR] 2.2.1.1.4, one of news articles, three of nothing. */
    folderIds: le.array(shortId, 13),
    replicaId: le.u16,
    replicaGuid: le.guid,
    perUserGuid: le.guid,
  },
  failures,
});

/** Which folder stands where in the answer to a logon. [MS-OXCSTOR] 2.2.1.1.3 */
export const logonFolders = [
  'root',
  'deferredAction',
  'spoolerQueue',
  'ipmSubtree',
  'inbox',
  'outbox',
  'sentItems',
  'deletedItems',
  'commonViews',
  'schedule',
  'search',
  'views',
  'shortcuts',
] as const;
