import type { RpcInterface } from '../../rpc-server/rpc-interface.ts';
export interface EpmOptions {
    readonly ports: readonly number[];
    /** The services whose endpoints are told, this one and MGMT not among them. */
    readonly services: () => readonly RpcInterface[];
    /** IPv4 address that towers carry. */
    readonly address?: readonly [number, number, number, number];
}
/** The endpoint mapper: tells at which ports the services of the server listen. C706 appendix O */
export declare function createEpm(options: EpmOptions): RpcInterface;
