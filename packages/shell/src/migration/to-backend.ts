import type { ParameterMetadata } from '@cutover/core/metadata';
import {
  bytesOf,
  CustomObject,
  DateTime,
  elementTypeOf,
  EnumValue,
  getMember,
  Guid,
  Hashtable,
  isNumeric,
  listOf,
  offsetOfLocal,
  SwitchParameter,
  TimeSpan,
  toNumber,
  toText,
} from '@cutover/powershell/values';
import { ByteSize } from './byte-size.ts';

const ticksPerMillisecond = 10_000n;

/** An argument as a Backend takes it: plain data that can be cloned. */
export function toBackend(value: unknown, parameter: ParameterMetadata): unknown {
  const { type, values } = parameter;
  if (type === 'SwitchParameter') return value instanceof SwitchParameter ? value.isPresent : value;
  if (type === 'Byte[]') return bytesArgument(value);
  if (type.endsWith('IdParameter')) return identityArgument(value, type);
  if (listTypes.has(type) && value instanceof Hashtable) return changesOf(value);
  if (listTypes.has(type) || type.endsWith('[]')) return listArgument(value);
  if (type === 'Unlimited') return unlimited(value);
  const members = membersByType[type];
  if (members) return membersOf(value, members);
  if (type === 'Stream') return value;
  if (values) return enumeratorText(toText(value), values);
  return plain(value);
}

/** Lists of a stored object, which `$null` empties and `@{Add=…; Remove=…}` changes. */
const listTypes = new Set(['MultiValuedProperty', 'ProxyAddressCollection']);
const listChanges = ['Add', 'Remove'];

const changesOf = (table: Hashtable): unknown =>
  Object.fromEntries(
    [...table.pairs()].map(([key, value]) => [enumeratorText(toText(key), listChanges), listArgument(value)]),
  );

const listArgument = (value: unknown): unknown[] =>
  value === null || value === undefined ? [] : (listOf(value) ?? [value]).map(elementArgument);

/** Objects of the organisation stand for what identifies them. */
const elementArgument = (value: unknown): unknown =>
  value instanceof CustomObject ? identityText(value) : plain(value);

/** An identity comes alone, or as a list of one. */
function identityArgument(value: unknown, type: string): unknown {
  const [only] = listOf(value) ?? [value];
  return only === null || only === undefined ? null : identityText(only, type);
}

/** Identities come as text, as the identity of an object, or as the object itself. */
function identityText(value: unknown, type = ''): string {
  if (!(value instanceof CustomObject)) return toText(value);
  const identity = (identifying[type] ?? usual)
    .map((name) => getMember(value, name, () => undefined))
    .find((found) => found != null);
  return toText(identity ?? value);
}

const usual = ['Identity', 'Guid', 'Name'];
/** A migration knows its users by their addresses, and so the mailboxes that they become. */
const identifying: Readonly<Record<string, readonly string[]>> = {
  MigrationUserIdParameter: ['PrimarySmtpAddress', ...usual],
};

/** Types whose objects go over member by member: what Test-MigrationServerAvailability found good, and rights as they are listed. */
const membersByType: Readonly<Record<string, readonly string[]>> = {
  ExchangeConnectionSettings: [
    'ExchangeServer',
    'RpcProxyServer',
    'Authentication',
    'MailboxPermission',
    'Username',
    'UseAutoDiscover',
  ],
  MailboxAcePresentationObject: ['Identity', 'User', 'AccessRights'],
  ADAcePresentationObject: ['Identity', 'User', 'ExtendedRights'],
};

const membersOf = (value: unknown, members: readonly string[]): unknown =>
  Object.fromEntries(members.map((name) => [name, plain(getMember(value, name, () => undefined))]));

function bytesArgument(value: unknown): unknown {
  const items = listOf(value);
  const isBytes =
    items && (elementTypeOf(items as unknown[]) === 'System.Byte' || items.every((item) => isNumeric(item)));
  return isBytes ? bytesOf(items) : plain(value);
}

function unlimited(value: unknown): unknown {
  const text = toText(value).trim();
  if (/^unlimited$/i.test(text)) return 'Unlimited';
  return /^\d+$/.test(text) ? Number(text) : text;
}

/** The enumerator by its name in any case; what is none is left for the Backend to refuse. */
const enumeratorText = (text: string, values: readonly string[]): string =>
  values.find((value) => value.toLowerCase() === text.toLowerCase()) ?? text;

function plain(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (isNumeric(value)) return toNumber(value);
  if (value instanceof DateTime) return dateOf(value);
  if (value instanceof TimeSpan) return Number(value.ticks / ticksPerMillisecond);
  if (value instanceof ByteSize) return value.bytes;
  if (value instanceof Guid) return value.text;
  if (value instanceof EnumValue) return value.text();
  if (typeof value !== 'object') return value;
  const items = listOf(value);
  return items ? items.map((item) => plain(item)) : toText(value);
}

/** A time of no zone counts as the service's, which is UTC. */
function dateOf(value: DateTime): Date {
  const offset = value.kind === 'Local' ? offsetOfLocal(value.ticks) : 0;
  const sinceEpoch = Number((value.ticks - DateTime.unixEpoch.ticks) / ticksPerMillisecond);
  return new Date(sinceEpoch - offset * 60_000);
}
