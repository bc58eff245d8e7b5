import { packPayload, type ProductVersion } from '@cutover/wire/emsmdb';
import type { Organisation } from '../../organisation/organisation.ts';
import { exchangeProfiles } from '../../profiles/exchange-profile.ts';

/** AUX_EXORGINFO: size u16 | version u8 | type u8 | flags u32. [MS-OXCRPC] 2.2.2.2.14 */
const organisationBlock = { size: 8, version: 1, type: 0x17, flagsAt: 4 } as const;
const publicFoldersEnabled = 1;

const none = new Uint8Array();

function organisationInfo({ publicDatabase }: Organisation): Uint8Array {
  const { size, version, type, flagsAt } = organisationBlock;
  const block = Buffer.of(size, 0, version, type, 0, 0, 0, 0);
  if (publicDatabase !== undefined) block.writeUInt32LE(publicFoldersEnabled, flagsAt);
  return packPayload(block, {});
}

/** What the answer to EcDoConnectEx tells of the organisation, since Exchange 2007, if there is room for it. [MS-OXCRPC] 3.1.4.1.2 */
export function serverTopology(organisation: Organisation, [major]: ProductVersion, room: number): Uint8Array {
  if (major < exchangeProfiles['2007'].version[0]) return none;
  const told = organisationInfo(organisation);
  return told.length > room ? none : told;
}
