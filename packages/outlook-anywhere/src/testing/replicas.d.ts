import type { Replicas } from '../mailbox/object-id.ts';
/** Knows the one replica of the example. */
export declare const testReplicas: Replicas;
