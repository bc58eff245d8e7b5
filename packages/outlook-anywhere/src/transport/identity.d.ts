/** A user name in the two parts that NTLM signs. */
export interface Identity {
    readonly domain: string;
    readonly userName: string;
}
/** Splits `DOMAIN\user`; a user principal name has no domain of its own. [MS-NLMP] 3.1.5.1.2 */
export declare function parseIdentity(userName: string): Identity;
