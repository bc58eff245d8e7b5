/** Columns of the address book that mailboxes do not have, by their names there. [MS-OXOABK] 2.2 */
export declare const addressBookTag: {
    readonly manager: 2147811359;
    readonly homeDatabase: 2147876894;
    readonly homeDatabaseUnicode: 2147876895;
    readonly member: 2148073485;
    readonly owner: 2148270093;
    readonly proxyAddresses: 2148470815;
    readonly targetAddress: 2148597791;
    readonly objectGuid: 2355953922;
    readonly mailboxGuid: 2356347138;
};
/** Attributes that are one text each: the column, and its name in an entry. */
export declare const textColumns: {
    readonly givenName: 973471775;
    readonly surname: 974192671;
    readonly initials: 973733919;
    readonly businessTelephone: 973602847;
    readonly homeTelephone: 973668383;
    readonly mobileTelephone: 974913567;
    readonly fax: 975372319;
    readonly company: 974520351;
    readonly title: 974585887;
    readonly department: 974651423;
    readonly office: 974716959;
    readonly country: 975568927;
    readonly city: 975634463;
    readonly state: 975699999;
    readonly streetAddress: 975765535;
    readonly postalCode: 975831071;
    readonly comment: 805568543;
};
/** extensionAttribute1 to 15; the ids of the last five are apart. */
export declare const extensionColumns: readonly number[];
/** What a member of a group is told by. */
export declare const memberColumns: readonly number[];
/** Everything an entry is made of. */
export declare const entryColumns: readonly number[];
