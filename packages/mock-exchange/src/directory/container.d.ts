import type { Recipient } from '../organisation/recipient.ts';
/** A container of the hierarchy: what it shows, and whether it is a list at all. */
export interface ContainerDefinition {
    /** Key in the table, stable: ids and GUIDs are derived from it. */
    readonly key: string;
    readonly name: string;
    readonly parent?: string;
    readonly flags: number;
    readonly includes: (recipient: Recipient) => boolean;
}
/** PidTagContainerFlags. [MS-OXOABK] 2.2.2.1 */
export declare const containerFlag: {
    readonly recipients: 1;
    readonly subcontainers: 2;
    readonly unmodifiable: 8;
};
/** The hierarchy that Exchange 2003 sets up, in the order in which it is shown. */
export declare const containerDefinitions: readonly ContainerDefinition[];
