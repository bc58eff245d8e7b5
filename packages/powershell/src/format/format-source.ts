/**
 * What the formatting engine asks of the language's objects. The runtime implements it once; the engine never looks into a value itself.
 */
export interface FormatSource {
  /** The type names of a value, the most special first; an enumeration has `System.Enum` second. */
  typeNames(value: unknown): readonly string[];
  /** The names of the properties that are shown, adapted ones before those that a script added. */
  properties(value: unknown): readonly string[];
  /** Whether there are others than those that remoting adds, where that can be told without all names. */
  hasProperties?(value: unknown): boolean | undefined;
  /** The names that wildcards choose from, where they are others or in another order. */
  members?(value: unknown): readonly string[];
  /** The name of a member of the object itself as it is spelled there, where that can be told without all names. */
  memberName?(value: unknown, name: string): string | undefined;
  /** The properties that a name stands for, when it is that of a property set. */
  propertySet?(value: unknown, name: string): readonly string[] | undefined;
  /** The value of a property, whatever the case of the name; undefined when there is none or when its getter fails. */
  get(value: unknown, name: string): { readonly value: unknown } | undefined;
  /** `DefaultDisplayPropertySet` of `PSStandardMembers`, where a type or a script declares one. */
  defaultProperties(value: unknown): readonly string[] | undefined;
  /** `DefaultDisplayProperty`: the one that stands for the object in a wide view. */
  defaultProperty?(value: unknown): string | undefined;
  /** The elements of a collection, the entries of a dictionary; undefined for everything else, strings too. */
  elements(value: unknown): Iterable<unknown> | undefined;
  /** The value as the language makes it a string. */
  text(value: unknown): string;
  /** The value by a .NET format string (`N2`), or by a composite one (`{0:N2}`) when it has braces. */
  format(value: unknown, formatString: string): string;
  /** Double, Single or Decimal: a table shows them with two places. */
  isFraction(value: unknown): boolean;
  /** False for a type without a ToString of its own: in a list of elements its name stands for it. */
  hasOwnText?(value: unknown): boolean;
  /** Whether two keys of `-GroupBy` are one group. */
  sameKey(left: unknown, right: unknown): boolean;
}

/** Types that are lines of their own, not objects with properties. Source: DefaultScalarTypes. */
const scalarTypes = new Set(
  (
    'String SByte Byte Int16 UInt16 Int32 UInt32 Int64 UInt64 Char Single Double Boolean Decimal IntPtr ' +
    'Security.SecureString Numerics.BigInteger'
  )
    .split(' ')
    .map((name) => `system.${name.toLowerCase()}`),
);

const deserialized = 'Deserialized.';

/** A type name without the mark of an object that came over the wire. */
export function liveTypeName(name: string): string {
  return name.startsWith(deserialized) ? name.slice(deserialized.length) : name;
}

/** Whether a value of these types is printed as text wherever it comes in a stream. */
export function isScalar(typeNames: readonly string[]): boolean {
  const [first, second] = typeNames;
  if (first === undefined) return false;
  return second === 'System.Enum' || scalarTypes.has(liveTypeName(first).toLowerCase());
}

/** Properties that remoting adds; an object with no others has nothing to show. */
const remotingProperties = new Set(['pscomputername', 'psshowcomputername', 'runspaceid', 'pssourcejobinstanceid']);

export function isRemotingProperty(name: string): boolean {
  return remotingProperties.has(name.toLowerCase());
}
