import { type DavValue, dataTypeOf, textOf } from './dav-value.ts';
import { type DavName, namespaces } from './names.ts';

/** What is told of one resource. */
export interface DavResponse {
  readonly href: string;
  /** For a resource as a whole, where nothing of it is told. */
  readonly status?: string;
  /** Ids of the subscriptions that it is about. */
  readonly subscriptions?: readonly string[];
  /** Properties with their values; those without one are told as not found. */
  readonly properties?: readonly (readonly [DavName, DavValue | undefined])[];
  /** How setting properties went, by status. */
  readonly outcomes?: readonly (readonly [status: string, names: readonly DavName[]])[];
}

export const ok = 'HTTP/1.1 200 OK';
const notFound = 'HTTP/1.1 404 Resource Not Found';

/** The body of an answer with status 207. RFC 2518 12.9 */
export function writeMultistatus(responses: readonly DavResponse[], contentRange?: string): string {
  const prefixes = new Map([
    [namespaces.dav as string, 'a'],
    [namespaces.dataType as string, 'b'],
    [namespaces.xml as string, 'c'],
  ]);
  const bodies = responses.map((response) => writeResponse(response, prefixes)).join('');
  const declared = [...prefixes].map(([namespace, prefix]) => ` xmlns:${prefix}="${escapeXml(namespace)}"`).join('');
  const range = contentRange === undefined ? '' : `<a:contentrange>${contentRange}</a:contentrange>`;
  return `<?xml version="1.0"?><a:multistatus${declared}>${range}${bodies}</a:multistatus>`;
}

type Prefixes = Map<string, string>;

function writeResponse(response: DavResponse, prefixes: Prefixes): string {
  const { href, status, subscriptions, properties = [], outcomes = [] } = response;
  const found = properties.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const missing = properties.filter(([, value]) => value === undefined);
  const groups = [
    writePropstat(
      ok,
      found.map(([name, value]) => writeProperty(name, value, prefixes)),
    ),
    writePropstat(
      notFound,
      missing.map(([name]) => `<${elementOf(name, prefixes)}/>`),
    ),
    ...outcomes.map(([told, names]) =>
      writePropstat(
        told,
        names.map((name) => `<${elementOf(name, prefixes)}/>`),
      ),
    ),
  ];
  const whole = status === undefined ? '' : `<a:status>${status}</a:status>`;
  const about = subscriptions === undefined ? '' : writeSubscriptions(subscriptions, prefixes);
  return `<a:response><a:href>${escapeXml(href)}</a:href>${whole}${about}${groups.join('')}</a:response>`;
}

function writeSubscriptions(ids: readonly string[], prefixes: Prefixes): string {
  const element = elementOf({ namespace: namespaces.exchange, name: 'subscriptionID' }, prefixes);
  return `<${element}>${ids.map((id) => `<li>${escapeXml(id)}</li>`).join('')}</${element}>`;
}

const writePropstat = (status: string, properties: readonly string[]): string =>
  properties.length === 0
    ? ''
    : `<a:propstat><a:status>${status}</a:status><a:prop>${properties.join('')}</a:prop></a:propstat>`;

function writeProperty(name: DavName, value: DavValue, prefixes: Prefixes): string {
  const element = elementOf(name, prefixes);
  if (typeof value === 'object' && 'xml' in value) return `<${element}>${value.xml}</${element}>`;
  const type = dataTypeOf(value);
  const attribute = type === undefined ? '' : ` b:dt="${type}"`;
  const content = Array.isArray(value)
    ? value.map((one: string) => `<c:v>${escapeXml(one)}</c:v>`).join('')
    : escapeXml(textOf(value as Exclude<DavValue, readonly string[] | { xml: string }>));
  return `<${element}${attribute}>${content}</${element}>`;
}

/** A name with its prefix; names of XML begin with no digit, so those of properties that do get an x as Exchange writes it. */
function elementOf({ namespace, name }: DavName, prefixes: Prefixes): string {
  const element = /^\d/.test(name) ? `_x003${name[0]}_${name.slice(1)}` : name;
  // What is in no namespace, as an alias of a query, has no prefix.
  if (namespace === '') return element;
  const prefix = prefixes.get(namespace) ?? letters(prefixes.size);
  prefixes.set(namespace, prefix);
  return `${prefix}:${element}`;
}

/** Prefixes are letters alone, as Exchange's are: DavMail takes a digit in one for a tag that it has to mend. */
const letters = (number: number): string =>
  number < 26 ? String.fromCharCode(97 + number) : letters(Math.floor(number / 26) - 1) + letters(number % 26);

export const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // What XML 1.0 cannot hold.
    .replaceAll(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/gu, (character) =>
      (character.codePointAt(0) ?? 0) > 0xffff ? character : '\ufffd',
    );
