/** Types of property values. [MS-OXCDATA] 2.11.1 */
export const propertyType = {
  unspecified: 0x0000,
  null: 0x0001,
  i16: 0x0002,
  i32: 0x0003,
  f32: 0x0004,
  f64: 0x0005,
  currency: 0x0006,
  appTime: 0x0007,
  error: 0x000a,
  bool: 0x000b,
  object: 0x000d,
  i64: 0x0014,
  string8: 0x001e,
  unicode: 0x001f,
  time: 0x0040,
  guid: 0x0048,
  serverId: 0x00fb,
  restriction: 0x00fd,
  ruleAction: 0x00fe,
  binary: 0x0102,
  mvI16: 0x1002,
  mvI32: 0x1003,
  mvF32: 0x1004,
  mvF64: 0x1005,
  mvCurrency: 0x1006,
  mvAppTime: 0x1007,
  mvI64: 0x1014,
  mvString8: 0x101e,
  mvUnicode: 0x101f,
  mvTime: 0x1040,
  mvGuid: 0x1048,
  mvBinary: 0x1102,
} as const;

/** A property type as it stands in the low half of a tag; may be one that this package does not know. */
export type PropertyType = number;

/** Added to a single-value type it names the list of such values. */
export const multiValueFlag = 0x1000;

/** Flag of FastTransfer's code-page string types: 0x8000 | code page. [MS-OXCFXICS] 2.2.4.1.1.1 */
export const codePageFlag = 0x8000;

/** Whether values of the type are lists. */
export const isMultiValue = (type: PropertyType): boolean => (type & 0xf000) === multiValueFlag;
/** Whether the type is a text in the code page that its other bits name. */
export const isCodePageString = (type: PropertyType): boolean => (type & codePageFlag) !== 0;
/** The type of one element of a multi-value type. */
export const elementType = (type: PropertyType): PropertyType => type & ~multiValueFlag;

// One byte a type from 0 to 0x48, so that the streaming parser needs one load and no branch.
const fixedSizes = new Uint8Array(0x49);
const fixed: readonly (readonly [PropertyType, number])[] = [
  [propertyType.i16, 2],
  [propertyType.i32, 4],
  [propertyType.f32, 4],
  [propertyType.f64, 8],
  [propertyType.currency, 8],
  [propertyType.appTime, 8],
  [propertyType.bool, 2],
  [propertyType.i64, 8],
  [propertyType.time, 8],
  [propertyType.guid, 16],
];
for (const [type, size] of fixed) fixedSizes[type] = size;

/**
 * Bytes of a fixed-size value in a FastTransfer stream, or 0 for a variable one.
 * Booleans take two bytes there, but one in ROPs. [MS-OXCFXICS] 2.2.4.1
 */
export const fixedSize = (type: PropertyType): number => fixedSizes[type] ?? 0;

const variable: ReadonlySet<PropertyType> = new Set([
  propertyType.object,
  propertyType.string8,
  propertyType.unicode,
  propertyType.serverId,
  propertyType.restriction,
  propertyType.ruleAction,
  propertyType.binary,
]);

/** True for types whose value is a byte length and that many bytes. */
export const isVariable = (type: PropertyType): boolean => variable.has(type) || isCodePageString(type);

/** True for types that can stand in a stream: fixed, variable, or a list of either. */
export function isKnownType(type: PropertyType): boolean {
  const element = isMultiValue(type) ? elementType(type) : type;
  return fixedSize(element) > 0 || isVariable(element);
}
