import type { Organisation } from '../../organisation/organisation.ts';
import type { RpcInterface } from '../../rpc-server/rpc-interface.ts';
/** The referral service: names the server of the address book, and the DNS name of a mailbox server. [MS-OXABREF] */
export declare function createRfr(options: {
    readonly ports: readonly number[];
    readonly organisation: () => Organisation;
}): RpcInterface;
