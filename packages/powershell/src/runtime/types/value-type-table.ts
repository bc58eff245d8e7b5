import { isIP } from 'node:net';
import {
  containsWildcards,
  escapeData,
  escapeWildcards,
  Guid,
  MailAddress,
  SemanticVersion,
  tryParse,
  unescapeData,
  unescapeWildcards,
  Uri,
  type UriKind,
  Version,
  WildcardPattern,
} from '../../dotnet/index.ts';
import { byteArray, bytesOf } from '../values/byte-array.ts';
import type { EnumValue } from '../values/enum-value.ts';
import type { Reference } from '../values/reference.ts';
import { newGuidText } from '../values/running-session.ts';
import { typedArray } from '../values/typed-array.ts';
import { partsOf } from './date-type-table.ts';
import { enumValue } from './enum-type.ts';
import { type DotNetType, overload, type Overload, readOnly } from './define-type.ts';

const interfaces = ['System.IComparable', 'System.IFormattable'];

/** `TryParse(text, [ref]result)` of a type whose Parse throws. */
function tryParseForm<T>(type: string, parse: (text: string) => T, fallback: T | null = null): Overload {
  return overload(`string input, ref ${type} result`, (_self: null, text: string, result: Reference) => {
    const value = tryParse(() => parse(text));
    result.write(value ?? fallback);
    return value !== undefined;
  });
}

const versionNumbers = ['major', 'minor', 'build', 'revision'];

const versionType: DotNetType = {
  name: 'System.Version',
  base: 'System.Object',
  interfaces: [...interfaces, 'System.ICloneable'],
  properties: {
    ...partsOf('Major Minor Build Revision'),
    MajorRevision: readOnly(({ revision }: Version) => revision >> 16, 'short'),
    MinorRevision: readOnly(({ revision }: Version) => (revision << 16) >> 16, 'short'),
  },
  methods: {
    ToString: [
      overload('', (self: Version) => self.toString()),
      overload('int fieldCount', (self: Version, count: number) => self.toString(count)),
    ],
    CompareTo: [
      overload('System.Version value', (self: Version, other: Version | null) => (other ? self.compareTo(other) : 1)),
    ],
  },
  staticMethods: {
    Parse: [overload('string input', (_self: null, text: string) => Version.parse(text))],
    TryParse: [tryParseForm('System.Version', (text) => Version.parse(text))],
  },
  constructors: [
    overload('', () => new Version()),
    overload('string version', (_type: DotNetType, text: string) => Version.parse(text)),
    ...[2, 3, 4].map((count) =>
      overload(
        versionNumbers
          .slice(0, count)
          .map((name) => `int ${name}`)
          .join(', '),
        (_type: DotNetType, ...numbers: number[]) => new Version(...numbers),
      ),
    ),
  ],
};

const semanticType: DotNetType = {
  name: 'System.Management.Automation.SemanticVersion',
  base: 'System.Object',
  interfaces,
  properties: { ...partsOf('Major Minor Patch'), ...partsOf('PreReleaseLabel BuildLabel', 'string') },
  methods: {
    CompareTo: [
      overload('System.Management.Automation.SemanticVersion value', (self: SemanticVersion, other: SemanticVersion) =>
        self.compareTo(other),
      ),
    ],
  },
  staticMethods: {
    Parse: [overload('string version', (_self: null, text: string) => new SemanticVersion(text))],
    TryParse: [tryParseForm('System.Management.Automation.SemanticVersion', (text) => new SemanticVersion(text))],
    Compare: [
      overload(
        'System.Management.Automation.SemanticVersion versionA, System.Management.Automation.SemanticVersion versionB',
        (_self: null, a: SemanticVersion, b: SemanticVersion) => a.compareTo(b),
      ),
    ],
  },
  constructors: [
    overload('string version', (_type: DotNetType, text: string) => new SemanticVersion(text)),
    ...[1, 2, 3].map((count) =>
      overload(
        ['major', 'minor', 'patch']
          .slice(0, count)
          .map((name) => `int ${name}`)
          .join(', '),
        (_type: DotNetType, ...numbers: number[]) => new SemanticVersion(numbers.join('.')),
      ),
    ),
    overload(
      'int major, int minor, int patch, string label',
      (_type: DotNetType, a: number, b: number, c: number, label: string) =>
        new SemanticVersion(`${a}.${b}.${c}-${label}`),
    ),
    overload(
      'System.Version version',
      (_type: DotNetType, version: Version) =>
        new SemanticVersion(version.toString(Math.min(3, version.toString().split('.').length))),
    ),
  ],
};

const guidType: DotNetType = {
  name: 'System.Guid',
  base: 'System.ValueType',
  valueType: true,
  interfaces,
  defaultValue: () => Guid.empty,
  properties: {
    Variant: readOnly((self: Guid) => Number.parseInt(self.toString('N').charAt(16), 16), 'int'),
    Version: readOnly((self: Guid) => Number.parseInt(self.toString('N').charAt(12), 16), 'int'),
    Guid: readOnly((self: Guid) => self.toString(), 'string'),
  },
  statics: { Empty: readOnly(() => Guid.empty) },
  staticMethods: {
    NewGuid: [overload('', () => new Guid(newGuidText()))],
    Parse: [
      overload('string input', (_self: null, text: string) => Guid.parse(text)),
      overload('string s, provider provider', (_self: null, text: string) => Guid.parse(text)),
    ],
    TryParse: [tryParseForm('System.Guid', (text) => Guid.parse(text), Guid.empty)],
  },
  methods: {
    ToString: [
      overload('', (self: Guid) => self.toString()),
      overload('string format', (self: Guid, format: string) => self.toString(format)),
    ],
    ToByteArray: [overload('', (self: Guid) => byteArray(self.toBytes()))],
    CompareTo: [overload('System.Guid value', (self: Guid, other: Guid) => self.compareTo(other))],
  },
  constructors: [
    overload('string g', (_type: DotNetType, text: string) => new Guid(text)),
    overload('byte[] b', (_type: DotNetType, bytes: unknown) => Guid.fromBytes(bytesOf(bytes))),
  ],
};

const kindOf = (kind: EnumValue): UriKind => kind.text() as UriKind;

/** How an address names its host. */
function hostKind({ host }: Uri): EnumValue {
  const version = isIP(host.replace(/^\[|\]$/g, ''));
  const name = host === '' ? 'Basic' : version === 4 ? 'IPv4' : version === 6 ? 'IPv6' : 'Dns';
  return enumValue('System.UriHostNameType', name);
}

const uriType: DotNetType = {
  name: 'System.Uri',
  base: 'System.Object',
  properties: {
    ...partsOf('AbsolutePath AbsoluteUri LocalPath Authority', 'string'),
    HostNameType: readOnly(hostKind),
    ...partsOf('IsDefaultPort IsFile IsLoopback', 'bool'),
    ...partsOf('PathAndQuery', 'string'),
    Segments: readOnly((self: Uri) => typedArray('System.String', [...self.segments])),
    ...partsOf('IsUnc', 'bool'),
    ...partsOf('Host', 'string'),
    ...partsOf('Port'),
    ...partsOf('Query Fragment Scheme OriginalString DnsSafeHost', 'string'),
    IdnHost: readOnly((self: Uri) => self.host, 'string'),
    ...partsOf('IsAbsoluteUri', 'bool'),
    UserEscaped: readOnly(() => false, 'bool'),
    ...partsOf('UserInfo', 'string'),
  },
  methods: { ToString: [overload('', (self: Uri) => self.toString())] },
  statics: {
    UriSchemeHttp: readOnly(() => 'http'),
    UriSchemeHttps: readOnly(() => 'https'),
    UriSchemeFile: readOnly(() => 'file'),
    SchemeDelimiter: readOnly(() => '://'),
  },
  staticMethods: {
    EscapeDataString: [overload('string stringToEscape', (_self: null, text: string) => escapeData(text))],
    EscapeUriString: [overload('string stringToEscape', (_self: null, text: string) => encodeURI(text))],
    UnescapeDataString: [overload('string stringToUnescape', (_self: null, text: string) => unescapeData(text))],
    IsWellFormedUriString: [
      overload('string uriString, System.UriKind uriKind', (_self: null, text: string, kind: EnumValue) =>
        Uri.isWellFormed(text, kindOf(kind)),
      ),
    ],
    TryCreate: [
      overload(
        'string uriString, System.UriKind uriKind, ref System.Uri result',
        (_self: null, text: string, kind: EnumValue, result: Reference) => {
          const made = Uri.tryCreate(text, kindOf(kind));
          result.write(made ?? null);
          return made !== undefined;
        },
      ),
    ],
    CheckSchemeName: [overload('string schemeName', (_self: null, name: string) => /^[a-z][a-z\d+.-]*$/i.test(name))],
  },
  constructors: [
    overload('string uriString', (_type: DotNetType, text: string) => new Uri(text, 'Absolute')),
    overload(
      'string uriString, System.UriKind uriKind',
      (_type: DotNetType, text: string, kind: EnumValue) => new Uri(text, kindOf(kind)),
    ),
    overload('System.Uri baseUri, string relativeUri', (_type: DotNetType, base: Uri, relative: string) =>
      Uri.join(base, relative),
    ),
    overload('System.Uri baseUri, System.Uri relativeUri', (_type: DotNetType, base: Uri, relative: Uri) =>
      Uri.join(base, relative.originalString),
    ),
  ],
};

const mailType: DotNetType = {
  name: 'System.Net.Mail.MailAddress',
  base: 'System.Object',
  properties: partsOf('DisplayName User Host Address', 'string'),
  staticMethods: {
    TryCreate: [
      overload(
        'string address, ref System.Net.Mail.MailAddress result',
        (_self: null, text: string, result: Reference) => {
          const value = tryParse(() => new MailAddress(text));
          result.write(value ?? null);
          return value !== undefined;
        },
      ),
    ],
  },
  constructors: [
    overload('string address', (_type: DotNetType, text: string) => new MailAddress(text)),
    overload(
      'string address, string displayName',
      (_type: DotNetType, text: string, name: string) => new MailAddress(text, name),
    ),
  ],
};

const made = (pattern: string, options?: EnumValue): WildcardPattern =>
  new WildcardPattern(pattern, { caseSensitive: !(options?.text() ?? '').includes('IgnoreCase') });

const wildcardType: DotNetType = {
  name: 'System.Management.Automation.WildcardPattern',
  base: 'System.Object',
  methods: {
    IsMatch: [overload('string input', (self: WildcardPattern, text: string) => self.isMatch(text ?? ''))],
  },
  staticMethods: {
    Get: [
      overload(
        'string pattern, System.Management.Automation.WildcardOptions options',
        (_self: null, pattern: string, options: EnumValue) => made(pattern, options),
      ),
    ],
    ContainsWildcardCharacters: [overload('string pattern', (_self: null, text: string) => containsWildcards(text))],
    Escape: [overload('string pattern', (_self: null, text: string) => escapeWildcards(text))],
    Unescape: [overload('string pattern', (_self: null, text: string) => unescapeWildcards(text))],
  },
  constructors: [
    overload('string pattern', (_type: DotNetType, pattern: string) => made(pattern)),
    overload(
      'string pattern, System.Management.Automation.WildcardOptions options',
      (_type: DotNetType, pattern: string, options: EnumValue) => made(pattern, options),
    ),
  ],
};

/** Versions, Guids, addresses and patterns: values that are read from one text. */
export const valueTypes: readonly DotNetType[] = [versionType, semanticType, guidType, uriType, mailType, wildcardType];
