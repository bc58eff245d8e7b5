import { DotnetError } from '../dotnet-error.ts';

export type UriKind = 'Absolute' | 'Relative' | 'RelativeOrAbsolute';

const defaultPorts: Readonly<Record<string, number>> = {
  http: 80,
  https: 443,
  ftp: 21,
  ws: 80,
  wss: 443,
  ldap: 389,
  ssh: 22,
};

const schemePattern = /^([a-z][a-z\d+.-]*):/i;

const uriError = (message: string) => new DotnetError('UriFormatException', message);

/** System.Uri: an absolute address with its parts, or a relative one that is a text alone. */
export class Uri {
  readonly originalString: string;
  private readonly url: URL | undefined;

  constructor(text: string, kind: UriKind = 'RelativeOrAbsolute') {
    this.originalString = text;
    this.url = kind === 'Relative' ? undefined : absolute(text);
    if (this.url === undefined && kind === 'Absolute') {
      throw uriError(
        text === '' ? 'Invalid URI: The URI is empty.' : 'Invalid URI: The format of the URI could not be determined.',
      );
    }
  }

  /** A relative address seen from an absolute one. */
  static join(base: Uri, relative: string): Uri {
    return new Uri(new URL(relative, base.absolute).href, 'Absolute');
  }

  static tryCreate(text: string, kind: UriKind): Uri | undefined {
    try {
      return new Uri(text, kind);
    } catch {
      return undefined;
    }
  }

  /** Whether nothing in the text would have to be escaped. */
  static isWellFormed(text: string, kind: UriKind): boolean {
    const uri = Uri.tryCreate(text, kind);
    return uri !== undefined && !/[\s<>"{}|\\^`]|%(?![\da-f]{2})/i.test(text);
  }

  private get absolute(): URL {
    if (this.url !== undefined) return this.url;
    throw new DotnetError('InvalidOperationException', 'This operation is not supported for a relative URI.');
  }

  get isAbsoluteUri(): boolean {
    return this.url !== undefined;
  }

  get scheme(): string {
    return this.absolute.protocol.slice(0, -1);
  }

  get host(): string {
    return this.absolute.hostname;
  }

  /** -1 where neither the text nor the scheme names one. */
  get port(): number {
    return this.absolute.port === '' ? (defaultPorts[this.scheme] ?? -1) : Number(this.absolute.port);
  }

  get isDefaultPort(): boolean {
    return this.port === (defaultPorts[this.scheme] ?? -1);
  }

  get authority(): string {
    return this.isDefaultPort ? this.host : `${this.host}:${this.port}`;
  }

  get userInfo(): string {
    const { username, password } = this.absolute;
    return password === '' ? username : `${username}:${password}`;
  }

  get absolutePath(): string {
    return this.absolute.pathname;
  }

  get localPath(): string {
    return unescapeData(this.absolutePath);
  }

  get query(): string {
    return this.absolute.search;
  }

  get fragment(): string {
    return this.absolute.hash;
  }

  get pathAndQuery(): string {
    return this.absolutePath + this.query;
  }

  get absoluteUri(): string {
    return this.absolute.href;
  }

  get segments(): readonly string[] {
    return this.absolutePath.match(/[^/]*\/|[^/]+$/g) ?? [];
  }

  get isFile(): boolean {
    return this.scheme === 'file';
  }

  get isUnc(): boolean {
    return this.isFile && this.host !== '';
  }

  get isLoopback(): boolean {
    return ['localhost', '127.0.0.1', '[::1]', ''].includes(this.host);
  }

  get dnsSafeHost(): string {
    return this.host.replace(/^\[|\]$/g, '');
  }

  toString(): string {
    return this.url === undefined ? this.originalString : unescapeReadable(this.url.href);
  }
}

function absolute(text: string): URL | undefined {
  const trimmed = text.trim();
  const path = trimmed.startsWith('/') && !trimmed.startsWith('//') ? `file://${trimmed}` : trimmed;
  if (!schemePattern.test(path)) return undefined;
  if (/^(?:https?|ftp|wss?):(?!\/\/)/i.test(path)) return undefined;
  if (/^(?:https?|ftp|wss?):\/\/(?:[/?#]|$)/i.test(path))
    throw uriError('Invalid URI: The hostname could not be parsed.');
  try {
    return new URL(path);
  } catch {
    throw uriError(
      /:\d*[^\d/?#\]]/.test(path.replace(schemePattern, ''))
        ? 'Invalid URI: Invalid port specified.'
        : 'Invalid URI: The hostname could not be parsed.',
    );
  }
}

/** `ToString` shows what is safe to read as it is, spaces included. */
const unescapeReadable = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    const shown = unescapeData(escapes);
    return /[%#?&=/\\:;,@+\p{C}]/u.test(shown) ? escapes : shown;
  });

/** `Uri.EscapeDataString`. */
export const escapeData = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** `Uri.UnescapeDataString`; an escape that is no UTF-8 stays. */
export const unescapeData = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
