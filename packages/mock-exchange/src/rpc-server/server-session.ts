import {
  AuthType,
  bindAckBody,
  type BindBody,
  bindBody,
  bindNakBody,
  BindNakReason,
  buildPdu,
  PduType,
  PfcFlag,
  readRequest,
  type RequestFragment,
  RpcStatus,
  type SplitPdu,
  splitPdu,
  StubAssembler,
  openFragment,
  writeFault,
  writeResponse,
} from '@cutover/wire/rpc';
import { type Clock, systemClock } from '@cutover/base';
import { mockErrors } from '../errors.ts';
import { mockEvents } from '../events.ts';
import type { FaultEffect } from '../faults/fault.ts';
import type { FaultInjector } from '../faults/fault-injector.ts';
import { disturbedStub, sendDisturbed } from '../faults/send-disturbed.ts';
import type { Journal } from '../journal/journal.ts';
import { limits } from '../limits.ts';
import type { NtlmAuthority } from '../ntlm/ntlm-acceptor.ts';
import { ReusedBuffer } from '../reused-buffer.ts';
import type { RpcSession, SessionStart } from '../rpc-proxy/virtual-connection.ts';
import type { Associations, RpcAssociation } from './associations.ts';
import { callService, type CallOutcome } from './call-service.ts';
import { recordCall } from './record-call.ts';
import { type InterfaceFinder, interfaceFinder, negotiateContext } from './negotiate-contexts.ts';
import type { RpcConnection, RpcInterface } from './rpc-interface.ts';
import { SessionSecurity } from './session-security.ts';

interface SessionOptions {
  readonly start: SessionStart;
  readonly associations: Associations;
  readonly authority: NtlmAuthority;
  readonly services: readonly RpcInterface[];
  readonly faults?: FaultInjector | undefined;
  readonly journal?: Journal | undefined;
  readonly clock?: Clock | undefined;
}

/** One connection's binds and calls: contexts, authentication, fragments in and out. [C706] 9.5, 12.6 */
export class ServerSession implements RpcSession {
  readonly #start: SessionStart;
  readonly #associations: Associations;
  readonly #faults: FaultInjector | undefined;
  readonly #journal: Journal | undefined;
  readonly #clock: Clock;
  readonly #security: SessionSecurity;
  readonly #find: InterfaceFinder;
  readonly #contexts = new Map<number, RpcInterface>();
  readonly #connection: RpcConnection;
  readonly #handlers: Readonly<Record<number, (pdu: SplitPdu) => void | Promise<void>>>;
  /** The next answer is written only when this one is sent, so all can use the same memory. */
  readonly #buffer = new ReusedBuffer({ keep: limits.keptBuffer });
  #assembler = new StubAssembler({ limit: limits.requestStub });
  /** The call whose fragments are coming in; undefined between calls. */
  #callId: number | undefined;
  #maxFragment: number = limits.maxFragment;
  #association: RpcAssociation | undefined;
  /** What faults do to the answer of the call that is being made. */
  #effects: FaultEffect[] = [];

  constructor(options: SessionOptions) {
    this.#start = options.start;
    this.#associations = options.associations;
    this.#faults = options.faults;
    this.#journal = options.journal;
    this.#clock = options.clock ?? systemClock;
    const security = new SessionSecurity(options.authority);
    this.#security = security;
    const { account, target, signal } = options.start;
    this.#find = interfaceFinder(options.services, target.port);
    const joined = (): RpcAssociation => this.#join(0)!;
    this.#connection = {
      get account() {
        return security.account ?? account;
      },
      get association() {
        return joined();
      },
      port: target.port,
      serverName: target.server,
      signal,
      disturb: (effects) => void this.#effects.push(...effects),
    };
    this.#handlers = {
      [PduType.bind]: (pdu) => this.#bind(pdu, PduType.bindAck),
      [PduType.alterContext]: (pdu) => this.#bind(pdu, PduType.alterContextResponse),
      [PduType.auth3]: (pdu) => pdu.auth && this.#security.complete(pdu.auth),
      [PduType.request]: (pdu) => this.#request(pdu),
      // Calls are answered one at a time, so whatever these two name is done already.
      [PduType.coCancel]: () => undefined,
      [PduType.orphaned]: (pdu) => this.#forget(pdu.header.callId),
    };
  }

  async receive(bytes: Uint8Array): Promise<void> {
    const pdu = splitPdu(bytes);
    const handler = this.#handlers[pdu.header.type];
    if (handler === undefined) throw mockErrors.protocolViolation({ what: `it sent a PDU of type ${pdu.header.type}` });
    await handler(pdu);
  }

  async #bind(pdu: SplitPdu, answerType: number): Promise<void> {
    const body = bindBody.decode(pdu.body.subarray(0, pdu.body.length - pdu.padLength), { trailing: 'ignore' });
    if (pdu.auth && !this.#security.supports(pdu.auth)) {
      return this.#refuseBind(pdu, BindNakReason.authenticationTypeNotRecognized);
    }
    const association = this.#join(body.associationGroup);
    if (association === undefined) return this.#refuseBind(pdu, BindNakReason.notSpecified);
    if (answerType === PduType.bindAck) this.#maxFragment = Math.min(body.maxReceive, limits.maxFragment);
    const results = body.contexts.map((context) => {
      const { outcome, service } = negotiateContext(context, this.#find);
      if (service && this.#contexts.size < limits.presentationContexts) this.#contexts.set(context.contextId, service);
      return outcome;
    });
    const auth = pdu.auth && this.#security.negotiate(pdu.auth);
    this.#publishBind(body, pdu);
    const answer = bindAckBody.encode({
      maxTransmit: this.#maxFragment,
      maxReceive: limits.maxFragment,
      associationGroup: answerType === PduType.bindAck ? association.id : body.associationGroup || association.id,
      secondaryAddress: answerType === PduType.bindAck ? String(this.#connection.port) : '',
      results,
    });
    await this.#start.send(buildPdu({ type: answerType, callId: pdu.header.callId, body: answer, auth }));
  }

  /** The first bind says which association the connection belongs to. */
  #join(group: number): RpcAssociation | undefined {
    return (this.#association ??= this.#associations.join(group, this.#start));
  }

  #publishBind(body: BindBody, pdu: SplitPdu): void {
    mockEvents.bound.publish({
      connection: this.#start.connectionId,
      interfaces: body.contexts.map((context) => context.abstractSyntax.uuid),
      level: pdu.auth?.level ?? AuthType.none,
    });
  }

  #refuseBind(pdu: SplitPdu, reason: number): Promise<void> {
    const body = bindNakBody.encode({ reason, versions: [{ major: 5, minor: 0 }] });
    return this.#start.send(buildPdu({ type: PduType.bindNak, callId: pdu.header.callId, body }));
  }

  async #request(pdu: SplitPdu): Promise<void> {
    const { callId, flags } = pdu.header;
    const fragment = readRequest(pdu);
    const first = (flags & PfcFlag.firstFragment) !== 0;
    if (first !== (this.#callId === undefined) || (!first && this.#callId !== callId)) {
      throw mockErrors.protocolViolation({ what: `a fragment of call ${callId} is out of order` });
    }
    this.#callId = callId;
    const part = this.#open(pdu, fragment);
    if (part === undefined) return this.#fault(callId, fragment, RpcStatus.accessDenied);
    const last = (flags & PfcFlag.lastFragment) !== 0;
    const stub = this.#assembler.add(part, { allocHint: fragment.allocHint, last });
    if (stub === undefined) return;
    this.#callId = undefined;
    await this.#call(callId, fragment, stub);
  }

  #open(pdu: SplitPdu, fragment: RequestFragment): Uint8Array | undefined {
    return this.#security.allowsCalls ? openFragment(this.#security.fragments, pdu, fragment.stubOffset) : undefined;
  }

  async #call(callId: number, fragment: RequestFragment, stub: Uint8Array): Promise<void> {
    const service = this.#contexts.get(fragment.contextId);
    if (service === undefined) return this.#fault(callId, fragment, RpcStatus.unknownInterface);
    const outcome = await this.#execute(service, { opnum: fragment.opnum, stub });
    if (this.#start.signal.aborted) return;
    const { opnum } = fragment;
    if (this.#journal) {
      const isDisturbed = this.#effects.length > 0;
      recordCall(this.#journal, { service, opnum, stub, account: this.#connection.account, outcome, isDisturbed });
    }
    this.#publishCall(service, { opnum, requestBytes: stub.length }, outcome);
    if ('status' in outcome) return this.#fault(callId, fragment, outcome.status);
    await this.#respond(callId, fragment, disturbedStub(outcome.stub, this.#effects));
  }

  /** Lets the service answer, unless a fault does it in its place. */
  async #execute(service: RpcInterface, call: { opnum: number; stub: Uint8Array }): Promise<CallOutcome> {
    const name = service.operation(call.opnum)?.name ?? '';
    this.#effects = [...(this.#faults?.strike({ place: 'operation', name, account: this.#connection.account }) ?? [])];
    const status = statusOf(this.#effects);
    return status === undefined ? callService(service, this.#connection, call) : { status };
  }

  async #respond(callId: number, fragment: RequestFragment, stub: Uint8Array): Promise<void> {
    const { contextId } = fragment;
    const [maxFragment, security] = [this.#maxFragment, this.#security.fragments];
    const allocate = (size: number): Uint8Array => this.#buffer.take(size);
    await this.#send(writeResponse({ callId, contextId, maxFragment, security, stub, allocate }));
  }

  #publishCall(service: RpcInterface, about: { opnum: number; requestBytes: number }, outcome: CallOutcome): void {
    const connection = this.#start.connectionId;
    if ('error' in outcome) mockEvents.connectionFailed.publish({ connection, error: outcome.error });
    if (!mockEvents.called.active) return;
    const answer =
      'status' in outcome ? { responseBytes: 0, status: outcome.status } : { responseBytes: outcome.stub.length };
    mockEvents.called.publish({ connection, interface: service.name, ...about, ...answer });
  }

  #fault(callId: number, fragment: RequestFragment, status: number): Promise<void> {
    this.#forget(callId);
    const didNotExecute = status === RpcStatus.unknownInterface || status === RpcStatus.operationOutOfRange;
    return this.#send(writeFault({ callId, contextId: fragment.contextId, status, didNotExecute }));
  }

  #send(pdus: Uint8Array): Promise<void> {
    const effects = this.#effects;
    if (effects.length === 0) return this.#start.send(pdus);
    this.#effects = [];
    return sendDisturbed(this.#start, pdus, { clock: this.#clock, effects });
  }

  #forget(callId: number): void {
    if (this.#callId !== callId) return;
    this.#callId = undefined;
    this.#assembler = new StubAssembler({ limit: limits.requestStub });
  }
}

/** The status of the fault PDU that a call is answered by without being executed. */
function statusOf(effects: readonly FaultEffect[]): number | undefined {
  const fault = effects.find(({ kind }) => kind === 'rpcFault' || kind === 'resetConnection');
  if (fault === undefined) return undefined;
  return fault.kind === 'rpcFault' ? fault.status : RpcStatus.callFailed;
}
