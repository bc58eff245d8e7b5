import type { ParameterMetadata } from '@cutover/core/metadata';

/** A value that does not fit its parameter's type; `type` and `reason` are worded as PowerShell words them. */
export interface Misfit {
  readonly type: string;
  readonly reason: string;
}

export type Conversion = { readonly value: unknown } | { readonly misfit: Misfit };

type Converter = (text: string) => unknown;

const notNumeric = (text: string): string => `The input string '${text}' was not in a correct format.`;

/** What a type's text becomes; undefined stands for a text that does not fit. */
const converters: Readonly<
  Record<string, { readonly type: string; convert: Converter; reason: (text: string) => string }>
> = {
  SwitchParameter: { type: 'System.Management.Automation.SwitchParameter', convert: toBoolean, reason: notBoolean },
  Boolean: { type: 'System.Boolean', convert: toBoolean, reason: notBoolean },
  Int32: { type: 'System.Int32', convert: toInteger, reason: notNumeric },
  Unlimited: { type: 'Microsoft.Exchange.Data.Unlimited`1[System.UInt32]', convert: toUnlimited, reason: notNumeric },
  Guid: { type: 'System.Guid', convert: toGuid, reason: () => 'Unrecognized Guid format.' },
  DateTime: {
    type: 'System.DateTime',
    convert: toDate,
    reason: (text) => `String '${text}' was not recognized as a valid DateTime.`,
  },
  TimeSpan: {
    type: 'System.TimeSpan',
    convert: toTimeSpan,
    reason: (text) => `String '${text}' was not recognized as a valid TimeSpan.`,
  },
};

/** Full .NET name of a parameter's type, as binding errors name it. */
export function typeNameOf({ type }: ParameterMetadata): string {
  return (
    converters[type]?.type ?? (type === 'PSCredential' ? 'System.Management.Automation.PSCredential' : 'System.String')
  );
}

export const isCollection = ({ type }: ParameterMetadata): boolean =>
  type === 'MultiValuedProperty' || type.endsWith('[]');

/** Converts one argument's text to what its parameter takes. */
export function convertValue(parameter: ParameterMetadata, text: string): Conversion {
  if (parameter.values) return convertEnumeration(parameter, parameter.values, text);
  if (isCollection(parameter)) return { value: text.split(',').map((element) => element.trim()) };
  if (parameter.type === 'PSCredential') return { value: { userName: text } };
  const converter = converters[parameter.type];
  if (converter === undefined) return { value: text };
  const value = converter.convert(text);
  return value === undefined ? { misfit: { type: converter.type, reason: converter.reason(text) } } : { value };
}

/** An enumerator by its name in any case, or by an unambiguous beginning of it, as PowerShell takes them. */
function convertEnumeration({ type }: ParameterMetadata, values: readonly string[], text: string): Conversion {
  const wanted = text.toLowerCase();
  const exact = values.find((value) => value.toLowerCase() === wanted);
  const beginning = values.filter((value) => wanted !== '' && value.toLowerCase().startsWith(wanted));
  const found = exact ?? (beginning.length === 1 ? beginning[0] : undefined);
  if (found !== undefined) return { value: found };
  const reason = `Unable to match the identifier name ${text} to a valid enumerator name. Specify one of the following enumerator names and try again:\n${values.join(', ')}`;
  return { misfit: { type: `Microsoft.Exchange.Data.Storage.Management.${type}`, reason } };
}

function toBoolean(text: string): boolean | undefined {
  const word = text.replace(/^\$/, '').toLowerCase();
  if (word === 'true' || word === '1') return true;
  return word === 'false' || word === '0' ? false : undefined;
}

function notBoolean(text: string): string {
  return `String '${text}' was not recognized as a valid Boolean. Use $true or $false.`;
}

function toInteger(text: string): number | undefined {
  const value = /^\s*[+-]?\d+\s*$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) && Math.abs(value) <= 0x7fffffff ? value : undefined;
}

function toUnlimited(text: string): number | 'Unlimited' | undefined {
  return text.trim().toLowerCase() === 'unlimited' ? 'Unlimited' : toInteger(text);
}

function toGuid(text: string): string | undefined {
  const digits = text
    .replace(/^\{(.*)\}$/, '$1')
    .replaceAll('-', '')
    .toLowerCase();
  return /^[0-9a-f]{32}$/.test(digits)
    ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
    : undefined;
}

const zone = /(?:z|[+-]\d\d:?\d\d|gmt|utc)$/i;

// A time without a zone is UTC: that is how the service reads it.
function toDate(text: string): Date | undefined {
  const plain = text.trim().replace(/^(\d{4}-\d\d-\d\d)t/i, '$1 ');
  const hasZone = zone.test(plain) && !/^\d{4}-\d\d-\d\d$/.test(plain);
  const date = new Date(hasZone ? plain : `${plain} UTC`);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/** `[d.]hh:mm[:ss]`, or a number of days. */
function toTimeSpan(text: string): number | undefined {
  const match = /^(?:(\d+)\.)?(\d{1,2}):([0-5]?\d)(?::([0-5]?\d))?$/.exec(text.trim());
  if (match) {
    const [days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
    return hours < 24 ? (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 : undefined;
  }
  return /^\d+$/.test(text.trim()) ? Number(text) * 86_400_000 : undefined;
}
