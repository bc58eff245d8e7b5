import type { Codec, Fields, InferFields } from './codec.ts';
import { parameters } from './ndr/struct.ts';

/** One call of an RPC interface: its number and the codecs of both stubs. */
export interface Operation<Request = unknown, Response = unknown> {
  readonly name: string;
  readonly opnum: number;
  readonly request: Codec<Request>;
  readonly response: Codec<Response>;
}

/** What a call sends. */
export type RequestOf<O> = O extends Operation<infer Request, infer _> ? Request : never;
/** What a call answers. */
export type ResponseOf<O> = O extends Operation<infer _, infer Response> ? Response : never;

/** Declares a call by the parameters that each direction carries, in the order of the IDL. */
export function defineOperation<const Q extends Fields, const R extends Fields>(definition: {
  name: string;
  opnum: number;
  request: Q;
  response: R;
}): Operation<InferFields<Q>, InferFields<R>> {
  const { name, opnum, request, response } = definition;
  return { name, opnum, request: parameters(name, request), response: parameters(name, response) };
}

/** An RPC interface: the identity that a bind names, and its calls by their names in our code. */
export interface InterfaceDefinition<O extends Record<string, Operation> = Record<string, Operation>> {
  readonly name: string;
  readonly uuid: string;
  readonly majorVersion: number;
  readonly minorVersion: number;
  readonly operations: O;
}

/** Declares an interface; two calls of one number are a mistake. */
export function defineInterface<const O extends Record<string, Operation>>(
  definition: InterfaceDefinition<O>,
): InterfaceDefinition<O> {
  const opnums = Object.values(definition.operations).map((operation) => operation.opnum);
  if (new Set(opnums).size < opnums.length) throw new TypeError(`${definition.name}: two operations of one number`);
  return definition;
}
