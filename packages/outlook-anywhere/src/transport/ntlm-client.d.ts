import type { Clock, Random } from '@cutover/base';
import type { Credential } from '../options.ts';
/** Who signs in, and what of the outside world the proof is made of. */
export interface NtlmClientOptions {
    readonly credential: Credential;
    /** Sealing asks for everything that signing does. */
    readonly protection: 'none' | 'sign' | 'seal';
    readonly clock: Clock;
    readonly random: Random;
}
/** The client's answer to a challenge, and what follows from it for the connection. */
export interface NtlmAnswer {
    readonly message: Uint8Array;
    readonly flags: number;
    readonly sessionKey: Uint8Array;
}
/** The first message: what the client can do. [MS-NLMP] 3.1.5.1.1 */
export declare function negotiate(options: NtlmClientOptions): Uint8Array;
/** The third message: the proof, by NTLMv2 only. [MS-NLMP] 3.1.5.1.2 */
export declare function authenticate(options: NtlmClientOptions, challengeBytes: Uint8Array): NtlmAnswer;
