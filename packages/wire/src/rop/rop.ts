import { type Codec, defineCodec, type Fields, type InferFields } from '../codec.ts';
import { le } from '../le.ts';

/**
 * Which places in the handle table a ROP names. `input`: an object that is there. `both`: also one that it makes.
 * `output`: only one that it makes (logon). `answered`: first the place that the answer names, then that of the object.
 */
export type RopHandles = 'input' | 'both' | 'output' | 'answered';

/** What stands before the fields of a request: places in the handle table, of the object and of the one to be made. */
type HeadOf<H extends RopHandles> = { logonId: number } & (H extends 'output' ? unknown : { inputIndex: number }) &
  (H extends 'input' ? unknown : { outputIndex: number });

/** A ROP's answer; `value` is there if `returnValue` is 0, and for some ROPs always. */
export interface RopResponse<R> {
  /** The output index if the ROP has one, else the input index. */
  readonly handleIndex: number;
  readonly returnValue: number;
  readonly value?: R;
  /** What some ROPs say when they fail: where the mailbox is, how long to wait. */
  readonly failure?: Record<string, unknown>;
}

/** One ROP: its number and the codecs of what follows it. */
export interface Rop<Q = unknown, R = unknown> {
  readonly name: string;
  readonly id: number;
  /** The number in front of its answer. */
  readonly answerId: number;
  readonly handles: RopHandles;
  /** From the logon id on. */
  readonly request: Codec<Q>;
  /** From the handle index on. */
  readonly response: Codec<RopResponse<R>>;
  /** The fields of a good answer alone. */
  readonly value: Codec<R>;
}

/** What a ROP sends, handles aside. */
export type RopRequestOf<T> = T extends Rop<infer Q, infer _> ? Q : never;
/** What a ROP answers when it succeeds. */
export type RopValueOf<T> = T extends Rop<infer _, infer R> ? R : never;

const headFields: Record<RopHandles, Fields> = {
  input: { logonId: le.u8, inputIndex: le.u8 },
  both: { logonId: le.u8, inputIndex: le.u8, outputIndex: le.u8 },
  output: { logonId: le.u8, outputIndex: le.u8 },
  answered: { logonId: le.u8, outputIndex: le.u8, inputIndex: le.u8 },
};

type Failures = Readonly<Record<number, Codec<Record<string, unknown>>>>;

interface Answer<R> {
  readonly value: Codec<R>;
  readonly failureValue: R | undefined;
  readonly failures: Failures;
  readonly replacements: Failures;
}

function responseCodec<R>({ value, failureValue, failures, replacements }: Answer<R>): Codec<RopResponse<R>> {
  return defineCodec<RopResponse<R>>({
    leastSize: 5,
    read: (reader) => {
      const head = { handleIndex: reader.u8(), returnValue: reader.u32() };
      const replacement = replacements[head.returnValue]?.read(reader);
      if (replacement !== undefined) return { ...head, failure: replacement };
      const good = head.returnValue === 0 || failureValue !== undefined;
      const answer = good ? { ...head, value: value.read(reader) } : head;
      const failure = failures[head.returnValue]?.read(reader);
      return failure === undefined ? answer : { ...answer, failure };
    },
    write: (writer, response) => {
      writer.u8(response.handleIndex);
      writer.u32(response.returnValue);
      const replacement = replacements[response.returnValue];
      if (replacement !== undefined) return replacement.write(writer, response.failure ?? {});
      const fields = response.value ?? failureValue;
      if (fields !== undefined) value.write(writer, fields);
      if (response.failure !== undefined) failures[response.returnValue]?.write(writer, response.failure);
    },
  });
}

/** Declares a ROP by the fields after the handle indexes of its request and after the return value of its answer. */
export function defineRop<const H extends RopHandles, const Q extends Fields, const R extends Fields>(definition: {
  name: string;
  id: number;
  /** If its answer is marked as another ROP's. */
  answerId?: number;
  handles: H;
  request: Q;
  response: R;
  /** Fields of the answer to certain failures, by return value. */
  failures?: Failures;
  /** Fields that stand in the answer to certain failures instead of all others. */
  replacements?: Failures;
  /** For a ROP whose fields stand in failures too: what they are there unless told. */
  failureValue?: InferFields<R>;
}): Rop<HeadOf<H> & InferFields<Q>, InferFields<R>> {
  const {
    name,
    id,
    answerId = id,
    handles,
    request,
    response,
    failures = {},
    replacements = {},
    failureValue,
  } = definition;
  const value = le.struct(name, response) as unknown as Codec<InferFields<R>>;
  return {
    name,
    id,
    answerId,
    handles,
    request: le.struct(name, { ...headFields[handles], ...request }) as unknown as Codec<HeadOf<H> & InferFields<Q>>,
    response: responseCodec({ value, failureValue, failures, replacements }),
    value,
  };
}

/** A request with the ROP's number in front. */
export function encodeRopRequest<Q>(rop: Rop<Q>, request: Q): Uint8Array {
  return requestCodec(rop).encode(request);
}

/** An answer with the ROP's number in front. */
export function encodeRopResponse<Q, R>(rop: Rop<Q, R>, response: RopResponse<R>): Uint8Array {
  return answerCodec(rop).encode(response);
}

/** A ROP's answer with the number that it must have. */
export const answerCodec = <Q, R>(rop: Rop<Q, R>): Codec<RopResponse<R>> => numbered(rop.answerId, rop.response);
const requestCodec = <Q>(rop: Rop<Q>): Codec<Q> => numbered(rop.id, rop.request);

function numbered<T>(id: number, codec: Codec<T>): Codec<T> {
  const number = le.constant(le.u8, id);
  return defineCodec<T>({
    leastSize: 1 + codec.leastSize,
    read: (reader) => {
      number.read(reader);
      return codec.read(reader);
    },
    write: (writer, value) => {
      number.write(writer, id);
      codec.write(writer, value);
    },
  });
}
