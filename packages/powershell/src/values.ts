/** The entry `@cutover/powershell/values`: what the cmdlets and objects of an embedder are made of. */
export { DateTime } from './dotnet/dates/date-time.ts';
export { TimeSpan } from './dotnet/dates/time-span.ts';
export { Guid } from './dotnet/values/guid.ts';
export { offsetOfLocal } from './dotnet/dates/local-zone.ts';
export { once } from './dotnet/once.ts';
export type { TableView, View } from './format/view.ts';
export type { ViewShelf } from './format/view-registry.ts';
export { type Shelf } from './runtime/values/shelf.ts';
export type { ParameterSpec } from './runtime/binder/parameter-spec.ts';
export { switchOf } from './runtime/binder/read-parameters.ts';
export { Module } from './runtime/engine/module.ts';
export { anyMatches } from './runtime/engine/name-patterns.ts';
export { textOf, textsOf } from './runtime/binder/read-parameters.ts';
export { getMember } from './runtime/members/get-member.ts';
export { invokeMember } from './runtime/members/invoke-member.ts';
export { DotnetError } from './dotnet/dotnet-error.ts';
export {
  type DotNetType,
  type Overload,
  overload,
  type Property,
  readOnly,
  settable,
} from './runtime/types/define-type.ts';
export { enumType } from './runtime/types/enum-type.ts';
export { knownTypes } from './runtime/values/running-session.ts';
export { Hashtable } from './runtime/values/dictionary.ts';
export { elementTypeOf } from './runtime/values/typed-array.ts';
export { bytesOf } from './runtime/values/byte-array.ts';
export { listOf } from './runtime/values/enumerate.ts';
export { EnumValue } from './runtime/values/enum-value.ts';
export { ErrorRecord, ExceptionValue } from './runtime/values/error-record.ts';
export { defineForeign, type ForeignTraits } from './runtime/values/foreign-value.ts';
export { double, isNumeric, toNumber, UInt64 } from './runtime/values/number-types.ts';
export { CustomObject } from './runtime/values/ps-object.ts';
export { SwitchParameter } from './runtime/values/switch-parameter.ts';
export { toText } from './runtime/values/to-text.ts';
export { isTrue } from './runtime/values/truth.ts';
