import { type Codec, type Infer, le } from '../le.ts';

/** Marks the permanent entry ids of the address book. [MS-OXNSPI] 2.2.1.7 */
export const addressBookProvider = 'c840a7dc-42c0-1a10-b4b9-08002b2fe182';

/** What an entry id says its object is. [MS-OXNSPI] 2.2.1.3 */
export const displayType = {
  mailUser: 0,
  distributionList: 1,
  forum: 2,
  agent: 3,
  organization: 4,
  privateDistributionList: 5,
  remoteMailUser: 6,
  container: 0x100,
  template: 0x101,
  addressTemplate: 0x102,
  search: 0x200,
} as const;

/*
 * | 87 00 00 00 | server GUID 16 | 01 00 00 00 | display type u32 | MId u32 |
 */
const ephemeral = le.struct('EphemeralEntryID', {
  idType: le.constant(le.u32, 0x87),
  server: le.guid,
  one: le.constant(le.u32, 1),
  displayType: le.u32,
  id: le.u32,
});

/*
 * | 00 00 00 00 | provider GUID 16 | 01 00 00 00 | display type u32 | DN, NUL |
 */
const permanent = le.struct('PermanentEntryID', {
  idType: le.constant(le.u32, 0),
  provider: le.guid,
  one: le.constant(le.u32, 1),
  displayType: le.u32,
  dn: le.latin1z,
});

type Plain<C> = Omit<Infer<C>, 'idType' | 'one'>;

/** Entry id of a row, good for one session. [MS-OXNSPI] 2.2.9.2 */
export const ephemeralEntryId: Codec<Plain<typeof ephemeral>> = le.transform(
  ephemeral,
  ({ server, displayType, id }) => ({ server, displayType, id }),
  (value) => ({ idType: 0x87, one: 1, ...value }),
);
/** The entry id of an object for the life of a connection. */
export type EphemeralEntryId = Infer<typeof ephemeralEntryId>;

/** Entry id of an object for ever. [MS-OXNSPI] 2.2.9.3 */
export const permanentEntryId: Codec<Plain<typeof permanent>> = le.transform(
  permanent,
  ({ provider, displayType, dn }) => ({ provider, displayType, dn }),
  (value) => ({ idType: 0, one: 1, ...value }),
);
/** The entry id of an object for ever. */
export type PermanentEntryId = Infer<typeof permanentEntryId>;
