import type { SdkError } from '@cutover/base';
import type { InterfaceDefinition } from '@cutover/wire';
import { createSecurityContext } from '@cutover/wire/ntlm';
import {
  AuthLevel,
  type AuthTrailer,
  AuthType,
  bindAckBody,
  bindBody,
  bindNakBody,
  buildPdu,
  ContextResult,
  type FragmentSecurity,
  ndrSyntax,
  PduType,
  readFault,
  type SplitPdu,
} from '@cutover/wire/rpc';
import { errors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { RpcAuthentication } from '../options.ts';
import type { Proxy, RpcEndpoint } from '../proxy.ts';
import { authenticate, negotiate, type NtlmClientOptions } from '../transport/ntlm-client.ts';

/** What is bound, where, and by whose right. */
export interface BindOptions {
  readonly proxy: Proxy;
  readonly endpoint: RpcEndpoint;
  readonly interface: InterfaceDefinition;
  readonly authentication: RpcAuthentication;
  /** Joins the association of an earlier line, so that its context handles hold here too; 0 begins a new one. */
  readonly associationGroup: number;
}

/** How a bind speaks to the server. */
export interface BindLine {
  /** Sends a PDU and resolves with what is answered. */
  exchange(pdu: Uint8Array): Promise<SplitPdu>;
  /** Sends a PDU that is not answered. */
  post(pdu: Uint8Array): Promise<void> | undefined;
}

/** What both sides have agreed on. */
export interface Bound {
  readonly associationGroup: number;
  /** Bytes that no fragment of a request may exceed. */
  readonly maxFragment: number;
  readonly security: FragmentSecurity | undefined;
}

/** The one presentation context of a line. */
export const contextId = 0;

/** The call id of a bind; calls count on from here. */
export const bindCallId = 1;

const authContextId = 0;
const levels = {
  None: AuthLevel.none,
  Connect: AuthLevel.connect,
  Sign: AuthLevel.integrity,
  Seal: AuthLevel.privacy,
} as const;
const protections = { None: 'none', Connect: 'sign', Sign: 'sign', Seal: 'seal' } as const;

/** Binds an interface and, if asked to, signs in at RPC level. [C706] 12.6.4.3, [MS-RPCE] 3.3.1.5.2 */
export async function bindInterface(line: BindLine, options: BindOptions): Promise<Bound> {
  const authenticated = options.authentication !== 'None';
  const bind = buildPdu({
    type: PduType.bind,
    callId: bindCallId,
    body: bodyOf(options),
    auth: authenticated ? trailerOf(options, negotiate(ntlmOf(options))) : undefined,
  });
  const answer = await line.exchange(bind);
  const { maxReceive, associationGroup } = assertAccepted(answer, options);
  const security = authenticated ? await signIn(line, options, answer.auth?.value) : undefined;
  return { associationGroup, maxFragment: Math.min(maxReceive, limits.maxFragment), security };
}

function bodyOf(options: BindOptions): Uint8Array {
  const { uuid, majorVersion, minorVersion } = options.interface;
  return bindBody.encode({
    maxTransmit: limits.maxFragment,
    maxReceive: limits.maxFragment,
    associationGroup: options.associationGroup,
    contexts: [{ contextId, abstractSyntax: { uuid, majorVersion, minorVersion }, transferSyntaxes: [ndrSyntax] }],
  });
}

function assertAccepted({ header, body, ...pdu }: SplitPdu, options: BindOptions) {
  const rejected = (reason: string): SdkError =>
    errors.bindRejected({ ...options.endpoint, name: options.interface.name, reason });
  if (header.type === PduType.bindNak) {
    throw rejected(`bind refused, reason ${bindNakBody.decode(body, { trailing: 'ignore' }).reason}`);
  }
  if (header.type === PduType.fault) throw rejected(`fault 0x${readFault({ header, body, ...pdu }).toString(16)}`);
  if (header.type !== PduType.bindAck) throw violation(options, `PDU type ${header.type} instead of bind_ack`);
  const ack = bindAckBody.decode(body, { trailing: 'ignore' });
  const outcome = ack.results[0];
  if (outcome?.result !== ContextResult.acceptance) throw rejected(`not accepted, reason ${outcome?.reason}`);
  return ack;
}

/** The proof goes in an auth3, which is not answered; a refusal shows at the first call. */
async function signIn(
  line: BindLine,
  options: BindOptions,
  challenge: Uint8Array | undefined,
): Promise<FragmentSecurity> {
  if (!challenge) throw violation(options, 'bind_ack has no NTLM challenge');
  const { message, flags, sessionKey } = authenticate(ntlmOf(options), challenge);
  const auth = trailerOf(options, message);
  // The body is four bytes that mean nothing. [MS-RPCE] 2.2.2.10
  await line.post(buildPdu({ type: PduType.auth3, callId: bindCallId, body: new Uint8Array(4), auth }));
  const ntlm = createSecurityContext({ role: 'client', sessionKey, flags });
  return { level: levels[options.authentication], authContextId, ntlm };
}

function trailerOf({ authentication }: BindOptions, value: Uint8Array): AuthTrailer {
  return { type: AuthType.ntlm, level: levels[authentication], contextId: authContextId, value };
}

function ntlmOf({ proxy, authentication }: BindOptions): NtlmClientOptions {
  return { ...proxy, protection: protections[authentication] };
}

function violation({ endpoint }: BindOptions, reason: string): SdkError {
  return errors.protocolViolation({ ...endpoint, reason });
}
