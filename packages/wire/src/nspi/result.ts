const results = {
  success: 0x00000000,
  unbindSuccess: 0x00000001,
  errorsReturned: 0x00040380,
  generalFailure: 0x80004005,
  accessDenied: 0x80070005,
  outOfMemory: 0x8007000e,
  invalidParameter: 0x80070057,
  notSupported: 0x80040102,
  invalidObject: 0x80040108,
  outOfResources: 0x8004010e,
  notFound: 0x8004010f,
  logonFailed: 0x80040111,
  tooComplex: 0x80040117,
  invalidCodePage: 0x8004011e,
  invalidLocale: 0x8004011f,
  tableTooBig: 0x80040403,
  invalidBookmark: 0x80040405,
} as const;

/** What the calls of the address book return. [MS-OXNSPI] 2.2.2, numbers from [MS-OXCDATA] 2.4 */
export const nspiResult: Readonly<Record<keyof typeof results, number>> = results;
