import { type Codec, type Infer } from '../le.ts';
/** Marks the permanent entry ids of the address book. [MS-OXNSPI] 2.2.1.7 */
export declare const addressBookProvider = "c840a7dc-42c0-1a10-b4b9-08002b2fe182";
/** What an entry id says its object is. [MS-OXNSPI] 2.2.1.3 */
export declare const displayType: {
    readonly mailUser: 0;
    readonly distributionList: 1;
    readonly forum: 2;
    readonly agent: 3;
    readonly organization: 4;
    readonly privateDistributionList: 5;
    readonly remoteMailUser: 6;
    readonly container: 256;
    readonly template: 257;
    readonly addressTemplate: 258;
    readonly search: 512;
};
declare const ephemeral: Codec<import("../codec.ts").InferFields<{
    readonly idType: Codec<number>;
    readonly server: Codec<string>;
    readonly one: Codec<number>;
    readonly displayType: Codec<number>;
    readonly id: Codec<number>;
}>>;
declare const permanent: Codec<import("../codec.ts").InferFields<{
    readonly idType: Codec<number>;
    readonly provider: Codec<string>;
    readonly one: Codec<number>;
    readonly displayType: Codec<number>;
    readonly dn: Codec<string>;
}>>;
type Plain<C> = Omit<Infer<C>, 'idType' | 'one'>;
/** Entry id of a row, good for one session. [MS-OXNSPI] 2.2.9.2 */
export declare const ephemeralEntryId: Codec<Plain<typeof ephemeral>>;
export type EphemeralEntryId = Infer<typeof ephemeralEntryId>;
/** Entry id of an object for ever. [MS-OXNSPI] 2.2.9.3 */
export declare const permanentEntryId: Codec<Plain<typeof permanent>>;
export type PermanentEntryId = Infer<typeof permanentEntryId>;
export {};
