import { le } from '../le.ts';
import { ndr } from '../ndr.ts';
import { defineOperation } from '../operation.ts';
import { stat } from './stat.ts';

/** Flag of NspiBind: no account is meant, only the address book. [MS-OXNSPI] 2.2.1.11 */
export const bindFlag = { anonymousLogin: 0x20 } as const;

/** Opens a session; the GUID that comes back stands in ephemeral entry ids. [MS-OXNSPI] 3.1.4.1.1 */
export const bind = defineOperation({
  name: 'NspiBind',
  opnum: 0,
  request: { flags: ndr.u32, stat, serverGuid: ndr.unique(le.guid) },
  response: { serverGuid: ndr.unique(le.guid), handle: ndr.contextHandle, result: ndr.u32 },
});

/** Closes the session; its result is 1, not 0. [MS-OXNSPI] 3.1.4.1.2 */
export const unbind = defineOperation({
  name: 'NspiUnbind',
  opnum: 1,
  request: { handle: ndr.contextHandle, reserved: ndr.u32 },
  response: { handle: ndr.contextHandle, result: ndr.u32 },
});
