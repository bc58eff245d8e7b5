import { DateTime } from '../../dotnet/index.ts';
import { netError } from '../../runtime/errors/script-error.ts';
import type { Dictionary } from '../../runtime/values/dictionary.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { EnumValue } from '../../runtime/values/enum-value.ts';
import { type DotNetType, overload, readOnly, settable } from '../../runtime/types/define-type.ts';
import { enumType } from '../../runtime/types/enum-type.ts';
import { Cookie, CookieJar, WebSession } from './web-session.ts';

const statusNames: Readonly<Record<string, number>> = {
  OK: 200,
  Created: 201,
  Accepted: 202,
  NoContent: 204,
  PartialContent: 206,
  Ambiguous: 300,
  MovedPermanently: 301,
  Found: 302,
  SeeOther: 303,
  NotModified: 304,
  TemporaryRedirect: 307,
  PermanentRedirect: 308,
  BadRequest: 400,
  Unauthorized: 401,
  PaymentRequired: 402,
  Forbidden: 403,
  NotFound: 404,
  MethodNotAllowed: 405,
  NotAcceptable: 406,
  ProxyAuthenticationRequired: 407,
  RequestTimeout: 408,
  Conflict: 409,
  Gone: 410,
  LengthRequired: 411,
  PreconditionFailed: 412,
  RequestEntityTooLarge: 413,
  RequestUriTooLong: 414,
  UnsupportedMediaType: 415,
  RequestedRangeNotSatisfiable: 416,
  UnprocessableEntity: 422,
  Locked: 423,
  UpgradeRequired: 426,
  TooManyRequests: 429,
  InternalServerError: 500,
  NotImplemented: 501,
  BadGateway: 502,
  ServiceUnavailable: 503,
  GatewayTimeout: 504,
  HttpVersionNotSupported: 505,
};

const statusType = enumType('System.Net.HttpStatusCode', statusNames);

export const statusCode = (status: number): EnumValue => new EnumValue(statusType, status);

const name = 'string name, string value';

const cookieType: DotNetType = {
  name: 'System.Net.Cookie',
  base: 'System.Object',
  constructors: ['', name, `${name}, string path`, `${name}, string path, string domain`].map((signature) =>
    overload(signature, (_type: DotNetType, own = '', ...rest: string[]) => new Cookie(own, ...rest)),
  ),
  properties: {
    Name: settable(
      ({ name: own }: Cookie) => own,
      (self: Cookie, text: string) => void (self.name = text),
      'string',
    ),
    Value: settable(
      ({ value }: Cookie) => value,
      (self: Cookie, text: string) => void (self.value = text),
      'string',
    ),
    Path: settable(
      ({ path }: Cookie) => path,
      (self: Cookie, text: string) => void (self.path = text),
      'string',
    ),
    Domain: settable(
      ({ domain }: Cookie) => domain,
      (self: Cookie, text: string) => void (self.domain = text),
      'string',
    ),
    Secure: settable(
      ({ secure }: Cookie) => secure,
      (self: Cookie, is: boolean) => void (self.secure = is),
      'bool',
    ),
    HttpOnly: settable(
      ({ httpOnly }: Cookie) => httpOnly,
      (self: Cookie, is: boolean) => void (self.httpOnly = is),
      'bool',
    ),
    Expires: readOnly(({ expires }: Cookie) =>
      expires === undefined ? DateTime.minValue : DateTime.fromUnixMilliseconds(expires),
    ),
  },
  methods: { ToString: [overload('', (self: Cookie) => self.text())] },
};

function absolute(uri: unknown): URL {
  const text = toText(uri);
  if (URL.canParse(text)) return new URL(text);
  throw netError('System.InvalidOperationException', 'This operation is not supported for a relative URI.');
}

const jarType: DotNetType = {
  name: 'System.Net.CookieContainer',
  base: 'System.Object',
  constructors: [overload('', () => new CookieJar())],
  properties: { Count: readOnly(({ all }: CookieJar) => all.length, 'int') },
  methods: {
    Add: [
      overload('System.Net.Cookie cookie', (self: CookieJar, cookie: Cookie) => self.add(cookie)),
      overload('uri uri, System.Net.Cookie cookie', (self: CookieJar, uri: unknown, cookie: Cookie) => {
        if (cookie.domain === '') cookie.domain = absolute(uri).hostname;
        self.add(cookie);
      }),
    ],
    GetCookies: [overload('uri uri', (self: CookieJar, uri: unknown) => [...self.for(absolute(uri))])],
    GetAllCookies: [overload('', (self: CookieJar) => [...self.all])],
  },
};

const sessionType: DotNetType = {
  name: 'Microsoft.PowerShell.Commands.WebRequestSession',
  base: 'System.Object',
  constructors: [overload('', () => new WebSession())],
  properties: {
    Headers: settable(
      ({ headers }: WebSession) => headers,
      (self: WebSession, headers: Dictionary) => void (self.headers = headers),
      'System.Collections.IDictionary',
    ),
    Cookies: settable(
      ({ cookies }: WebSession) => cookies,
      (self: WebSession, jar: CookieJar) => void (self.cookies = jar),
      'System.Net.CookieContainer',
    ),
    UserAgent: settable(
      ({ userAgent }: WebSession) => userAgent ?? null,
      (self: WebSession, agent: string) => void (self.userAgent = agent),
      'string',
    ),
    MaximumRedirection: settable(
      ({ maximumRedirection }: WebSession) => maximumRedirection,
      (self: WebSession, most: number) => void (self.maximumRedirection = most),
      'int',
    ),
  },
};

export const webTypes: readonly DotNetType[] = [
  cookieType,
  jarType,
  sessionType,
  statusType,
  enumType(
    'Microsoft.PowerShell.Commands.WebRequestMethod',
    'Default Get Head Post Put Delete Trace Options Merge Patch',
  ),
  enumType('Microsoft.PowerShell.Commands.WebAuthenticationType', 'None Basic Bearer OAuth'),
  enumType(
    'Microsoft.PowerShell.Commands.WebSslProtocol',
    { Default: 0, Tls: 192, Tls11: 768, Tls12: 3072, Tls13: 12288 },
    { flags: true },
  ),
];
