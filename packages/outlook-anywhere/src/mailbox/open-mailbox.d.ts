import type { Environment } from '../environment.ts';
import type { Mailbox, OpenMailboxOptions } from './mailbox.ts';
/** Connects to the store and logs on to the mailbox; follows the server's word that it lies on another one, once. */
export declare function openMailbox(environment: Environment, options: OpenMailboxOptions & {
    readonly userDN: string | undefined;
}): Promise<Mailbox>;
