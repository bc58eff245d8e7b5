const ofObject: Readonly<Record<string, string>> = {
  CompareTo: 'int',
  Contains: 'bool',
  EndsWith: 'bool',
  Equals: 'bool',
  GetHashCode: 'int',
  GetType: 'type',
  GetTypeCode: 'System.TypeCode',
  IndexOf: 'int',
  LastIndexOf: 'int',
  StartsWith: 'bool',
  ToString: 'string',
  TryParse: 'bool',
  TryParseExact: 'bool',
};

const ofString: Readonly<Record<string, string>> = {
  Split: 'string[]',
  ToCharArray: 'char[]',
};

const intOfMath: ReadonlySet<string> = new Set(['ILogB', 'Sign']);

/** The type of what a method gives, as its definition shows it: functions of numbers give what they take, a string's other methods strings. */
export function returnTypeOf(typeName: string, method: string, [first]: readonly string[] = []): string {
  if (typeName === 'System.Math' && first !== undefined) return intOfMath.has(method) ? 'int' : first;
  const own = typeName === 'System.String' ? ofString[method] : undefined;
  return own ?? ofObject[method] ?? (typeName === 'System.String' ? 'string' : 'System.Object');
}
