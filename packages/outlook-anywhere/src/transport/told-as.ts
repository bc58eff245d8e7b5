import { isSdkError } from '@cutover/base';
import { errors } from '../errors.ts';
import type { RpcEndpoint } from '../proxy.ts';

/** An error of codecs or framing as one that names the server; any other as it is. */
export function toldAs(error: unknown, { server, port }: RpcEndpoint): unknown {
  const ofBytes = isSdkError(error) ? error.code.startsWith('wire.') : error instanceof RangeError;
  if (!ofBytes) return error;
  return errors.protocolViolation({ server, port, reason: (error as Error).message }, { cause: error });
}
