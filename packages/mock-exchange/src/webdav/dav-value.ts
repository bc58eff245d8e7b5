/** The value of a property as WebDAV knows it. */
export type DavValue =
  | string
  | number
  | boolean
  | bigint
  | Date
  | Uint8Array
  | readonly string[]
  | { readonly xml: string };

const dataTypes: Readonly<Record<string, string>> = { number: 'int', boolean: 'boolean', bigint: 'i8' };

/** The type of a value as the attribute `dt` names it; text has none. */
export function dataTypeOf(value: DavValue): string | undefined {
  if (value instanceof Date) return 'dateTime.tz';
  if (value instanceof Uint8Array) return 'bin.base64';
  if (Array.isArray(value)) return 'mv.string';
  return dataTypes[typeof value];
}

/** The value as text: truth as 0 or 1, times as ISO 8601 in UTC. */
export function textOf(value: Exclude<DavValue, readonly string[] | { xml: string }>): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (value instanceof Date) return value.toISOString();
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : String(value);
}
