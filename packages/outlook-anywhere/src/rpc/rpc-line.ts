import type { SdkError } from '@cutover/base';
import type { InterfaceDefinition } from '@cutover/wire';
import { createSecurityContext } from '@cutover/wire/ntlm';
import {
  AuthLevel,
  AuthType,
  bindAckBody,
  bindBody,
  bindNakBody,
  buildPdu,
  callHeaderSize,
  ContextResult,
  type FragmentSecurity,
  isSigned,
  ndrSyntax,
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
import { limits } from '../limits.ts';
import type { RpcAuthentication } from '../options.ts';
import type { Proxy, RpcEndpoint } from '../proxy.ts';
import { authenticate, negotiate, type NtlmClientOptions } from '../transport/ntlm-client.ts';
import { openVirtualConnection, type VirtualConnection } from '../transport/virtual-connection.ts';
import { AnswerCollector, type AnswerCollectorOptions } from './answer-collector.ts';

/** What a line is bound to, and how. */
export interface RpcLineOptions {
  readonly proxy: Proxy;
  readonly endpoint: RpcEndpoint;
  readonly interface: InterfaceDefinition;
  readonly authentication: RpcAuthentication;
  /** Joins the association of an earlier line, so that its context handles hold here too; 0 begins a new one. */
  readonly associationGroup: number;
  /** Most bytes of one answer. */
  readonly stubLimit: number;
  /** Who owns the answers' memory; `fresh` by default. */
  readonly answerMemory?: AnswerCollectorOptions['memory'] | undefined;
}

/** A virtual connection bound to one interface. One call at a time. */
export interface RpcLine {
  readonly associationGroup: number;
  /** Bytes that went through so far. */
  readonly traffic: number;
  /** Sends a request and resolves with the answer's stub. */
  call(request: { operation: string; opnum: number; stub: Uint8Array }): Promise<Uint8Array>;
  /** Calls under way, and later ones, fail with the reason. */
  close(reason?: Error): void;
}

/** Opens a virtual connection and binds the interface on it. [C706] 12.6.4.3 */
export async function openRpcLine(options: RpcLineOptions, signal: AbortSignal): Promise<RpcLine> {
  const line = new Line(options);
  const sink = { pdu: (view: Uint8Array) => line.arrived(view), end: (error: Error) => line.ended(error) };
  const connection = await openVirtualConnection(options.proxy, options.endpoint, sink, signal);
  const stop = (): void => connection.close(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  try {
    await line.bind(connection);
    return line;
  } catch (error) {
    connection.close(error as Error);
    throw error;
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

const contextId = 0;
const authContextId = 0;
const levels = {
  None: AuthLevel.none,
  Connect: AuthLevel.connect,
  Sign: AuthLevel.integrity,
  Seal: AuthLevel.privacy,
} as const;
const protections = { None: 'none', Connect: 'sign', Sign: 'sign', Seal: 'seal' } as const;

class Line implements RpcLine {
  readonly #options: RpcLineOptions;
  #connection: VirtualConnection | undefined;
  #security: FragmentSecurity | undefined;
  #maxFragment: number = limits.maxFragment;
  #callId = 1;
  #bound: ((pdu: SplitPdu) => void) | undefined;
  #pending: Pending | undefined;
  readonly #answer: AnswerCollector;
  #over: Error | undefined;
  #fail: ((error: Error) => void) | undefined;
  associationGroup: number;

  constructor(options: RpcLineOptions) {
    this.#options = options;
    this.associationGroup = options.associationGroup;
    this.#answer = new AnswerCollector({ limit: options.stubLimit, memory: options.answerMemory ?? 'fresh' });
  }

  get traffic(): number {
    return this.#connection?.traffic ?? 0;
  }

  async bind(connection: VirtualConnection): Promise<void> {
    this.#connection = connection;
    const authenticated = this.#options.authentication !== 'None';
    const pdu = await this.#exchange(
      buildPdu({
        type: PduType.bind,
        callId: this.#callId,
        body: this.#bindBody(),
        auth: authenticated ? this.#trailer(negotiate(this.#ntlm())) : undefined,
      }),
    );
    this.#takeBindAck(pdu);
    if (authenticated) await this.#signIn(pdu.auth?.value);
  }

  async call({ operation, opnum, stub }: Parameters<RpcLine['call']>[0]): Promise<Uint8Array> {
    if (this.#over) throw this.#over;
    if (this.#pending) throw errors.callInProgress({ operation });
    const callId = ++this.#callId;
    const request = writeRequest({
      callId,
      contextId,
      opnum,
      stub,
      maxFragment: this.#maxFragment,
      security: this.#security,
    });
    this.#answer.begin();
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
    if (this.#pending && !isSigned(this.#security) && isPlainResponse(view, this.#pending.callId)) {
      return this.#take(view.subarray(callHeaderSize), { hint: u32At(view, allocHintAt), flags: view[flagsAt]! });
    }
    const pdu = splitPdu(view);
    if (this.#bound) return this.#bound(copied(pdu));
    const pending = this.#pending;
    if (!pending || pdu.header.callId !== pending.callId) return;
    if (pdu.header.type === PduType.response) this.#takeResponse(pdu);
    else this.#settle((call) => call.reject(this.#faultOf(pdu, pending)));
  }

  ended(error: Error): void {
    this.#over = error;
    this.#fail?.(error);
    this.#settle((call) => call.reject(error));
  }

  #takeResponse(pdu: SplitPdu): void {
    const { allocHint: hint, stubOffset } = readResponse(pdu);
    const part = openFragment(this.#security, pdu, stubOffset);
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

  /** Sends a PDU of the bind and resolves with what is answered. */
  #exchange(pdu: Uint8Array): Promise<SplitPdu> {
    if (this.#over) throw this.#over;
    return new Promise((resolve, reject) => {
      this.#fail = reject;
      this.#bound = (answer) => {
        this.#bound = undefined;
        resolve(answer);
      };
      this.#connection!.send(pdu)?.catch(reject);
    });
  }

  #bindBody(): Uint8Array {
    const { uuid, majorVersion, minorVersion } = this.#options.interface;
    return bindBody.encode({
      maxTransmit: limits.maxFragment,
      maxReceive: limits.maxFragment,
      associationGroup: this.#options.associationGroup,
      contexts: [{ contextId, abstractSyntax: { uuid, majorVersion, minorVersion }, transferSyntaxes: [ndrSyntax] }],
    });
  }

  #takeBindAck(pdu: SplitPdu): void {
    const { endpoint } = this.#options;
    const rejected = (reason: string): SdkError =>
      errors.bindRejected({ ...endpoint, name: this.#options.interface.name, reason });
    if (pdu.header.type === PduType.bindNak) {
      throw rejected(`bind refused, reason ${bindNakBody.decode(pdu.body, { trailing: 'ignore' }).reason}`);
    }
    if (pdu.header.type === PduType.fault) throw rejected(`fault 0x${readFault(pdu).toString(16)}`);
    if (pdu.header.type !== PduType.bindAck) throw this.#violation(`PDU type ${pdu.header.type} instead of bind_ack`);
    const ack = bindAckBody.decode(pdu.body, { trailing: 'ignore' });
    const outcome = ack.results[0];
    if (outcome?.result !== ContextResult.acceptance) throw rejected(`not accepted, reason ${outcome?.reason}`);
    this.#maxFragment = Math.min(ack.maxReceive, limits.maxFragment);
    this.associationGroup = ack.associationGroup;
  }

  /** The proof goes in an auth3, which is not answered; a refusal shows at the first call. [MS-RPCE] 3.3.1.5.2 */
  async #signIn(challenge: Uint8Array | undefined): Promise<void> {
    if (!challenge) throw this.#violation('bind_ack has no NTLM challenge');
    const { message, flags, sessionKey } = authenticate(this.#ntlm(), challenge);
    const auth3 = buildPdu({
      type: PduType.auth3,
      callId: this.#callId,
      body: new Uint8Array(4),
      auth: this.#trailer(message),
    });
    await this.#connection!.send(auth3);
    const level = levels[this.#options.authentication];
    this.#security = { level, authContextId, ntlm: createSecurityContext({ role: 'client', sessionKey, flags }) };
  }

  #trailer(value: Uint8Array): { type: number; level: number; contextId: number; value: Uint8Array } {
    return { type: AuthType.ntlm, level: levels[this.#options.authentication], contextId: authContextId, value };
  }

  #ntlm(): NtlmClientOptions {
    return { ...this.#options.proxy, protection: protections[this.#options.authentication] };
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

/** The same PDU in bytes of its own: it outlives the read buffer. */
function copied(pdu: SplitPdu): SplitPdu {
  return splitPdu(Uint8Array.from(pdu.bytes));
}
