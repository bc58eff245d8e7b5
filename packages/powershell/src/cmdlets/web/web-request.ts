import type { HttpCall, HttpEvent, Network } from '../../host/network.ts';
import { inOperation } from '../../providers/file-system/file-record.ts';
import { numberOf, type Parameters, switchOf, textOf } from '../../runtime/binder/read-parameters.ts';
import type { ParameterSpec } from '../../runtime/binder/parameter-spec.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { Credential } from '../../runtime/values/credential.ts';
import { Dictionary } from '../../runtime/values/dictionary.ts';
import { listOf } from '../../runtime/values/enumerate.ts';
import { type NumericValue, toNumber } from '../../runtime/values/number-types.ts';
import { SecureString } from '../../runtime/values/secure-string.ts';
import { toText } from '../../runtime/values/to-text.ts';
import { drivesFor } from '../files/item-paths.ts';
import { sleep } from '../time/sleep.ts';
import { webRecord } from './web-errors.ts';

const unsupported =
  'AllowInsecureRedirect Certificate CertificateThumbprint DisableKeepAlive Form HttpVersion PreserveAuthorizationOnRedirect PreserveHttpMethodOnRedirect Proxy ProxyCredential ProxyUseDefaultCredentials Resume SessionVariable SkipCertificateCheck SslProtocol TransferEncoding UnixSocket UseDefaultCredentials WebSession OperationTimeoutSeconds';

/** What Invoke-WebRequest and Invoke-RestMethod take. */
export const webParameters: readonly ParameterSpec[] = [
  { name: 'Uri', type: 'Uri', mandatory: true, position: 0, validate: [{ kind: 'notNullOrEmpty' }] },
  {
    name: 'Method',
    type: 'Microsoft.PowerShell.Commands.WebRequestMethod',
    sets: { StandardMethod: {}, StandardMethodNoProxy: {} },
  },
  {
    name: 'CustomMethod',
    type: 'String',
    aliases: ['CM'],
    sets: { CustomMethod: { mandatory: true }, CustomMethodNoProxy: { mandatory: true } },
  },
  {
    name: 'NoProxy',
    type: 'SwitchParameter',
    sets: { StandardMethodNoProxy: { mandatory: true }, CustomMethodNoProxy: { mandatory: true } },
  },
  { name: 'Body', pipeline: 'value' },
  { name: 'ContentType', type: 'String' },
  { name: 'Headers', type: 'System.Collections.IDictionary' },
  { name: 'UserAgent', type: 'String' },
  { name: 'InFile', type: 'String' },
  { name: 'OutFile', type: 'String' },
  { name: 'PassThru', type: 'SwitchParameter' },
  { name: 'ConnectionTimeoutSeconds', type: 'Int32', aliases: ['TimeoutSec'] },
  { name: 'MaximumRedirection', type: 'Int32' },
  { name: 'MaximumRetryCount', type: 'Int32' },
  { name: 'RetryIntervalSec', type: 'Int32' },
  { name: 'SkipHttpErrorCheck', type: 'SwitchParameter' },
  { name: 'SkipHeaderValidation', type: 'SwitchParameter' },
  { name: 'Authentication', type: 'Microsoft.PowerShell.Commands.WebAuthenticationType' },
  { name: 'AllowUnencryptedAuthentication', type: 'SwitchParameter' },
  { name: 'Credential', type: 'PSCredential' },
  { name: 'Token', type: 'System.Security.SecureString' },
  // It has had no effect since version 6.
  { name: 'UseBasicParsing', type: 'SwitchParameter' },
  ...unsupported.split(' ').map((name) => ({ name, unsupported: true }) as const),
];

export interface WebResponse {
  readonly status: number;
  readonly reason: string;
  readonly url: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Uint8Array;
}

export function networkOf({ session, throwTerminating }: CommandContext): Network {
  return session.capabilities.network ?? throwTerminating(webRecord('NoNetwork'));
}

/** Sends the request of a command's parameters, again where it may, and gives the answer that counts. */
export function sendRequest(context: CommandContext): WebResponse {
  const { parameters } = context;
  const call = callOf(context);
  const retries = numberOf(parameters, 'MaximumRetryCount') ?? 0;
  let response = exchange(context, call);
  for (let left = retries; left > 0 && response.status >= 400; left--) {
    sleep(context.session, (numberOf(parameters, 'RetryIntervalSec') ?? 5) * 1000);
    response = exchange(context, call);
  }
  if (response.status >= 300 && !switchOf(parameters, 'SkipHttpErrorCheck')) fail(context, response);
  return response;
}

function fail(context: CommandContext, { status, reason, body }: WebResponse): never {
  const record = webRecord('WebCmdletWebResponseException', [String(status), reason]);
  const details = Buffer.from(body).toString('utf8').trim();
  if (details !== '') record.details = details;
  return context.throwTerminating(record);
}

function exchange(context: CommandContext, call: HttpCall): WebResponse {
  let head: (HttpEvent & { kind: 'head' }) | undefined;
  const parts: Uint8Array[] = [];
  try {
    for (const event of networkOf(context).request(call)) {
      if (event.kind === 'head') head = event;
      else parts.push(event.bytes);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return context.throwTerminating(webRecord('RequestFailed', [failureText(error, call)], call.url));
  }
  return { ...head!, body: Buffer.concat(parts) };
}

const knownFailures: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'Connection refused',
  ENOTFOUND: 'Name or service not known',
  ECONNRESET: 'Connection reset by peer',
  ETIMEDOUT: 'Connection timed out',
};

/** `Connection refused (localhost:80)`. */
function failureText(error: Error, { url }: HttpCall): string {
  const { hostname, port, protocol } = new URL(url);
  const place = `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
  const known = Object.keys(knownFailures).find((code) => error.message.includes(code));
  return known === undefined ? error.message : `${knownFailures[known]} (${place})`;
}

function callOf(context: CommandContext): HttpCall {
  const { parameters } = context;
  const method = textOf(parameters, 'CustomMethod') ?? methodOf(parameters);
  const body = bodyOf(context, method);
  const timeout = numberOf(parameters, 'ConnectionTimeoutSeconds') ?? 0;
  return {
    method,
    url: urlOf(parameters, method),
    headers: headersOf(context, body?.contentType),
    body: body?.bytes,
    redirections: numberOf(parameters, 'MaximumRedirection') ?? 5,
    timeout: timeout > 0 ? timeout * 1000 : undefined,
  };
}

function methodOf(parameters: Parameters): string {
  const method = textOf(parameters, 'Method')?.toUpperCase() ?? 'DEFAULT';
  return method === 'DEFAULT' ? 'GET' : method;
}

/** `http://` where no scheme is given; a dictionary as the body of GET is the query. */
function urlOf(parameters: Parameters, method: string): string {
  const given = textOf(parameters, 'Uri') ?? '';
  const url = new URL(/^[a-z][\w+.-]*:\/\//i.test(given) ? given : `http://${given}`);
  const { Body: body } = parameters;
  if (method === 'GET' && body instanceof Dictionary) {
    for (const [key, value] of body.pairs()) url.searchParams.append(toText(key), toText(value));
  }
  return url.href;
}

interface Body {
  readonly bytes: Uint8Array;
  readonly contentType: string | undefined;
}

const formType = 'application/x-www-form-urlencoded';

function bodyOf(context: CommandContext, method: string): Body | undefined {
  const { parameters } = context;
  const file = textOf(parameters, 'InFile');
  const drives = drivesFor(context);
  if (file !== undefined) {
    const reading = { operation: 'FileOpenFailure', category: 'OpenError', wholeId: true } as const;
    const bytes = inOperation(reading, () => drives.fileSystem.files.read(drives.resolve(file).path));
    return { bytes, contentType: undefined };
  }
  const { Body: body = null } = parameters;
  if (body === null || (method === 'GET' && body instanceof Dictionary)) return undefined;
  if (body instanceof Dictionary) {
    const form = new URLSearchParams(
      Array.from(body.pairs(), ([key, value]): [string, string] => [toText(key), toText(value)]),
    );
    return { bytes: Buffer.from(form.toString()), contentType: formType };
  }
  const bytes = listOf(body);
  if (bytes) return { bytes: Uint8Array.from(bytes, (byte) => toNumber(byte as NumericValue)), contentType: undefined };
  return { bytes: Buffer.from(toText(body)), contentType: method === 'POST' ? formType : undefined };
}

function headersOf(context: CommandContext, bodyType: string | undefined): readonly (readonly [string, string])[] {
  const { parameters } = context;
  const given = parameters['Headers'];
  const own = given instanceof Dictionary ? [...given.pairs()] : [];
  const headers = own.map(([name, value]): readonly [string, string] => [toText(name), toText(value)]);
  const has = (name: string): boolean => headers.some(([each]) => each.toLowerCase() === name);
  const type = textOf(parameters, 'ContentType') ?? (has('content-type') ? undefined : bodyType);
  const authorization = authorizationOf(context);
  return [
    ...headers,
    ...(has('user-agent') ? [] : [['User-Agent', textOf(parameters, 'UserAgent') ?? 'PowerShell/7.6.5'] as const]),
    ...(type === undefined ? [] : [['Content-Type', type] as const]),
    ...(authorization === undefined ? [] : [['Authorization', authorization] as const]),
  ];
}

/** Basic takes a credential; Bearer and OAuth a token. */
function authorizationOf(context: CommandContext): string | undefined {
  const { parameters } = context;
  const { Credential: credential, Token: token } = parameters;
  const kind = textOf(parameters, 'Authentication')?.toLowerCase() ?? 'none';
  if (kind === 'none') return undefined;
  if (kind === 'basic') {
    if (!(credential instanceof Credential)) return missing(context, 'Credential');
    return `Basic ${Buffer.from(`${credential.userName}:${credential.password.reveal()}`).toString('base64')}`;
  }
  return token instanceof SecureString ? `Bearer ${token.reveal()}` : missing(context, 'Token');
}

const missing = (context: CommandContext, name: string): never =>
  context.throwTerminating(webRecord('CredentialNotSpecified', [name]));

/** The text of a body, in the charset that its head tells. */
export function bodyText({ headers, body }: WebResponse): string {
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const charset = /charset="?([^";\s]+)/i.exec(type)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(body);
  } catch {
    return Buffer.from(body).toString('utf8');
  }
}

/** Writes the body to `-OutFile`; tells whether something is to be written besides. */
export function saveBody(context: CommandContext, { body }: WebResponse): boolean {
  const file = textOf(context.parameters, 'OutFile');
  if (file === undefined) return true;
  const drives = drivesFor(context);
  const writing = { operation: 'FileOpenFailure', category: 'OpenError', wholeId: true } as const;
  inOperation(writing, () => drives.fileSystem.files.write(drives.resolve(file).path, body));
  return switchOf(context.parameters, 'PassThru');
}
