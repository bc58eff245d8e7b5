export { namedProperties, type NamedProperty } from './named-properties.ts';
export { type PropertyName, propertyNameKey } from './property-name.ts';
export { propertySets } from './property-sets.ts';
export { propertyTags } from './property-tags.ts';
export { multipleValueFlag, propertyType } from './property-type.ts';
