import {
  type ContextOutcome,
  ContextResult,
  isFeatureNegotiation,
  ndrSyntax,
  type PresentationContext,
  RejectReason,
  sameSyntax,
  type SyntaxId,
} from '@cutover/wire/rpc';
import type { RpcInterface } from './rpc-interface.ts';

/** Finds an interface by what a bind names; undefined if it is not served on the connection's port. */
export type InterfaceFinder = (wanted: SyntaxId) => RpcInterface | undefined;

/** What became of one presentation context. */
export interface NegotiatedContext {
  readonly outcome: ContextOutcome;
  /** Set when the context may be used. */
  readonly service?: RpcInterface;
}

const noSyntax: SyntaxId = { uuid: '00000000-0000-0000-0000-000000000000', majorVersion: 0, minorVersion: 0 };

/** Bits that answer a question for features: none of security context multiplexing and keeping orphans. */
const noFeatures = 0;

/** Decides on one interface that a client wants; only NDR is spoken. [C706] 12.6.3.1, [MS-RPCE] 3.3.1.5.3 */
export function negotiateContext(context: PresentationContext, find: InterfaceFinder): NegotiatedContext {
  if (context.transferSyntaxes.some(isFeatureNegotiation)) {
    return { outcome: { result: ContextResult.negotiateAck, reason: noFeatures, transferSyntax: noSyntax } };
  }
  const service = find(context.abstractSyntax);
  if (service === undefined) return rejected(RejectReason.abstractSyntaxNotSupported);
  const speaksNdr = context.transferSyntaxes.some((syntax) => sameSyntax(syntax, ndrSyntax));
  if (!speaksNdr) return rejected(RejectReason.transferSyntaxesNotSupported);
  return { outcome: { result: ContextResult.acceptance, reason: 0, transferSyntax: ndrSyntax }, service };
}

const rejected = (reason: number): NegotiatedContext => ({
  outcome: { result: ContextResult.providerRejection, reason, transferSyntax: noSyntax },
});

/** Looks interfaces up by UUID and major version; a client of a newer minor version is not served. [C706] 6.1.2 */
export function interfaceFinder(services: readonly RpcInterface[], port: number): InterfaceFinder {
  return (wanted) =>
    services.find(
      (service) =>
        service.uuid.toLowerCase() === wanted.uuid &&
        service.majorVersion === wanted.majorVersion &&
        service.minorVersion >= wanted.minorVersion &&
        service.ports.includes(port),
    );
}
