import { type Dictionary, Hashtable } from '../../runtime/values/dictionary.ts';
import { toText } from '../../runtime/values/to-text.ts';

/** A cookie. Source: System.Net.Cookie. */
export class Cookie {
  readonly typeName = 'System.Net.Cookie';
  name: string;
  value: string;
  path: string;
  domain: string;
  secure = false;
  httpOnly = false;
  /** In ms since 1970. */
  expires: number | undefined;

  constructor(name: string, value = '', path = '', domain = '') {
    this.name = name;
    this.value = value;
    this.path = path;
    this.domain = domain;
  }

  text(): string {
    return `${this.name}=${this.value}`;
  }

  /** Whether it goes with a request. Source: RFC 6265, 5.1.3 and 5.1.4. */
  goesTo({ hostname, pathname, protocol }: URL): boolean {
    if (this.secure && protocol !== 'https:') return false;
    const domain = this.domain.toLowerCase();
    const isThere = domain.startsWith('.') ? `.${hostname}`.endsWith(domain) : hostname === domain;
    const path = this.path === '' ? '/' : this.path;
    return isThere && (pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`));
  }
}

/** Cookies by where they go. Source: System.Net.CookieContainer. */
export class CookieJar {
  readonly typeName = 'System.Net.CookieContainer';
  #cookies: Cookie[] = [];

  get all(): readonly Cookie[] {
    return this.#cookies;
  }

  add(cookie: Cookie): void {
    const isSame = ({ name, domain, path }: Cookie): boolean =>
      name === cookie.name && domain === cookie.domain && path === cookie.path;
    this.#cookies = [...this.#cookies.filter((each) => !isSame(each)), cookie];
  }

  /** Keeps what a `Set-Cookie` head says; what has expired goes. */
  take(header: string, url: URL, now: number): void {
    const [pair = '', ...attributes] = header.split(';').map((part) => part.trim());
    const split = pair.indexOf('=');
    if (split <= 0) return;
    const cookie = new Cookie(pair.slice(0, split), pair.slice(split + 1), folderOf(url.pathname), url.hostname);
    const isTaken = attributes.map((attribute) => describe(cookie, attribute, { url, now })).every(Boolean);
    if (isTaken) this.add(cookie);
    this.#cookies = this.#cookies.filter(({ expires = Infinity }) => expires > now);
  }

  for(url: URL): readonly Cookie[] {
    return this.#cookies.filter((cookie) => cookie.goesTo(url));
  }
}

const folderOf = (path: string): string => path.slice(0, Math.max(1, path.lastIndexOf('/')));

interface Received {
  readonly url: URL;
  readonly now: number;
}

/** False where the cookie is for another server. */
function describe(cookie: Cookie, attribute: string, { url, now }: Received): boolean {
  const [name = '', value = ''] = attribute.split(/=(.*)/s);
  const key = name.toLowerCase();
  if (key === 'secure') cookie.secure = true;
  if (key === 'httponly') cookie.httpOnly = true;
  if (key === 'path' && value.startsWith('/')) cookie.path = value;
  const domain = value.replace(/^\./, '').toLowerCase();
  const isOwn = url.hostname === domain || url.hostname.endsWith(`.${domain}`);
  if (key === 'expires' && cookie.expires === undefined) cookie.expires = Date.parse(value) || undefined;
  if (key === 'max-age') cookie.expires = now + Number(value) * 1000;
  if (key !== 'domain' || domain === '') return true;
  if (isOwn && domain !== url.hostname) cookie.domain = `.${domain}`;
  return isOwn;
}

/** What requests share that follow each other. Source: Microsoft.PowerShell.Commands.WebRequestSession. */
export class WebSession {
  readonly typeName = 'Microsoft.PowerShell.Commands.WebRequestSession';
  headers: Dictionary = new Hashtable();
  cookies = new CookieJar();
  userAgent: string | undefined;
  maximumRedirection = -1;

  headerTexts(): readonly (readonly [string, string])[] {
    return Array.from(this.headers.pairs(), ([name, value]) => [toText(name), toText(value)]);
  }
}
