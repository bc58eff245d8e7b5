export { type ErrorViewOptions } from './concise-view.ts';
export {
  type ErrorCategoryInfo,
  type ErrorInvocation,
  type ErrorPosition,
  type ErrorShape,
  categoryMessage,
} from './error-shape.ts';
export { type ErrorRecordViewOptions, type ErrorViewName, errorRecordView, formatError } from './error-view.ts';
export {
  type ColumnParameter,
  type ComputedExpression,
  type Expression,
  type PropertyExpression,
} from './expression.ts';
export { type FormatNode, lineEnd } from './format-node.ts';
export { type FormatOutput, type FormatOutputOptions, createFormatOutput } from './format-output.ts';
export { FormatData, type FormatPacket, type FormatShape, packetTypeNames } from './format-packet.ts';
export { type FormatContext, type FormatRequest, defaultEnumerationLimit } from './format-request.ts';
export { type FormatSource, isScalar } from './format-source.ts';
export { Formatter, type FormatterOptions } from './formatter.ts';
export { type FormatStyle, plainStyle, terminalStyle } from './line-output.ts';
export { positionMessage } from './position-message.ts';
export { type MessageStream, streamText } from './stream-text.ts';
export { type View, type ViewColumn, type ViewField, type ViewGroup, type ViewItem } from './view.ts';
export { ViewRegistry } from './view-registry.ts';
export { builtInViews } from './views/built-in-views.ts';
