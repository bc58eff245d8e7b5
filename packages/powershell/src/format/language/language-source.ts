import { DateTime } from '../../dotnet/index.ts';
import { type RunScriptMember, getMember, hasMember } from '../../runtime/members/get-member.ts';
import { equals } from '../../runtime/operators/compare.ts';
import { formatText } from '../../runtime/operators/format-operator.ts';
import { formatValue } from '../../runtime/format/format-value.ts';
import { typeProperties } from '../../runtime/members/all-members.ts';
import { displaySettings, propertySet } from '../../runtime/members/display-settings.ts';
import { extendedMembers } from '../../runtime/members/extended-member.ts';
import { displayTypeName } from '../../runtime/types/display-type-name.ts';
import { typeNameOf } from '../../runtime/types/type-of.ts';
import { typeNamesOf } from '../../runtime/members/type-names.ts';
import { Boxed, unboxed } from '../../runtime/values/boxed.ts';
import { Dictionary, DictionaryEntry, entriesOf, Hashtable } from '../../runtime/values/dictionary.ts';
import { elementsOf } from '../../runtime/values/enumerate.ts';
import { EnumValue } from '../../runtime/values/enum-value.ts';
import { numericType } from '../../runtime/values/number-types.ts';
import { plainText, toText } from '../../runtime/values/to-text.ts';
import { CustomObject, type ExtendedMember, membersOf } from '../../runtime/values/ps-object.ts';
import { TypeValue } from '../../runtime/values/type-value.ts';
import { type FormatSource, isRemotingProperty } from '../format-source.ts';

const entryFields: Readonly<Record<string, (entry: DictionaryEntry) => unknown>> = {
  name: ({ key }) => key,
  key: ({ key }) => key,
  value: ({ value }) => value,
};

const fractions = new Set(['Decimal', 'Double', 'Single']);

/** The engine's port over the language's own values; `run` runs script properties. */
export function languageSource(run: RunScriptMember): FormatSource {
  return {
    typeNames,
    properties: propertyNames,
    hasProperties,
    members: memberNames,
    memberName: (value, name) => ownMember(value, name)?.name,
    propertySet,
    get: (value, name) => getProperty(value, name, run),
    defaultProperties: (value) => displaySettings(value)?.defaultDisplayPropertySet,
    defaultProperty: (value) => displaySettings(value)?.defaultDisplayProperty,
    elements: (value) => (value instanceof Dictionary ? entriesOf(value) : elementsOf(value)),
    text: textOf,
    hasOwnText,
    format: (value, formatString) =>
      /\{0|\}/.test(formatString) ? formatText(formatString, [value]) : formatValue(value, formatString),
    isFraction: (value) => fractions.has(numericType(unboxed(value)) ?? ''),
    sameKey: (left, right) => equals(left, right, 'ignore case') || sameElements(left, right),
  };
}

function typeNames(value: unknown): readonly string[] {
  const names = typeNamesOf(value);
  return value instanceof EnumValue
    ? [names[0]!, 'System.Enum', ...names.slice(1).filter((name) => name !== 'System.Enum')]
    : names;
}

/** Properties of the type and its bases, then those that a script added. */
function propertyNames(value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  if (value instanceof DictionaryEntry) return ['Key', 'Value', 'Name'];
  if (value instanceof CustomObject) return addedNames(value);
  const own = typeProperties(value).map(({ member }) => member.name);
  return distinct([...own, ...addedNames(value)]);
}

function hasProperties(value: unknown): boolean | undefined {
  const members = value instanceof CustomObject ? membersOf(value) : undefined;
  for (const { kind, name } of members ?? []) if (shownKinds.has(kind) && !isRemotingProperty(name)) return true;
  return undefined;
}

/** What wildcards choose from: the keys of a hashtable, else what a script added before what the type has. */
function memberNames(value: unknown): readonly string[] {
  if (value === null || value === undefined) return [];
  if (value instanceof Hashtable) return distinct(Array.from(value.keys(), (key) => toText(key)));
  if (value instanceof DictionaryEntry) return ['Key', 'Value', 'Name'];
  const own = typeProperties(value).map(({ member }) => member);
  const extended = own.filter((member) => member.kind === 'property' && member.property.isExtended);
  return distinct([...addedNames(value), ...[...extended, ...own].map(({ name }) => name)]);
}

/** A property that a script gave the object itself. */
function ownMember(value: unknown, name: string): ExtendedMember | undefined {
  const member = membersOf(value)?.get(name);
  return member && shownKinds.has(member.kind) ? member : undefined;
}

function addedNames(value: unknown): string[] {
  const names: string[] = [];
  for (const { kind, name } of extendedMembers(value)) if (shownKinds.has(kind)) names.push(name);
  return names;
}

const shownKinds: ReadonlySet<string> = new Set(['note', 'script', 'alias']);

function distinct(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}

function getProperty(value: unknown, name: string, run: RunScriptMember): { readonly value: unknown } | undefined {
  if (value instanceof DictionaryEntry) {
    const field = entryFields[name.toLowerCase()];
    return field && { value: field(value) };
  }
  const own = ownMember(value, name);
  if (own?.kind === 'note') return { value: own.value ?? null };
  if (value === null || value === undefined || (!own && !hasMember(value, name))) return undefined;
  try {
    return { value: getMember(value, name, run) ?? null };
  } catch {
    // A getter that fails leaves its cell empty, as in the original.
    return undefined;
  }
}

/** Lists are one group where they read the same. Source: TypeHelper.IsEqual, which compares as texts at last. */
function sameElements(left: unknown, right: unknown): boolean {
  return elementsOf(left) !== undefined && toText(left).toLowerCase() === toText(right).toLowerCase();
}

/** Types of .NET that inherit ToString from their base, though it gives more than the type's name. */
const inheritText: ReadonlySet<string> = new Set([
  'System.IO.DirectoryInfo',
  'System.IO.FileInfo',
  'System.Text.RegularExpressions.Group',
  'System.Text.RegularExpressions.Match',
]);

/** Whether the value's own class declares ToString. Source: PSObjectHelper.GetObjectName. */
function hasOwnText(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || value instanceof CustomObject) return true;
  const name = typeNameOf(value);
  return !inheritText.has(name) && textOf(value) !== displayTypeName(name);
}

function textOf(value: unknown): string {
  if (value instanceof TypeValue || value instanceof Boxed) return plainText(value);
  if (value instanceof DateTime) return formatValue(value, '');
  return value instanceof DictionaryEntry ? `[${toText(value.key)}, ${toText(value.value)}]` : toText(value);
}
