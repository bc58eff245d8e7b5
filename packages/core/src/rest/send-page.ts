import { gunzipSync } from 'node:zlib';
import { request, type Dispatcher } from 'undici';
import { isSdkError, type Clock } from '@cutover/base';
import { coreEvents } from '../events.ts';
import { restLimits } from './limits.ts';
import { isPassing } from './read-failure.ts';
import type { RestAnswer } from './rest-answer.ts';
import { restErrors } from './rest-errors.ts';
import type { TokenRequest } from './rest-options.ts';

/** One page's request; the token and the request's id are added to its headers each time it is sent. */
export interface PageRequest {
  readonly url: URL;
  /** Host that the token belongs to; it is sent to this one and to those below it. */
  readonly home: URL;
  readonly headers: () => Readonly<Record<string, string>>;
  readonly body: string;
  readonly token: (request: TokenRequest) => string | Promise<string>;
  /** Whether the call can be made again when nobody knows how far the first one came. */
  readonly repeatable: boolean;
  readonly dispatcher: Dispatcher;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
}

/** Sends a page until it is answered for good: waits while the service throttles, and repeats only what is safe. */
export async function sendPage(page: PageRequest): Promise<RestAnswer> {
  for (let attempt = 1; ; attempt++) {
    const answer = await tryOnce(page);
    const last = attempt === restLimits.attempts;
    if ('failure' in answer) {
      if (last || !page.repeatable) throw answer.failure;
      await page.clock.sleep(attempt * restLimits.pauseMilliseconds, { signal: page.signal });
      continue;
    }
    const status = effectiveStatus(answer);
    const requestId = answer.headers.get('request-id');
    coreEvents.answered.publish({ url: page.url.href, status, attempt, requestId });
    if (!isPassing(status) || last || (status !== 429 && !page.repeatable)) return { ...answer, status };
    const pause = pauseOf(answer, attempt);
    if (pause > restLimits.longestPauseMilliseconds) return { ...answer, status };
    await page.clock.sleep(pause, { signal: page.signal });
  }
}

/** A call that was throttled says so in words at times. */
function effectiveStatus({ status, text }: RestAnswer): number {
  return status >= 400 && /maximum number of concurrent requests/i.test(text) ? 429 : status;
}

function pauseOf({ headers }: RestAnswer, attempt: number): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : attempt * restLimits.pauseMilliseconds;
}

async function tryOnce(page: PageRequest): Promise<RestAnswer | { failure: Error }> {
  try {
    const answer = await follow(page, {});
    const claims = answer.status === 401 ? claimsOf(answer.headers.get('www-authenticate')) : undefined;
    return claims === undefined ? answer : await follow(page, { claims });
  } catch (error) {
    page.signal?.throwIfAborted();
    if (isSdkError(error)) throw error;
    return { failure: restErrors.unreachable({ host: page.url.host }, { cause: error }) };
  }
}

/** The claims of a continuous access evaluation challenge, as text. */
function claimsOf(challenge: string | undefined): string | undefined {
  const [, encoded] = /claims="([^"]+)"/.exec(challenge ?? '') ?? [];
  return encoded === undefined ? undefined : Buffer.from(encoded, 'base64').toString('utf8');
}

/** Sends to wherever the service's region is; the token goes to hosts of the service alone. */
async function follow(page: PageRequest, { claims }: { claims?: string }): Promise<RestAnswer> {
  let { url } = page;
  for (let hops = 0; hops <= restLimits.redirects; hops++) {
    const answer = await send(page, url, claims);
    const location = [302, 307, 308].includes(answer.status) ? answer.headers.get('location') : undefined;
    if (location === undefined) return answer;
    url = trustedUrl(new URL(location, url), page.home);
  }
  throw restErrors.tooManyRedirects({ url: url.href });
}

/** The URL itself when its host belongs to the service; port 446 of a redirect is the service's own affair. */
export function trustedUrl(url: URL, home: URL): URL {
  const isOurs = url.hostname === home.hostname || url.hostname.endsWith(`.${home.hostname}`);
  if (!isOurs || url.protocol !== home.protocol) {
    throw restErrors.foreignHost({ host: url.host, home: home.host });
  }
  const trusted = new URL(url);
  if (trusted.port === '446') trusted.port = '';
  return trusted;
}

async function send(page: PageRequest, url: URL, claims: string | undefined): Promise<RestAnswer> {
  const token = await page.token({ signal: page.signal, ...(claims !== undefined && { claims }) });
  const { statusCode, headers, body } = await request(url, {
    method: 'POST',
    dispatcher: page.dispatcher,
    headers: { ...page.headers(), authorization: `Bearer ${token}` },
    body: page.body,
    headersTimeout: restLimits.answerMilliseconds,
    bodyTimeout: restLimits.answerMilliseconds,
    ...(page.signal && { signal: page.signal }),
  });
  const received = new Map(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  const text = await readText(body, received.get('content-encoding'));
  return { status: statusCode, headers: received, text, body: parseJson(text) };
}

async function readText(body: AsyncIterable<Buffer>, encoding: string | undefined): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > restLimits.bodyBytes) throw restErrors.answerTooLarge({ bytes: restLimits.bodyBytes });
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  const plain = encoding === 'gzip' ? gunzipSync(bytes, { maxOutputLength: restLimits.bodyBytes }) : bytes;
  return plain.toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
