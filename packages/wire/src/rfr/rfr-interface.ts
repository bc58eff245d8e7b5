import { ndr } from '../ndr.ts';
import { defineInterface, defineOperation } from '../operation.ts';

// `unique char**`: the outer pointer says whether the parameter is used at all, the inner one whether there is text.
const optionalString = ndr.unique(ndr.struct('char*', { text: ndr.unique(ndr.string8) }));

/** Lengths of a server's DN that RfrGetFQDNFromServerDN takes, NUL included. [MS-OXABREF] 3.1.4.2 */
export const serverDnLength = { least: 10, most: 1024 } as const;

/** Names the server whose address book the user shall use. [MS-OXABREF] 3.1.4.1 */
const getNewDsa = defineOperation({
  name: 'RfrGetNewDSA',
  opnum: 0,
  request: { flags: ndr.u32, userDN: ndr.string8, unused: optionalString, server: optionalString },
  response: { unused: optionalString, server: optionalString, result: ndr.u32 },
});

/** Translates a mailbox server's DN into its full DNS name. [MS-OXABREF] 3.1.4.2 */
const getFqdnFromServerDn = defineOperation({
  name: 'RfrGetFQDNFromServerDN',
  opnum: 1,
  request: { flags: ndr.u32, length: ndr.u32, serverDN: ndr.string8 },
  response: { fqdn: ndr.unique(ndr.string8), result: ndr.u32 },
});

/** The address book referral. [MS-OXABREF] */
export const rfrInterface = defineInterface({
  name: 'RFR',
  uuid: '1544f5e0-613c-11d1-93df-00c04fd7bd09',
  majorVersion: 1,
  minorVersion: 0,
  operations: { getNewDsa, getFqdnFromServerDn },
});
