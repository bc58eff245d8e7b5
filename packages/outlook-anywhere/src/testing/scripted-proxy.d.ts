import { type ScriptedServer } from './scripted-server.ts';
/** What a scripted RPC proxy says: bytes of a head and of PDUs, as laid out in the specifications. */
export interface ProxyScript {
    /** Sent on OUT once CONN/A1 is there. Default: success and both RTS PDUs of the handshake. */
    readonly out?: readonly Uint8Array[];
    /** Sent on IN once its head is there. Default: nothing, as it has to be. */
    readonly in?: Uint8Array;
    /** Answers each RPC PDU that arrives on IN by bytes on OUT; `close` ends the OUT channel instead. */
    readonly answer?: (pdu: Uint8Array) => readonly Uint8Array[] | 'close';
    /** Bytes per write on OUT. Default: all at once. */
    readonly pieces?: number;
}
/** A scripted proxy and what it was asked. */
export interface ScriptedProxy extends ScriptedServer {
    /** Heads in the order in which they came, per method. */
    readonly heads: Record<'RPC_IN_DATA' | 'RPC_OUT_DATA', string[]>;
    /** PDUs that came on IN, RTS included. */
    readonly received: Uint8Array[];
}
export declare const successHead: Buffer<ArrayBuffer>;
/** CONN/A3, CONN/C2 with a window of 256 KB and a connection time-out of two minutes. [MS-RPCH] 2.2.4.4, 2.2.4.9 */
export declare const connA3: Uint8Array<ArrayBufferLike>;
export declare const connC2: Uint8Array<ArrayBufferLike>;
/** Starts a proxy that follows the script. */
export declare function scriptedProxy(script: ProxyScript): Promise<ScriptedProxy>;
