import { isIP, isIPv4 } from 'node:net';
import { netError } from '../errors/script-error.ts';
import { byteArray, bytesOf } from '../values/byte-array.ts';
import { type NumericValue, toBigInt } from '../values/number-types.ts';
import type { Reference } from '../values/reference.ts';
import { type DotNetType, overload, readOnly } from './define-type.ts';
import { nameValueTypes, parseQueryForms } from './name-values-type-table.ts';
import { smallHex, urlDecode, urlEncode } from './url-text.ts';
import { enumType, enumValue } from './enum-type.ts';

/** System.Net.IPAddress. */
export class IpAddress {
  readonly typeName = 'System.Net.IPAddress';
  readonly address: string;

  constructor(address: string) {
    this.address = address;
  }

  static parse(text: string): IpAddress | undefined {
    const trimmed = wholeAddress(text.replace(/^\[(.*)\]$/, '$1'));
    return isIP(trimmed) === 0 ? undefined : new IpAddress(canonical(trimmed));
  }

  get bytes(): Uint8Array {
    return isIPv4(this.address) ? Uint8Array.from(this.address.split('.'), Number) : bytesOfV6(this.address);
  }

  text(): string {
    return this.address;
  }
}

/** `10.1` → `10.0.0.1`: the last of fewer than four numbers stands for the bytes that remain. */
function wholeAddress(text: string): string {
  if (!/^\d+(?:\.\d+){0,2}$/.test(text)) return text;
  const numbers = text.split('.').map(Number);
  const last = numbers.pop()!;
  const free = 4 - numbers.length;
  if (last >= 256 ** free) return text;
  return [
    ...numbers,
    ...Array.from({ length: free }, (_, index) => Math.floor(last / 256 ** (free - 1 - index)) % 256),
  ].join('.');
}

const canonical = (text: string): string => (isIPv4(text) ? text : new URL(`http://[${text}]`).hostname.slice(1, -1));

function bytesOfV6(address: string): Uint8Array {
  const [head = '', tail] = address.split('::');
  const groups = (part: string): string[] => (part === '' ? [] : part.split(':'));
  const missing = tail === undefined ? 0 : 8 - groups(head).length - groups(tail).length;
  const all = [...groups(head), ...Array.from({ length: missing }, () => '0'), ...groups(tail ?? '')];
  return Uint8Array.from(all.flatMap((group) => [Number.parseInt(group, 16) >> 8, Number.parseInt(group, 16) & 255]));
}

function parsed(text: string): IpAddress {
  const address = IpAddress.parse(text);
  if (!address) throw netError('System.FormatException', 'An invalid IP address was specified.');
  return address;
}

/** An IPv4 address as .NET numbers it: the first byte is the lowest. */
const numberOf = ({ address, bytes }: IpAddress): bigint | null =>
  isIPv4(address) ? bytes.reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n) : null;

function numbered(number: bigint): IpAddress {
  if (number !== BigInt.asUintN(32, number)) throw beyondIPv4(BigInt.asUintN(64, number));
  const bytes = [0n, 8n, 16n, 24n].map((shift) => (number >> shift) & 0xffn);
  return new IpAddress(bytes.join('.'));
}

const beyondIPv4 = (number: bigint): Error =>
  netError(
    'System.ArgumentOutOfRangeException',
    `newAddress ('${number}') must be less than or equal to '4294967295'. (Parameter 'newAddress')\nActual value was ${number}.`,
  );

const constant = (address: string) => readOnly(() => new IpAddress(address));

const addressType: DotNetType = {
  name: 'System.Net.IPAddress',
  base: 'System.Object',
  properties: {
    AddressFamily: readOnly(({ address }: IpAddress) =>
      enumValue('System.Net.Sockets.AddressFamily', isIPv4(address) ? 'InterNetwork' : 'InterNetworkV6'),
    ),
    ScopeId: readOnly(() => null),
    IsIPv6Multicast: readOnly(({ address }: IpAddress) => /^ff/i.test(address), 'bool'),
    IsIPv6LinkLocal: readOnly(({ address }: IpAddress) => /^fe[89ab]/i.test(address), 'bool'),
    IsIPv6SiteLocal: readOnly(({ address }: IpAddress) => /^fe[cdef]/i.test(address), 'bool'),
    IsIPv6Teredo: readOnly(({ address }: IpAddress) => /^2001:0?:/i.test(address), 'bool'),
    IsIPv6UniqueLocal: readOnly(({ address }: IpAddress) => /^f[cd]/i.test(address), 'bool'),
    IsIPv4MappedToIPv6: readOnly(({ address }: IpAddress) => /^::ffff:/i.test(address), 'bool'),
    Address: readOnly((self: IpAddress) => numberOf(self), 'long'),
    IPAddressToString: readOnly((self: IpAddress) => self.address, 'string'),
  },
  methods: { GetAddressBytes: [overload('', (self: IpAddress) => byteArray(self.bytes))] },
  statics: {
    Any: constant('0.0.0.0'),
    Loopback: constant('127.0.0.1'),
    Broadcast: constant('255.255.255.255'),
    None: constant('255.255.255.255'),
    IPv6Any: constant('::'),
    IPv6Loopback: constant('::1'),
  },
  staticMethods: {
    Parse: [overload('string ipString', (_self: null, text: string) => parsed(text))],
    TryParse: [
      overload('string ipString, ref System.Net.IPAddress address', (_self: null, text: string, result: Reference) => {
        const address = IpAddress.parse(text);
        result.write(address ?? null);
        return address !== undefined;
      }),
    ],
    IsLoopback: [
      overload('System.Net.IPAddress address', (_self: null, { address }: IpAddress) => /^127\.|^::1$/.test(address)),
    ],
  },
  constructors: [
    overload('byte[] address', (_type: DotNetType, bytes: unknown) => new IpAddress(bytesOf(bytes).join('.'))),
    overload('long newAddress', (_type: DotNetType, number: NumericValue) => numbered(toBigInt(number))),
  ],
};

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** `WebUtility.HtmlEncode`: the five marks, and Latin characters by number. */
export const htmlEncode = (text: string): string =>
  text.replaceAll(/[&<>"'\u00a0-\u00ff]/g, (character) => marks[character] ?? `&#${character.charCodeAt(0)};`);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

export const htmlDecode = (text: string): string =>
  text.replaceAll(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (all, hex?: string, decimal?: string, name = '') => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return decimal === undefined ? (entities[name] ?? all) : String.fromCodePoint(Number(decimal));
  });

const textForm = (name: string, change: (text: string) => string) => [
  overload(`string ${name}`, (_self: null, text: string) => change(text)),
];

const xmlMarks: Readonly<Record<string, string>> = { ...marks, "'": '&apos;' };
const xmlEscape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => xmlMarks[character]!);

/** Addresses of the network, and how the web writes texts. */
export const networkTypes: readonly DotNetType[] = [
  addressType,
  enumType('System.Net.Sockets.AddressFamily', { Unspecified: 0, InterNetwork: 2, InterNetworkV6: 23 }),
  enumType(
    'System.Net.SecurityProtocolType',
    { SystemDefault: 0, Tls: 192, Tls11: 768, Tls12: 3072, Tls13: 12288 },
    { flags: true },
  ),
  { name: 'System.Net.WebClient', base: 'System.Object' },
  {
    name: 'System.Net.WebUtility',
    base: 'System.Object',
    isAbstract: true,
    staticMethods: {
      HtmlEncode: textForm('value', htmlEncode),
      HtmlDecode: textForm('value', htmlDecode),
      UrlEncode: textForm('value', urlEncode),
      UrlDecode: textForm('encodedValue', urlDecode),
    },
  },
  ...nameValueTypes,
  {
    name: 'System.Web.HttpUtility',
    base: 'System.Object',
    staticMethods: {
      HtmlEncode: textForm('s', htmlEncode),
      HtmlDecode: textForm('s', htmlDecode),
      HtmlAttributeEncode: textForm('s', (text) => text.replaceAll(/[&<"']/g, (character) => marks[character]!)),
      UrlEncode: textForm('str', (text) => smallHex(urlEncode(text))),
      UrlDecode: textForm('str', urlDecode),
      ParseQueryString: parseQueryForms,
    },
  },
  {
    name: 'System.Security.SecurityElement',
    base: 'System.Object',
    staticMethods: { Escape: textForm('str', xmlEscape) },
  },
];
