import type { Clock } from '@cutover/base';
import type { AnonymousHandler, RequestHandler } from '../http/http-connection.ts';
import type { HttpResponse } from '../http/response.ts';
import { limits } from '../limits.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Recipient } from '../organisation/recipient.ts';
import type { ExchangeProfile } from '../profiles/exchange-profile.ts';
import type { Route } from '../routes.ts';
import { autodiscoverError, type AutodiscoverError, errorAnswer, outlookAnswer, outlookSchema } from './answers.ts';
import type { AutodiscoverOptions } from './autodiscover-options.ts';
import { type AutodiscoverRequest, readRequest } from './read-request.ts';
import { settingsOf } from './settings.ts';

interface Served {
  readonly organisation: Organisation;
  readonly profile: ExchangeProfile;
  readonly clock: Clock;
}

const path = '/autodiscover/autodiscover.xml';

/** Autodiscover by POST of plain XML, which Exchange 2003 does not have. [MS-OXDSCLI] */
export function autodiscoverRoute(world: Served, options: AutodiscoverOptions = {}): Route {
  const handler = options.location === undefined ? answering(world, options) : sendingTo(options.location);
  return {
    route: (head) => (world.profile.hasAutodiscover && head.path.toLowerCase() === path ? handler : undefined),
  };
}

const sendingTo = (location: string): AnonymousHandler => ({
  anonymously: () => ({ status: 302, headers: [['Location', location]] }),
});

/** Anything but a request, a GET too, is told that it is none. */
function answering(world: Served, options: AutodiscoverOptions): RequestHandler {
  return () => ({
    limit: limits.autodiscoverRequest,
    respond: async (body) => answerTo(await readRequest(body), world, options),
  });
}

function answerTo(
  request: AutodiscoverRequest | undefined,
  world: Served,
  { redirectAddresses, redirectUrl, certificatePrincipalName }: AutodiscoverOptions,
): HttpResponse {
  const fail = (error: AutodiscoverError): HttpResponse =>
    errorAnswer(error, { at: new Date(world.clock.now()), server: world.organisation.server.name });
  if (request === undefined || (!request.emailAddress && !request.legacyDN)) {
    return fail(autodiscoverError.invalidRequest);
  }
  if (request.acceptableSchema !== outlookSchema) return fail(autodiscoverError.providerNotAvailable);
  if (redirectUrl !== undefined) return redirection('redirectUrl', ['RedirectUrl', redirectUrl]);
  const another = redirectAddresses?.[request.emailAddress?.toLowerCase() ?? ''];
  if (another !== undefined) return redirection('redirectAddr', ['RedirectAddr', another]);
  const recipient = recipientOf(world.organisation, request);
  if (recipient === undefined) return fail(autodiscoverError.addressNotFound);
  if (recipient.kind === 'contact') {
    return redirection('redirectAddr', ['RedirectAddr', recipient.targetAddress.replace(/^smtp:/i, '')]);
  }
  if (recipient.kind !== 'mailbox') return fail(autodiscoverError.badAddress);
  return outlookAnswer(
    settingsOf({ ...world, organisation: world.organisation, user: recipient, certificatePrincipalName }),
  );
}

const redirection = (action: string, to: readonly [string, string]): HttpResponse =>
  outlookAnswer([['Account', [['AccountType', 'email'], ['Action', action], to]]]);

/** Who is meant: by the distinguished name if there is one, else by any of the addresses. */
function recipientOf(
  { recipients }: Organisation,
  { emailAddress, legacyDN }: AutodiscoverRequest,
): Recipient | undefined {
  if (legacyDN) return recipients.find((recipient) => same(recipient.legacyExchangeDN, legacyDN));
  return recipients.find(({ proxyAddresses }) =>
    proxyAddresses.some((address) => same(address, `smtp:${emailAddress ?? ''}`)),
  );
}

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();
