import { netError } from '../errors/script-error.ts';
import { Uri } from '../../dotnet/index.ts';
import { type DotNetType, overload, type Property, readOnly, settable } from './define-type.ts';

/** System.UriBuilder: the parts of an address, each to be set. */
class UriBuilder {
  readonly typeName = 'System.UriBuilder';
  readonly url: URL;

  constructor(text = 'http://localhost/') {
    if (!URL.canParse(text))
      throw netError('System.UriFormatException', 'Invalid URI: The hostname could not be parsed.');
    this.url = new URL(text);
  }

  text(): string {
    return this.url.href;
  }
}

type Part = 'hostname' | 'pathname' | 'username' | 'password' | 'search' | 'hash';

const part = (name: Part): Property =>
  settable(
    ({ url }: UriBuilder) => url[name],
    ({ url }: UriBuilder, value: string) => void (url[name] = value),
    'string',
  );

/** A scheme that the class of JavaScript does not change for another is put into the text. */
function setScheme(self: UriBuilder, scheme: string): void {
  if (!/^[a-z][a-z0-9+.-]*$/i.test(scheme))
    throw netError('System.ArgumentException', "Invalid URI: The URI scheme is not valid. (Parameter 'value')");
  self.url.href = self.url.href.replace(/^[^:]+:/, `${scheme}:`);
}

export const uriBuilderType: DotNetType = {
  name: 'System.UriBuilder',
  base: 'System.Object',
  properties: {
    Scheme: settable(({ url }: UriBuilder) => url.protocol.slice(0, -1), setScheme, 'string'),
    Host: part('hostname'),
    Port: settable(
      ({ url }: UriBuilder) => (url.port === '' ? -1 : Number(url.port)),
      ({ url }: UriBuilder, port: number) => void (url.port = port < 0 ? '' : String(port)),
      'int',
    ),
    Path: part('pathname'),
    Query: part('search'),
    Fragment: part('hash'),
    UserName: part('username'),
    Password: part('password'),
    Uri: readOnly(({ url }: UriBuilder) => new Uri(url.href, 'Absolute')),
  },
  constructors: [
    overload('', () => new UriBuilder()),
    overload(
      'string uri',
      (_type: DotNetType, text: string) => new UriBuilder(/:\/\//.test(text) ? text : `http://${text}`),
    ),
    overload('System.Uri uri', (_type: DotNetType, uri: Uri) => new UriBuilder(uri.absoluteUri)),
  ],
};
