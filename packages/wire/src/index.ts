export {
  type Codec,
  type CodecDefinition,
  type DecodeOptions,
  defineCodec,
  type Fields,
  type Infer,
  type InferFields,
  readElements,
  transform,
  writeElements,
} from './codec.ts';
export { isWireError, wireErrors, within } from './errors.ts';
export { dateFromFiletime, filetimeFromDate } from './filetime.ts';
export { emptyGuid, formatGuid, parseGuid } from './guid.ts';
export { le, type UnionOf } from './le.ts';
export { limits } from './limits.ts';
export { ndr, type NdrCodec, type NdrUnion } from './ndr.ts';
export {
  defineInterface,
  defineOperation,
  type InterfaceDefinition,
  type Operation,
  type RequestOf,
  type ResponseOf,
} from './operation.ts';
export { Reader } from './reader.ts';
export { Writer } from './writer.ts';
