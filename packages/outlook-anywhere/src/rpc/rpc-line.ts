import { isSdkError, type SdkError } from '@cutover/base';
import {
  callHeaderSize,
  isSigned,
  openFragment,
  PduType,
  pduTypeOf,
  PfcFlag,
  readFault,
  readResponse,
  RpcStatus,
  type SplitPdu,
  splitPdu,
  writeRequest,
} from '@cutover/wire/rpc';
import { errors } from '../errors.ts';
import { clientEvents } from '../events.ts';
import { toldAs } from '../transport/told-as.ts';
import { openVirtualConnection, type VirtualConnection } from '../transport/virtual-connection.ts';
import { AnswerCollector, type BufferPair } from './answer-collector.ts';
import { bindCallId, bindInterface, type BindOptions, type Bound, contextId } from './bind-interface.ts';

/** What a line is bound to, and how. */
export interface RpcLineOptions extends BindOptions {
  /** Most bytes of one answer. */
  readonly stubLimit: number;
}

/** A call as the line sees it. */
export interface LineRequest {
  /** Named in errors. */
  readonly operation: string;
  readonly opnum: number;
  readonly stub: Uint8Array;
  /** Where the answer lies; in memory of its own by default. */
  readonly memory?: BufferPair | undefined;
}

/** A virtual connection bound to one interface. One call at a time. */
export interface RpcLine {
  readonly associationGroup: number;
  /** Whether another line should take over; see VirtualConnection. */
  readonly isSpent: boolean;
  /** Sends a request and resolves with the answer's stub. */
  call(request: LineRequest): Promise<Uint8Array>;
  /** Calls under way, and later ones, fail with the reason. */
  close(reason?: Error): void;
}

/** Opens a virtual connection and binds the interface on it. */
export async function openRpcLine(options: RpcLineOptions, signal: AbortSignal): Promise<RpcLine> {
  const line = new Line(options);
  const sink = { pdu: (view: Uint8Array) => line.arrived(view), end: (error: Error) => line.ended(error) };
  const connection = await openVirtualConnection(options.proxy, options.endpoint, sink, signal);
  const stop = (): void => connection.close(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  try {
    await line.bind(connection);
    const { server, port } = options.endpoint;
    const { associationGroup } = line;
    clientEvents.connected.publish({ server, port, interface: options.interface.name, associationGroup });
    return line;
  } catch (error) {
    const told = toldAs(error, options.endpoint) as Error;
    connection.close(told);
    throw told;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

interface Pending {
  readonly operation: string;
  readonly callId: number;
  readonly resolve: (stub: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

class Line implements RpcLine {
  readonly #options: RpcLineOptions;
  readonly #answer: AnswerCollector;
  #connection: VirtualConnection | undefined;
  #bound: Bound | undefined;
  #callId = bindCallId;
  #pending: Pending | undefined;
  /** Takes the answer to a PDU of the bind. */
  #exchange: PromiseWithResolvers<SplitPdu> | undefined;
  #over: Error | undefined;

  constructor(options: RpcLineOptions) {
    this.#options = options;
    this.#answer = new AnswerCollector({ limit: options.stubLimit });
  }

  get associationGroup(): number {
    return this.#bound?.associationGroup ?? this.#options.associationGroup;
  }

  get isSpent(): boolean {
    return this.#connection!.isSpent;
  }

  async bind(connection: VirtualConnection): Promise<void> {
    this.#connection = connection;
    const post = (pdu: Uint8Array): Promise<void> | undefined => connection.send(pdu);
    this.#bound = await bindInterface({ exchange: (pdu) => this.#ask(pdu), post }, this.#options);
    this.#exchange = undefined;
  }

  async call({ operation, opnum, stub, memory }: LineRequest): Promise<Uint8Array> {
    if (this.#over) throw this.#over;
    if (this.#pending) throw errors.callInProgress({ operation });
    const callId = ++this.#callId;
    const { maxFragment, security } = this.#bound!;
    const request = writeRequest({ callId, contextId, opnum, stub, maxFragment, security });
    this.#answer.begin(memory);
    const answer = new Promise<Uint8Array>((resolve, reject) => {
      this.#pending = { operation, callId, resolve, reject };
    });
    // Waited for only where the receiver has no room; a failure there also fails the answer.
    this.#connection!.send(request)?.catch(() => undefined);
    return answer;
  }

  close(reason?: Error): void {
    this.#connection?.close(reason);
  }

  arrived(view: Uint8Array): void {
    const pending = this.#pending;
    if (pending && !isSigned(this.#bound?.security) && isPlainResponse(view, pending.callId)) {
      return this.#take(view.subarray(callHeaderSize), { hint: u32At(view, allocHintAt), flags: view[flagsAt]! });
    }
    // What answers a bind outlives the read buffer.
    if (this.#exchange) return this.#exchange.resolve(splitPdu(Uint8Array.from(view)));
    const pdu = splitPdu(view);
    if (!pending || pdu.header.callId !== pending.callId) return;
    if (pdu.header.type === PduType.response) this.#takeResponse(pdu);
    else this.#settle((call) => call.reject(this.#faultOf(pdu, pending)));
  }

  ended(error: Error): void {
    const { server, port } = this.#options.endpoint;
    clientEvents.disconnected.publish({ server, port, reason: isSdkError(error) ? error.code : error.message });
    this.#over = error;
    this.#exchange?.reject(error);
    this.#settle((call) => call.reject(error));
  }

  async #ask(pdu: Uint8Array): Promise<SplitPdu> {
    if (this.#over) throw this.#over;
    const exchange = (this.#exchange = Promise.withResolvers<SplitPdu>());
    this.#connection!.send(pdu)?.catch(exchange.reject);
    return exchange.promise;
  }

  #takeResponse(pdu: SplitPdu): void {
    const { allocHint: hint, stubOffset } = readResponse(pdu);
    const part = openFragment(this.#bound?.security, pdu, stubOffset);
    if (!part) throw this.#violation('an answer is not signed as agreed');
    this.#take(part, { hint, flags: pdu.header.flags });
  }

  #take(part: Uint8Array, { hint, flags }: { hint: number; flags: number }): void {
    this.#answer.add(part, hint);
    if ((flags & PfcFlag.lastFragment) !== 0) this.#settle((call) => call.resolve(this.#answer.take()));
  }

  #faultOf(pdu: SplitPdu, { operation }: Pending): SdkError {
    if (pdu.header.type !== PduType.fault) return this.#violation(`PDU type ${pdu.header.type} instead of an answer`);
    const status = readFault(pdu);
    return status === RpcStatus.accessDenied
      ? errors.rpcAccessDenied({ operation })
      : errors.rpcFault({ operation, status });
  }

  #settle(how: (call: Pending) => void): void {
    const pending = this.#pending;
    this.#pending = undefined;
    if (pending) how(pending);
  }

  #violation(reason: string): SdkError {
    return errors.protocolViolation({ ...this.#options.endpoint, reason });
  }
}

const flagsAt = 3;
const authLengthAt = 10;
const callIdAt = 12;
const allocHintAt = 16;

/** A fragment of the answer without trailer: by far the most PDUs, so that they are known by a look at their header alone. */
function isPlainResponse(pdu: Uint8Array, callId: number): boolean {
  return (
    pdu.length >= callHeaderSize &&
    pduTypeOf(pdu) === PduType.response &&
    pdu[authLengthAt] === 0 &&
    pdu[authLengthAt + 1] === 0 &&
    u32At(pdu, callIdAt) === callId
  );
}

function u32At(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}
