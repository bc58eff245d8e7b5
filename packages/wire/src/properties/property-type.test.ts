import { describe, expect, test } from 'vitest';
import { pidLid } from './pid-named.ts';
import { pidTag } from './pid-tag.ts';
import { propertyNameKey } from './property-name.ts';
import { formatTag, isNamedTag, propertyId, propertyTag, typeOfTag, withType } from './property-tag.ts';
import { fixedSize, isKnownType, isVariable, propertyType } from './property-type.ts';

describe('property types', () => {
  test('sizes are those of a FastTransfer stream, where a boolean takes two bytes', () => {
    expect(fixedSize(propertyType.bool)).toBe(2);
    expect(fixedSize(propertyType.guid)).toBe(16);
    expect(fixedSize(propertyType.unicode)).toBe(0);
    expect(fixedSize(0x7fff)).toBe(0);
  });

  test('code-page strings are variable; errors and unknown types are no values', () => {
    expect(isVariable(0x84b0)).toBe(true);
    expect(isKnownType(propertyType.mvUnicode)).toBe(true);
    expect(isKnownType(propertyType.error)).toBe(false);
  });
});

describe('property tags', () => {
  test('stay unsigned above 0x8000', () => {
    const tag = propertyTag(0x8001, propertyType.i32);
    expect(tag).toBe(0x80010003);
    expect([propertyId(tag), typeOfTag(tag), isNamedTag(tag)]).toEqual([0x8001, 3, true]);
    expect(formatTag(withType(tag, propertyType.unicode))).toBe('8001001F');
  });

  test('known tags have known types and ids that are not named', () => {
    const odd = Object.entries(pidTag).filter(([, tag]) => isNamedTag(tag) || !isKnownType(typeOfTag(tag)));
    expect(odd).toEqual([]);
  });

  test('known names are all different', () => {
    const keys = Object.values(pidLid).map(({ name }) => propertyNameKey(name));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
