import { systemClock, systemIds } from '@cutover/base';
import { Agent } from 'undici';
import { z } from 'zod';
import type { Backend, BackendMessage, CmdletParameters } from '../backend.ts';
import { findDefinition } from '../cmdlets.ts';
import { toErrorRecord } from '../error-record.ts';
import { decodeRecord } from './decode-record.ts';
import { encodeParameters } from './encode-parameters.ts';
import { restLimits } from './limits.ts';
import { readFailure } from './read-failure.ts';
import type { RestAnswer } from './rest-answer.ts';
import { restErrors } from './rest-errors.ts';
import { anchorOf, type RestOptions } from './rest-options.ts';
import { sendPage, trustedUrl, type PageRequest } from './send-page.ts';

/** What an answer holds; its other members are nobody's business. */
const pageSchema = z.object({
  value: z.array(z.record(z.string(), z.unknown())).optional(),
  '@odata.nextLink': z.string().optional(),
  '@adminapi.warnings': z.array(z.coerce.string()).optional(),
  '@adminapi.errors': z.array(z.unknown()).optional(),
  '@adminapi.confirmationmessage': z.string().optional(),
});
type Page = z.infer<typeof pageSchema>;

/**
 * The Backend of an organisation behind the `InvokeCommand` endpoint: Exchange Online's own, or one that speaks as it
 * does. Nothing is sent until a cmdlet is invoked.
 */
export function rest(options: RestOptions): Backend {
  const { clock = systemClock, ids = systemIds, baseUrl = 'https://outlook.office365.com' } = options;
  const home = new URL(baseUrl);
  const dispatcher = new Agent();
  const fixed = { ...fixedHeaders(options), 'connection-id': ids.guid() };
  const pageOf = (cmdlet: string, body: string, signal: AbortSignal | undefined): PageRequest => ({
    url: new URL(`/adminapi/beta/${encodeURIComponent(options.tenant)}/InvokeCommand`, home),
    home,
    headers: () => ({ ...fixed, 'x-cmdletname': cmdlet, 'client-request-id': ids.guid() }),
    body,
    token: options.token,
    repeatable: /^(?:get|test)-/i.test(cmdlet),
    dispatcher,
    clock,
    signal,
  });
  return {
    async *invoke(cmdlet, parameters, { signal } = {}) {
      signal?.throwIfAborted();
      try {
        yield* readPages(cmdlet, pageOf(cmdlet, bodyOf(cmdlet, parameters, options), signal));
      } catch (error) {
        signal?.throwIfAborted();
        yield { kind: 'error', terminating: true, error: toErrorRecord(error, { cmdlet }) };
      }
    },
    close: () => dispatcher.close(),
  };
}

function fixedHeaders({ identity, pageSize = restLimits.pageSize }: RestOptions): Record<string, string> {
  return {
    accept: 'application/json',
    'accept-encoding': 'gzip',
    'content-type': 'application/json; charset=utf-8',
    prefer: `odata.maxpagesize=${pageSize}`,
    'x-anchormailbox': anchorOf(identity),
    'x-responseformat': 'json',
    'x-serializationlevel': 'Partial',
    'x-clientapplication': 'cutover',
  };
}

function bodyOf(cmdlet: string, parameters: CmdletParameters, { secretKey }: RestOptions): string {
  return JSON.stringify({
    CmdletInput: { CmdletName: cmdlet, Parameters: encodeParameters(parameters, { secretKey }) },
  });
}

/** Asks for one page after another, each time with the same body, until there is no next one. */
async function* readPages(cmdlet: string, first: PageRequest): AsyncGenerator<BackendMessage> {
  for (let page: PageRequest | undefined = first; page !== undefined;) {
    const answer = await sendPage(page);
    if (answer.status >= 400) {
      yield { kind: 'error', terminating: false, error: readFailure(answer, cmdlet) };
      return;
    }
    const body = parsePage(answer, page.url);
    yield* messagesOf(cmdlet, body);
    const next: string | undefined = body['@odata.nextLink'];
    page = next === undefined ? undefined : { ...page, url: trustedUrl(new URL(next, page.url), page.home) };
  }
}

function parsePage({ body, status, text }: RestAnswer, { host }: URL): Page {
  if (text.trim() === '') return {};
  const page = pageSchema.safeParse(body);
  if (page.success) return page.data;
  throw body === undefined ? restErrors.answerNotJson({ host, status }) : restErrors.answerStrange({ host, status });
}

function* messagesOf(cmdlet: string, page: Page): Generator<BackendMessage> {
  const members = findDefinition(cmdlet)?.output?.properties ?? {};
  for (const message of page['@adminapi.warnings'] ?? []) yield { kind: 'warning', message };
  for (const error of page['@adminapi.errors'] ?? []) {
    const message = typeof error === 'string' ? error : JSON.stringify(error);
    const body = { error: { details: [{ message }] } };
    const answer = { status: 400, headers: new Map<string, string>(), text: message, body };
    yield { kind: 'error', terminating: false, error: readFailure(answer, cmdlet) };
  }
  for (const value of page.value ?? []) yield { kind: 'record', record: decodeRecord(value, members) };
  const question = page['@adminapi.confirmationmessage'];
  if (question !== undefined) yield { kind: 'verbose', message: `What if: ${question}` };
}
