import { isWireError, type RequestOf } from '@cutover/wire';
import { type rpcExt2 as operation, rpcExt2Flag, rpcHeaderExtSize, unpackPayloads } from '@cutover/wire/emsmdb';
import { errorCode, rops } from '@cutover/wire/rop';
import type { ReusedBuffer } from '../../reused-buffer.ts';
import { badStubData } from '../../rpc-server/rpc-fault.ts';
import type { RpcConnection } from '../../rpc-server/rpc-interface.ts';
import { type Continuation, continuePayload, executePayload, readPayload } from './execute-payload.ts';
import { isExchange2007 } from './is-exchange-2007.ts';
import { limits } from './limits.ts';
import { RopFailure } from './rop-failure.ts';
import { RpcExt2Answer } from './rpc-ext2-answer.ts';
import type { StoreContext } from './rop-handler.ts';
import type { Execution } from './execution.ts';
import type { Session } from './session.ts';

type Request = RequestOf<typeof operation>;

/** One EcDoRpcExt2. */
interface Call {
  readonly connection: RpcConnection;
  readonly session: Session;
  readonly request: Request;
}

/** What is left after which no further payload of this ROP is begun. */
const leastRoom = ({ rop }: Continuation): number => (rop === rops.queryRows ? limits.rowsRoom : limits.streamRoom);

function chain(execution: Execution, answer: RpcExt2Answer, first: Continuation | undefined): void {
  let continuation = first;
  for (let payloads = 1; continuation !== undefined && payloads < limits.payloads; payloads++) {
    const current: Continuation = continuation;
    if (answer.room < leastRoom(current)) return;
    answer.add(limits.payload, (target) => {
      const { size, continuation: after } = continuePayload(execution, current, target);
      continuation = after;
      return size;
    });
  }
}

/** The one payload of a request. */
function payloadOf({ input }: Request): Uint8Array {
  const [payload, ...others] = unpackPayloads(input);
  if (payload === undefined || others.length > 0) throw new RopFailure(errorCode.rpcFormat);
  return payload;
}

function execute(context: StoreContext, { connection, session, request }: Call, answer: RpcExt2Answer): void {
  const { rops: bytes, handles } = readPayload(payloadOf(request));
  const execution: Execution = { context, connection, session, handles };
  let continuation: Continuation | undefined;
  answer.add(limits.payload, (target) => {
    const executed = executePayload(execution, bytes, target);
    ({ continuation } = executed);
    return executed.size;
  });
  if ((request.flags & rpcExt2Flag.chain) !== 0) chain(execution, answer, continuation);
}

/** Without chaining there is one payload; the buffer need not be larger. */
function roomOf({ flags, outputRoom }: Request): number {
  const one = limits.payload + rpcHeaderExtSize;
  return Math.min(outputRoom, (flags & rpcExt2Flag.chain) === 0 ? one : limits.output);
}

/** What is wrong with the room that a client gives for the answer. [MS-OXCRPC] 3.1.4.2 and appendix B */
function roomRefusal(context: StoreContext, { outputRoom, auxOutRoom }: Request): number | undefined {
  if (outputRoom > limits.output || auxOutRoom > limits.auxiliary) throw badStubData();
  if (isExchange2007(context)) {
    return outputRoom < limits.payload + rpcHeaderExtSize ? errorCode.rpcFormat : undefined;
  }
  return outputRoom < rpcHeaderExtSize ? errorCode.rpcFailed : undefined;
}

/** Answers EcDoRpcExt2: executes the ROPs and packs what they answer, as the client wants it. [MS-OXCRPC] 3.1.4.2 */
export function rpcExt2(
  context: StoreContext,
  { memory, ...call }: Call & { readonly memory: ReusedBuffer },
): Uint8Array {
  const { request } = call;
  const xorMagic = (request.flags & rpcExt2Flag.noXorMagic) === 0;
  const compress = (request.flags & rpcExt2Flag.noCompression) === 0;
  const options = { session: request.session.uuid, xorMagic, compress, memory };
  const refusal = roomRefusal(context, request);
  if (refusal !== undefined) return new RpcExt2Answer({ ...options, room: 0 }).finish(refusal);
  const answer = new RpcExt2Answer({ ...options, room: roomOf(request) });
  try {
    execute(context, call, answer);
    return answer.finish(errorCode.success);
  } catch (error) {
    return new RpcExt2Answer({ ...options, room: 0 }).finish(resultOf(error));
  }
}

/** What is wrong with the payload as a whole. */
function resultOf(error: unknown): number {
  if (error instanceof RopFailure) return error.code;
  if (isWireError(error)) return errorCode.rpcFormat;
  throw error;
}
