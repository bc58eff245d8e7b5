import type { DirectoryEntry, DirectoryMember } from './entry.ts';
import type { Row } from './row.ts';
/** What of a group its row does not tell. */
export interface GroupLinks {
    readonly members: readonly DirectoryMember[];
    readonly managedByDN: string | undefined;
}
/** What kind of object a row shows. [MS-OXOABK] 2.2.3.11 */
export declare function kindOf(row: Row): DirectoryEntry['kind'];
/** Makes the entry of a row; `links` for groups. */
export declare function toEntry(row: Row, links?: GroupLinks): DirectoryEntry;
/** Makes what a group tells of a member. */
export declare function toMember(row: Row): DirectoryMember;
