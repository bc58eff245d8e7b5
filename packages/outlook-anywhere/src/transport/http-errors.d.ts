import type { SdkError } from '@cutover/base';
import type { Proxy, RpcEndpoint } from '../proxy.ts';
import { type HttpHead } from './http-head.ts';
/** The error that a response head other than success means. [MS-RPCH] 2.1.2.1.3 */
export declare function httpError(head: HttpHead, proxy: Proxy, endpoint: RpcEndpoint): SdkError;
/** The error unless `head` begins a channel's body. */
export declare function assertChannelHead(head: HttpHead, proxy: Proxy, endpoint: RpcEndpoint): void;
