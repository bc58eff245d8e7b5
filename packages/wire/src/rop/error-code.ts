/** Results of ROPs and of the information store's calls. [MS-OXCDATA] 2.4 */
export const errorCode = {
  success: 0,
  /** Exchange 2003 answers so to a ROP that it does not have. */
  notSupported: 0x80040102,
  error: 0x80004005,
  outOfMemory: 0x8007000e,
  invalidParameter: 0x80070057,
  interfaceNotSupported: 0x80004002,
  accessDenied: 0x80070005,
  noSuchUser: 0x000003eb,
  loginPermission: 0x000003f2,
  loginFailure: 0x80040111,
  notFound: 0x8004010f,
  invalidObject: 0x80040108,
  versionMismatch: 0x80040110,
  bufferTooSmall: 0x0000047d,
  wrongServer: 0x00000478,
  serverBusy: 0x00000480,
  nullObject: 0x000004b9,
  rpcFormat: 0x000004b6,
  rpcFailed: 0x80040115,
  unknownCodePage: 0x000003ef,
  streamReadFault: 0x8003001e,
  streamSizeError: 0x80030070,
  formatError: 0x000004ed,
  maxSubmissionExceeded: 0x000004da,
  maxObjects: 0x000004db,
  namedPropertiesQuota: 0x80040900,
  tooComplex: 0x80040117,
  exiting: 0x000003ed,
  /** A call of this kind is under way already. */
  rejected: 0x000007ee,
  computed: 0x8004011a,
  objectModified: 0x80040109,
  objectDeleted: 0x8004010a,
  unableToAbort: 0x80040114,
  invalidBookmark: 0x80040405,
  duplicateName: 0x80040604,
  notInQueue: 0x80040601,
  noRecipients: 0x80040607,
  hasFolders: 0x80040609,
  hasMessages: 0x8004060a,
  folderCycle: 0x8004060b,
  unexpectedType: 0x80040304,
  searchFolder: 0x00000460,
  notSearchFolder: 0x00000461,
  /** A search folder that looks into itself. */
  searchFolderScope: 0x00000490,
  notInitialized: 0x80040605,
  invalidRecipients: 0x00000467,
  notExpanded: 0x000004f7,
  notCollapsed: 0x000004f8,
  nullDestination: 0x00000503,
  messageCycle: 0x00000504,
  /** A warning: some of the objects were left alone. */
  partialCompletion: 0x00040680,
  syncObjectDeleted: 0x80040800,
  /** What is uploaded is there already, or something later. */
  syncIgnore: 0x80040801,
  syncConflict: 0x80040802,
  syncNoParent: 0x80040803,
  /** A warning: what was moved is older here than at the client. */
  newerClientChange: 0x00040821,
  streamSeekError: 0x80030019,
  streamInvalidParameter: 0x80030057,
  streamAccessDenied: 0x80030005,
} as const;

/** Their names, for people. */
const names = new Map<number, string>(Object.entries(errorCode).map(([name, code]) => [code, name]));

/** The name of a result, or its number where it has none here. */
export const errorCodeName = (code: number): string => names.get(code) ?? `0x${code.toString(16).padStart(8, '0')}`;
