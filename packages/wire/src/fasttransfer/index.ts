export {
  FastTransferParser,
  type FastTransferElement,
  type FastTransferParserOptions,
  type LongPropertyEnd,
  type LongPropertyStart,
  type MarkerElement,
  type Piece,
  type PropertyElement,
} from './fast-transfer-parser.ts';
export {
  FastTransferProducer,
  type EncodedProperty,
  type FastTransferPart,
  type LazyValue,
} from './fast-transfer-producer.ts';
export { isMarker, marker, markerName, metaTag, type Marker } from './marker.ts';
export { encodePropertyHead } from './property-head.ts';
export { decodeStreamValue, encodeStreamValue, streamElements } from './stream-value.ts';
