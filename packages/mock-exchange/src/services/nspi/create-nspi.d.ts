import type { Organisation } from '../../organisation/organisation.ts';
import type { RpcInterface } from '../../rpc-server/rpc-interface.ts';
export interface NspiOptions {
    readonly ports: readonly number[];
    /** The organisation as it is now: a session sees it as it was when it was opened. */
    readonly organisation: () => Organisation;
}
/** The name service provider: the organisation's directory as Outlook reads it. [MS-OXNSPI] */
export declare function createNspi({ ports, organisation }: NspiOptions): RpcInterface;
