import { type Codec, defineCodec, type Infer } from '../codec.ts';
import { le } from '../le.ts';
import type { Reader } from '../reader.ts';
import type { Writer } from '../writer.ts';
import { syntaxId } from './syntax.ts';

const padding = (size: number): Codec<void> =>
  defineCodec<void>({
    leastSize: size,
    read: (reader) => reader.skip(size),
    write: (writer) => writer.zeros(size),
  });

/** A list of at most 255 elements: count, three bytes of padding, elements. [C706] 12.6.3.1 */
function shortList<T>(element: Codec<T>): Codec<T[]> {
  const reserved = padding(3);
  return defineCodec<T[]>({
    leastSize: 4,
    read: (reader) => {
      const count = reader.u8();
      reserved.read(reader);
      reader.checkCount(count, element.leastSize);
      return Array.from({ length: count }, () => element.read(reader));
    },
    write: (writer, values) => {
      writer.u8(values.length);
      reserved.write(writer, undefined);
      for (const value of values) element.write(writer, value);
    },
  });
}

/** One interface that a client wants, and the transfer syntaxes it offers for it. [C706] 12.6.3.1 p_cont_elem_t */
export interface PresentationContext {
  readonly contextId: number;
  readonly abstractSyntax: Infer<typeof syntaxId>;
  readonly transferSyntaxes: readonly Infer<typeof syntaxId>[];
}

const presentationContext: Codec<PresentationContext> = defineCodec({
  leastSize: 4 + syntaxId.leastSize,
  read: (reader) => {
    const contextId = reader.u16();
    const count = reader.u8();
    reader.skip(1);
    const abstractSyntax = syntaxId.read(reader);
    reader.checkCount(count, syntaxId.leastSize);
    return { contextId, abstractSyntax, transferSyntaxes: Array.from({ length: count }, () => syntaxId.read(reader)) };
  },
  write: (writer, context) => {
    writer.u16(context.contextId);
    writer.u8(context.transferSyntaxes.length);
    writer.zeros(1);
    syntaxId.write(writer, context.abstractSyntax);
    for (const syntax of context.transferSyntaxes) syntaxId.write(writer, syntax);
  },
});

/** What follows the common header of bind and alter_context. [C706] 12.6.4.3, 12.6.4.1 */
export const bindBody = le.struct('Bind', {
  maxTransmit: le.u16,
  maxReceive: le.u16,
  associationGroup: le.u32,
  contexts: shortList(presentationContext),
});
/** The body of a bind or an alter_context. */
export type BindBody = Infer<typeof bindBody>;

/** Outcome of one presentation context. [C706] 12.6.3.1 p_cont_def_result_t, [MS-RPCE] 2.2.2.4 */
export const ContextResult = { acceptance: 0, userRejection: 1, providerRejection: 2, negotiateAck: 3 } as const;

/** Why a context is rejected. [C706] 12.6.3.1 p_provider_reason_t */
export const RejectReason = {
  notSpecified: 0,
  abstractSyntaxNotSupported: 1,
  transferSyntaxesNotSupported: 2,
  localLimitExceeded: 3,
} as const;

const contextResult = le.struct('ContextResult', { result: le.u16, reason: le.u16, transferSyntax: syntaxId });
/** How a server answered one presentation context. */
export type ContextOutcome = Infer<typeof contextResult>;

/** The port on which the server listens, as text with its NUL; absent in an alter_context answer. */
const secondaryAddress: Codec<string> = defineCodec({
  leastSize: 2,
  read: (reader: Reader) => {
    const text = reader.latin1(reader.u16());
    reader.align(4);
    return text.endsWith('\0') ? text.slice(0, -1) : text;
  },
  write: (writer: Writer, text: string) => {
    const stored = text === '' ? '' : `${text}\0`;
    writer.u16(stored.length);
    writer.latin1(stored);
    writer.align(4);
  },
});

/** What follows the common header of bind_ack and alter_context_resp. [C706] 12.6.4.4, 12.6.4.2 */
export const bindAckBody = le.struct('BindAck', {
  maxTransmit: le.u16,
  maxReceive: le.u16,
  associationGroup: le.u32,
  secondaryAddress,
  results: shortList(contextResult),
});
/** The body of a bind_ack or an alter_context_resp. */
export type BindAckBody = Infer<typeof bindAckBody>;

/** Why a bind as a whole is refused. [C706] 12.6.3.1 p_reject_reason_t, [MS-RPCE] 2.2.2.5 */
export const BindNakReason = {
  notSpecified: 0,
  localLimitExceeded: 2,
  protocolVersionNotSupported: 4,
  authenticationTypeNotRecognized: 8,
  invalidChecksum: 9,
} as const;

const protocolVersion = le.struct('ProtocolVersion', { major: le.u8, minor: le.u8 });

/** What follows the common header of bind_nak. [C706] 12.6.4.5 */
export const bindNakBody: Codec<{ reason: number; versions: { major: number; minor: number }[] }> = le.struct(
  'BindNak',
  { reason: le.u16, versions: le.counted(le.u8, protocolVersion) },
);
/** The body of a bind_nak. */
export type BindNakBody = Infer<typeof bindNakBody>;
