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

/** The type of what a method gives, as its definition shows it; a string's other methods give strings. */
export function returnTypeOf(typeName: string, method: string): string {
  const own = typeName === 'System.String' ? ofString[method] : undefined;
  return own ?? ofObject[method] ?? (typeName === 'System.String' ? 'string' : 'System.Object');
}
