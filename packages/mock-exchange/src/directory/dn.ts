import { parseGuid } from '@cutover/wire';

const hexOf = (guid: string): string => Buffer.from(parseGuid(guid)).toString('hex');

/** DN of a container or of an object by its GUID alone. [MS-OXOABK] 2.2.1.1 */
export const guidDn = (guid: string): string => `/guid=${hexOf(guid).toUpperCase()}`;

/** The same in X.500 clothes, as older clients write it. [MS-NSPI] 2.2.8 */
export const nt5Dn = (guid: string): string => `/o=nt5/ou=00000000000000000000000000000000/cn=${hexOf(guid)}`;

/** DNs are compared without case. */
export const dnKey = (dn: string): string => dn.toLowerCase();
