import type { Source, SourceMailbox, SourceMailboxEntry } from '../ports/source.ts';
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
  return {
    batch,
    endpoint,
    signal,
    openMailbox: async (entry) => (await (connection ?? connect())).openMailbox(entry, { signal }),
    [Symbol.asyncDispose]: async () => {
      const source = await connection?.catch(() => undefined);
      await source?.[Symbol.asyncDispose]();
    },
  };
}
