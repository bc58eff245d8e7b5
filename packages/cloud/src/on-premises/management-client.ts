import type { PSCredential } from '@cutover/core/metadata';
import { migrationErrors } from '@cutover/core';
import { cloudErrors } from '../errors.ts';
import type {
  Asking,
  OnPremisesDescription,
  OnPremisesOrganisation,
  OnPremisesPermission,
  OnPremisesRecipient,
  OnPremisesStatistics,
} from './on-premises-organisation.ts';

export interface ManagementClientOptions {
  /** Base URL of the endpoint. */
  readonly url: string;
  /** The server's name, as errors tell it. */
  readonly server: string;
  readonly credential: PSCredential;
}

/** The on-premises organisation behind the management endpoint of a mock. */
export function managementClient(options: ManagementClientOptions): OnPremisesOrganisation {
  const ask = (call: Call, asking: Asking): Promise<Answer> => send(options, call, asking);
  const get = async <T>(path: string, asking: Asking): Promise<T> => {
    const { body, status } = await ask({ method: 'GET', path }, asking);
    if (status === 404) throw cloudErrors.noManagement({ server: options.server, status });
    return body as T;
  };
  const done = async (call: Call, asking: Asking): Promise<boolean> => (await ask(call, asking)).status !== 404;
  return {
    describe: (asking) => get<OnPremisesDescription>('/organisation', asking),
    recipients: (asking) => get<OnPremisesRecipient[]>('/recipients', asking),
    permissions: (asking) => get<OnPremisesPermission[]>('/permissions', asking),
    grant: (body, asking) => done({ method: 'PUT', path: '/permissions', body }, asking),
    revoke: (body, asking) => done({ method: 'DELETE', path: '/permissions', body }, asking),
    mailboxStatistics: (guid, asking) => get<OnPremisesStatistics>(`/mailboxes/${guid}/statistics`, asking),
    setUnifiedMessaging: async (guid, setting, asking) => {
      await ask(replacing(`/mailboxes/${guid}/unified-messaging`, setting), asking);
    },
    setOutlookAnywhere: async (settings, asking) => {
      await ask(replacing('/outlook-anywhere', settings), asking);
    },
  };
}

interface Call {
  readonly method: 'GET' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const replacing = (path: string, body: object | null): Call =>
  body === null ? { method: 'DELETE', path } : { method: 'PUT', path, body };

async function send(
  { credential, server, url }: ManagementClientOptions,
  call: Call,
  { signal }: Asking,
): Promise<Answer> {
  const response = await request(`${url.replace(/\/$/, '')}${call.path}`, { ...call, credential, signal }).catch(
    (cause: unknown) => {
      signal.throwIfAborted();
      throw migrationErrors.serverUnavailable({ server }, { cause });
    },
  );
  const { status } = response;
  if (status === 401) throw migrationErrors.accessDenied({ server, userName: credential.userName });
  const body = await readJson(response);
  const isOurs = response.ok || (status === 404 && body !== undefined);
  if (!isOurs) throw cloudErrors.noManagement({ server, status });
  return { status, body };
}

function request(
  url: string,
  { body, credential, method, signal }: Omit<Call, 'path'> & { credential: PSCredential; signal: AbortSignal },
): Promise<Response> {
  const basic = Buffer.from(`${credential.userName}:${credential.password}`).toString('base64');
  return fetch(url, {
    method,
    signal,
    redirect: 'error',
    headers: { authorization: `Basic ${basic}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

/** Undefined for an empty answer, and for one that is no JSON. */
async function readJson(response: Response): Promise<unknown> {
  try {
    return (await response.json()) as unknown;
  } catch {
    return undefined;
  }
}
