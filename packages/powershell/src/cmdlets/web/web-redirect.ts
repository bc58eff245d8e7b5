import type { HttpCall } from '../../host/network.ts';
import { switchOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { webRecord } from './web-errors.ts';

interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
}

const redirections = [300, 301, 302, 303, 307, 308];

/** The request that an answer of 3xx asks for. Source: WebRequestPSCmdlet.HandleRedirect, HttpClientHandler. */
export function nextCall(context: CommandContext, call: HttpCall, { status, headers }: Answer): HttpCall | undefined {
  const location = headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
  if (!redirections.includes(status) || location === undefined) return undefined;
  const { parameters, throwTerminating } = context;
  const from = new URL(call.url);
  const target = new URL(location, from);
  if (from.protocol === 'https:' && target.protocol === 'http:' && !switchOf(parameters, 'AllowInsecureRedirect')) {
    throwTerminating(webRecord('InsecureRedirection'));
  }
  const keepsSecret = target.origin === from.origin || switchOf(parameters, 'PreserveAuthorizationOnRedirect');
  const kept = call.headers.filter(([name]) => keepsSecret || name.toLowerCase() !== 'authorization');
  if (keepsMethod(context, call, status)) return { ...call, url: target.href, headers: kept };
  const heads = kept.filter(([name]) => !name.toLowerCase().startsWith('content-'));
  return { ...call, url: target.href, headers: heads, method: 'GET', body: undefined };
}

const keepsMethod = ({ parameters }: CommandContext, { method }: HttpCall, status: number): boolean =>
  status >= 307 ||
  switchOf(parameters, 'PreserveHttpMethodOnRedirect') ||
  method === 'GET' ||
  method === 'HEAD' ||
  (method !== 'POST' && status !== 303);
