import { formatHead } from '../http/response.ts';

/** Codes that the RPC proxy puts into its 503. [MS-RPCH] 2.1.2.1.3, [MS-ERREF] 2.2 */
export const ProxyError = {
  serverUnavailable: 0x6ba,
  serverTooBusy: 0x6bb,
  protocolError: 0x6c0,
} as const;

/** The proxy's own error answer, after which it closes the channel. */
export function formatProxyError(code: number): Buffer {
  return formatHead({ version: '1.0', status: 503, reason: `RPC Error: ${code.toString(16)}` });
}
