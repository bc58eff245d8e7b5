import { migrationErrors } from '../errors.ts';
import type { MailboxMeasure, Source, SourceMailboxEntry, Waiting } from '../ports/source.ts';
import type { SurveyedMailbox } from '../records/mailbox-survey.ts';
import { enabledMailboxes } from './batch-job.ts';
import type { EngineContext } from './context.ts';
import { findEndpoint } from './endpoints.ts';
import { forEachLimited } from './for-each-limited.ts';
import { userError } from './transitions.ts';

/** Opens every mailbox that the source shows, as a migration would, and copies nothing. */
export async function surveyMailboxes(
  context: EngineContext,
  identity: string,
  options: Waiting,
): Promise<SurveyedMailbox[]> {
  const endpoint = findEndpoint(context, identity);
  if (endpoint === undefined) throw migrationErrors.endpointNotFound({ identity });
  await using source = await context.sources.connect(endpoint, options);
  const entries = await Array.fromAsync(source.directory(options));
  const mailboxes = entries.filter((entry) => entry.kind === 'mailbox');
  const unifiedMessaging = await enabledMailboxes(source, options);
  const surveyed: SurveyedMailbox[] = [];
  await forEachLimited(mailboxes, endpoint.maxConcurrentMigrations, async (entry) => {
    surveyed.push(await survey(context, entry, { source, unifiedMessaging, options }));
  });
  return surveyed;
}

interface SurveyedSource {
  readonly source: Source;
  readonly unifiedMessaging: ReadonlySet<string>;
  readonly options: Waiting;
}

async function survey(
  context: EngineContext,
  entry: SourceMailboxEntry,
  { source, unifiedMessaging, options }: SurveyedSource,
): Promise<SurveyedMailbox> {
  const { primaryAddress: emailAddress } = entry;
  let measured: MailboxMeasure | undefined;
  try {
    measured = await measure(source, entry, options);
    assertDomain(context, emailAddress);
    if (unifiedMessaging.has(entry.sourceId.toLowerCase())) {
      throw migrationErrors.unifiedMessagingEnabled({ mailbox: emailAddress });
    }
    return { emailAddress, measure: measured, problem: undefined };
  } catch (error) {
    options.signal?.throwIfAborted();
    return { emailAddress, measure: measured, problem: userError(error, context.clock.now()) };
  }
}

function assertDomain({ target }: EngineContext, address: string): void {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  if (!target.isAcceptedDomain(domain)) throw migrationErrors.domainNotAccepted({ address, domain });
}

async function measure(source: Source, entry: SourceMailboxEntry, options: Waiting): Promise<MailboxMeasure> {
  await using mailbox = await source.openMailbox(entry, options);
  return await mailbox.measure(options);
}
