export {
  type BindAckBody,
  bindAckBody,
  type BindBody,
  bindBody,
  type BindNakBody,
  bindNakBody,
  BindNakReason,
  type ContextOutcome,
  ContextResult,
  type PresentationContext,
  RejectReason,
} from './bind.ts';
export { callHeaderSize, readFault, readRequest, readResponse, type RequestFragment } from './call.ts';
export {
  type CommonHeader,
  commonHeader,
  commonHeaderSize,
  PduType,
  pduTypeOf,
  PfcFlag,
  wholePdu,
} from './common-header.ts';
export { type FragmentSecurity, isSigned, openFragment } from './fragment-security.ts';
export { PduFramer, type PduReceiver } from './framer.ts';
export { AuthLevel, type AuthTrailer, AuthType, buildPdu, type SplitPdu, splitPdu } from './pdu.ts';
export { RpcStatus } from './status.ts';
export { StubAssembler } from './stub-assembler.ts';
export { isFeatureNegotiation, ndr64Syntax, ndrSyntax, sameSyntax, type SyntaxId, syntaxId } from './syntax.ts';
export { writeFault, writeRequest, writeResponse } from './write-call.ts';
