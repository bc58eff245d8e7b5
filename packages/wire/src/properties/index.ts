export { pidLid, pidName, type NamedProperty } from './pid-named.ts';
export { pidTag } from './pid-tag.ts';
export {
  isNumberedName,
  propertyNameKey,
  propertySet,
  type NumberedName,
  type PropertyName,
  type TextName,
} from './property-name.ts';
export {
  firstNamedId,
  formatTag,
  isNamedTag,
  propertyId,
  propertyTag,
  typeOfTag,
  withType,
  type PropertyTag,
} from './property-tag.ts';
export {
  codePageFlag,
  elementType,
  fixedSize,
  isCodePageString,
  isKnownType,
  isMultiValue,
  isVariable,
  multiValueFlag,
  propertyType,
  type PropertyType,
} from './property-type.ts';
export type { Property, PropertyValue, SinglePropertyValue } from './property-value.ts';
