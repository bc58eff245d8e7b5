import type { HttpCall, HttpConnection, HttpEvent, Network } from '../../host/network.ts';
import { fileOpening, inOperation } from '../../providers/file-system/file-record.ts';
import { numberOf, type Parameters, switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import type { ErrorRecord } from '../../runtime/values/error-record.ts';
import { Credential } from '../../runtime/values/credential.ts';
import { Dictionary } from '../../runtime/values/dictionary.ts';
import { currentTime } from '../../runtime/values/running-session.ts';
import { SecureString } from '../../runtime/values/secure-string.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { drivesFor } from '../files/item-paths.ts';
import { sleep } from '../time/sleep.ts';
import { knownFailures } from './known-failures.ts';
import { headerOf, type WebResponse } from './web-answer.ts';
import { bodyOf, isQuery } from './web-body.ts';
import { responseError, webRecord } from './web-errors.ts';
import { nextCall } from './web-redirect.ts';
import { WebSession } from './web-session.ts';

type Headers = HttpCall['headers'];

export function networkOf({ session, throwTerminating }: CommandContext): Network {
  return session.capabilities.network ?? throwTerminating(webRecord('NoNetwork'));
}

/** The session of `-WebSession`, or a new one, which `-SessionVariable` keeps. */
export function webSessionOf({ parameters, session }: CommandContext): WebSession {
  const { WebSession: given } = parameters;
  if (given instanceof WebSession) return given;
  const made = new WebSession();
  const variable = textOf(parameters, 'SessionVariable');
  if (variable !== undefined) {
    session.scope.setLocal(variable, made);
    if (parameters['Headers'] instanceof Dictionary) made.headers = parameters['Headers'];
    made.userAgent = textOf(parameters, 'UserAgent');
  }
  return made;
}

/** Sends the request of a command's parameters, or one to another page, again where it may, and gives the answer that counts. */
export function sendRequest(context: CommandContext, shared: WebSession, page?: string): WebResponse {
  const { parameters } = context;
  const call = callOf(context, shared, page);
  const retries = numberOf(parameters, 'MaximumRetryCount') ?? 0;
  let response = follow(context, call, shared);
  for (let left = retries; left > 0 && response.status >= 400; left--) {
    sleep(context.session, (numberOf(parameters, 'RetryIntervalSec') ?? 5) * 1000);
    response = follow(context, call, shared);
  }
  if (response.status >= 300 && !switchOf(parameters, 'SkipHttpErrorCheck')) {
    context.throwTerminating(responseError(response));
  }
  return response;
}

/** Sends a request, and those that answers of 3xx ask for. */
function follow(context: CommandContext, call: HttpCall, shared: WebSession): WebResponse {
  const { parameters } = context;
  const own = numberOf(parameters, 'MaximumRedirection') ?? shared.maximumRedirection;
  let left = own < 0 ? 50 : own;
  let current = call;
  for (;;) {
    const response = exchange(context, withCookies(current, shared));
    const url = new URL(current.url);
    for (const [name, value] of response.headers) {
      if (name.toLowerCase() === 'set-cookie') shared.cookies.take(value, url, currentTime());
    }
    const next = left-- > 0 ? nextCall(context, current, response) : undefined;
    if (!next) return response;
    current = next;
  }
}

function withCookies(call: HttpCall, { cookies }: WebSession): HttpCall {
  const sent = cookies.for(new URL(call.url));
  if (sent.length === 0) return call;
  return { ...call, headers: [...call.headers, ['Cookie', sent.map((cookie) => cookie.text()).join('; ')]] };
}

function exchange(context: CommandContext, call: HttpCall): WebResponse {
  let head: (HttpEvent & { kind: 'head' }) | undefined;
  const parts: Uint8Array[] = [];
  context.writeVerbose(`Requested HTTP/1.1 ${call.method} with ${call.body?.length ?? 0}-byte payload`);
  try {
    for (const event of networkOf(context).request(call)) {
      if (event.kind === 'head') head = event;
      else parts.push(event.bytes);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return context.throwTerminating(failureOf(error, call));
  }
  const body = Buffer.concat(parts);
  context.writeVerbose(`Received HTTP/1.1 response of content type ${headerOf(head!, 'content-type') || 'unknown'}`);
  return { ...head!, body };
}

const certificateFailures = /self-signed|unable to (?:get local issuer|verify)|certificate|altnames/i;

/** The exception says `Connection refused (localhost:80)`; people read its cause, as in the original. */
function failureOf(error: Error, { url, timeout }: HttpCall): ErrorRecord {
  if (error.name === 'TimeoutError') return webRecord('TimedOut', [String((timeout ?? 0) / 1000)], url);
  if (certificateFailures.test(error.message)) return webRecord('CertificateRefused', [], url);
  const { hostname, port, protocol } = new URL(url);
  const place = `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
  const code = 'code' in error ? String(error.code) : '';
  const known = Object.keys(knownFailures).find((each) => code === each || error.message.includes(each));
  if (known === undefined) return webRecord('RequestFailed', [error.message], url);
  const record = webRecord('RequestFailed', [`${knownFailures[known]} (${place})`], url);
  record.details = knownFailures[known]!;
  return record;
}

function callOf(context: CommandContext, shared: WebSession, page: string | undefined): HttpCall {
  const { parameters } = context;
  const method = page === undefined ? (textOf(parameters, 'CustomMethod') ?? methodOf(parameters)) : 'GET';
  const body = page === undefined ? bodyOf(context, method) : undefined;
  const url = page ?? urlOf(context, method);
  const seconds = numberOf(parameters, 'ConnectionTimeoutSeconds') ?? 0;
  const readSeconds = numberOf(parameters, 'OperationTimeoutSeconds') ?? 0;
  return {
    method,
    url,
    headers: headersOf(context, { url, shared, bodyType: body?.contentType }),
    body: body?.bytes,
    timeout: seconds > 0 ? seconds * 1000 : undefined,
    readTimeout: readSeconds > 0 ? readSeconds * 1000 : undefined,
    connection: connectionOf(parameters),
  };
}

const tlsVersions = ['Tls', 'Tls11', 'Tls12', 'Tls13'];
const tlsNames = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'];

function connectionOf(parameters: Parameters): HttpConnection {
  const proxy = textOf(parameters, 'Proxy');
  const { ProxyCredential: asker } = parameters;
  const chosen = (textOf(parameters, 'SslProtocol') ?? '').split(', ').map((name) => tlsVersions.indexOf(name));
  const spoken = chosen.filter((index) => index >= 0).toSorted((a, b) => a - b);
  return {
    unverified: switchOf(parameters, 'SkipCertificateCheck'),
    socket: textOf(parameters, 'UnixSocket'),
    tls: spoken.length === 0 ? undefined : [tlsNames[spoken[0]!]!, tlsNames[spoken.at(-1)!]!],
    proxy:
      proxy === undefined
        ? switchOf(parameters, 'NoProxy')
          ? 'none'
          : undefined
        : { url: proxy, authorization: asker instanceof Credential ? basic(asker) : undefined },
  };
}

function methodOf(parameters: Parameters): string {
  const method = textOf(parameters, 'Method')?.toUpperCase() ?? 'DEFAULT';
  return method === 'DEFAULT' ? 'GET' : method;
}

/** `http://` where no scheme is given; a dictionary as the body of GET is the query. */
function urlOf({ parameters, throwTerminating }: CommandContext, method: string): string {
  const given = textOf(parameters, 'Uri') ?? '';
  const url = new URL(/^[a-z][\w+.-]*:\/\//i.test(given) ? given : `http://${given}`);
  const scheme = url.protocol.slice(0, -1);
  if (!/^https?$/.test(scheme)) throwTerminating(webRecord('SchemeNotSupported', [scheme]));
  const { Body: body } = parameters;
  if (isQuery(body, method)) {
    for (const [key, value] of body.pairs()) url.searchParams.append(toText(key), toText(value));
  }
  return url.href;
}

interface HeaderSources {
  readonly url: string;
  readonly shared: WebSession;
  readonly bodyType: string | undefined;
}

function headersOf(context: CommandContext, { url, shared, bodyType }: HeaderSources): Headers {
  const { parameters } = context;
  const given = parameters['Headers'];
  const own = given instanceof Dictionary ? [...given.pairs()] : [];
  const told = own.map(([name, value]): readonly [string, string] => [toText(name), toText(value)]);
  const names = new Set(told.map(([name]) => name.toLowerCase()));
  const headers = [...shared.headerTexts().filter(([name]) => !names.has(name.toLowerCase())), ...told];
  const has = (name: string): boolean => headers.some(([each]) => each.toLowerCase() === name);
  const type = textOf(parameters, 'ContentType') ?? (has('content-type') ? undefined : bodyType);
  const authorization = authorizationOf(context, url);
  const agent = textOf(parameters, 'UserAgent') ?? shared.userAgent ?? 'PowerShell/7.6.5';
  return [
    ...headers,
    ...(has('user-agent') ? [] : [['User-Agent', agent] as const]),
    ...(type === undefined ? [] : [['Content-Type', type] as const]),
    ...(authorization === undefined ? [] : [['Authorization', authorization] as const]),
  ];
}

/** Basic takes a credential; Bearer and OAuth a token. Neither goes over a plain connection unless that is asked for. */
function authorizationOf(context: CommandContext, url: string): string | undefined {
  const { parameters } = context;
  const { Credential: credential, Token: token } = parameters;
  const kind = textOf(parameters, 'Authentication')?.toLowerCase() ?? 'none';
  if (kind === 'none') return undefined;
  if (url.startsWith('http:') && !switchOf(parameters, 'AllowUnencryptedAuthentication')) {
    context.throwTerminating(webRecord('UnencryptedAuthentication'));
  }
  if (kind === 'basic') return credential instanceof Credential ? basic(credential) : missing(context, 'Credential');
  return token instanceof SecureString ? `Bearer ${token.reveal()}` : missing(context, 'Token');
}

const basic = ({ userName, password }: Credential): string =>
  `Basic ${Buffer.from(`${userName}:${password.reveal()}`).toString('base64')}`;

const missing = (context: CommandContext, name: string): never =>
  context.throwTerminating(webRecord('CredentialNotSpecified', [name]));

/** Writes the body to `-OutFile`; tells whether something is to be written besides. */
export function saveBody(context: CommandContext, { body, url }: WebResponse): boolean {
  const file = textOf(context.parameters, 'OutFile');
  if (file === undefined) return true;
  const drives = drivesFor(context);
  const { path } = drives.resolve(file);
  // A folder takes the file by the name that it has on the server.
  const target = drives.fileSystem.isContainer(path) ? `${path}/${decodeURIComponent(leafOfUrl(url))}` : path;
  inOperation(fileOpening, () => drives.fileSystem.files.write(target, body));
  return switchOf(context.parameters, 'PassThru');
}

const leafOfUrl = (url: string): string => new URL(url).pathname.split('/').findLast((part) => part !== '') ?? 'index';
