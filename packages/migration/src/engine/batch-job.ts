import { migrationErrors } from '../errors.ts';
import type { Source, SourceMailbox, SourceMailboxEntry, Waiting } from '../ports/source.ts';
import type { BatchRecord } from '../records/batch.ts';
import type { EndpointRecord } from '../records/endpoint.ts';
import type { EngineContext } from './context.ts';

/** One piece of work on a batch, with one connection to the source that its mailboxes share. */
export interface BatchJob extends AsyncDisposable {
  readonly batch: BatchRecord;
  readonly endpoint: EndpointRecord;
  readonly signal: AbortSignal;
  /** Opens a mailbox; connects first, or anew after a failure to connect. */
  openMailbox(entry: SourceMailboxEntry): Promise<SourceMailbox>;
  /** Refuses a mailbox that has to be changed at the source before its first copy. */
  assertMigratable(entry: SourceMailboxEntry): Promise<void>;
}

export function openBatchJob(context: EngineContext, batch: BatchRecord, signal: AbortSignal): BatchJob {
  const endpoint = context.store.endpoints.get(batch.endpointGuid)!;
  let connection: Promise<Source> | undefined;
  const connect = (): Promise<Source> => {
    const attempt = context.sources.connect(endpoint, { signal });
    connection = attempt;
    // The next mailbox tries again.
    attempt.catch(() => (connection = undefined));
    return attempt;
  };
  const connected = (): Promise<Source> => connection ?? connect();
  let unifiedMessaging: Promise<ReadonlySet<string>> | undefined;
  return {
    batch,
    endpoint,
    signal,
    openMailbox: async (entry) => (await connected()).openMailbox(entry, { signal }),
    assertMigratable: async ({ primaryAddress: mailbox, sourceId }) => {
      unifiedMessaging ??= connected().then((source) => enabledMailboxes(source, { signal }));
      // Who cannot be asked now is asked for the next mailbox.
      unifiedMessaging.catch(() => (unifiedMessaging = undefined));
      const enabled = await unifiedMessaging;
      if (enabled.has(sourceId.toLowerCase())) throw migrationErrors.unifiedMessagingEnabled({ mailbox });
    },
    [Symbol.asyncDispose]: async () => {
      const source = await connection?.catch(() => undefined);
      await source?.[Symbol.asyncDispose]();
    },
  };
}

/** `sourceId`s of the mailboxes with Unified Messaging, in lower case; where nobody can be asked, none is known. */
export async function enabledMailboxes(source: Source, options: Waiting): Promise<ReadonlySet<string>> {
  const administration = await source.administration?.(options).catch(() => undefined);
  return new Set(administration?.unifiedMessaging.map((sourceId) => sourceId.toLowerCase()));
}
