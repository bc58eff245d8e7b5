import type { BackendMessage, BackendRecord } from './backend.ts';
import type { CmdletDefinition } from './cmdlet-definition.ts';
import { fromErrorRecord, type ErrorRecord } from './error-record.ts';
import { coreErrors } from './errors.ts';
import { coreEvents } from './events.ts';
import { invokeFillingCsvStream } from './fill-csv-stream.ts';
import { parseParameters } from './parse-parameters.ts';
import type { Session, SessionOptions } from './session.ts';

/** What a single call can add to its session's options. */
export interface CallOptions extends SessionOptions {
  readonly signal?: AbortSignal | undefined;
}

interface Call {
  readonly definition: CmdletDefinition;
  readonly session: Session;
  readonly parameters: object;
  readonly options: CallOptions;
}

/** Runs a cmdlet and yields its records; the other streams go to the callbacks of the call or of its session. */
export async function* streamCmdlet({ definition, session, parameters, options }: Call): AsyncGenerator<BackendRecord> {
  if (session.closed) throw coreErrors.sessionClosed({ cmdlet: definition.name });
  const cmdlet = definition.name;
  const parsed = parseParameters(definition, parameters, { side: session.backend.side });
  const listeners = { ...session.options, ...withoutUndefined(options) };
  let records = 0;
  coreEvents.called.publish({ cmdlet, parameters: parsed });
  try {
    for await (const message of invokeFillingCsvStream(session.backend, cmdlet, parsed, { signal: options.signal })) {
      if (message.kind === 'record') {
        records += 1;
        yield message.record;
      } else deliver(message, listeners);
    }
    coreEvents.ended.publish({ cmdlet, records });
  } catch (error) {
    coreEvents.ended.publish({ cmdlet, records, error });
    throw error;
  }
}

/** Runs a cmdlet to its end and gives its records as the definition says it answers. */
export async function collectCmdlet(call: Call): Promise<unknown> {
  const records: BackendRecord[] = [];
  for await (const record of streamCmdlet(call)) records.push(record);
  const { returns, name } = call.definition;
  if (returns === 'none') return undefined;
  if (returns === 'many') return records;
  if (records.length === 1) return records[0];
  throw coreErrors.answerInvalid({ cmdlet: name, problems: [`${records.length} objects instead of one`] });
}

function deliver(message: Exclude<BackendMessage, { kind: 'record' }>, listeners: SessionOptions): void {
  if (message.kind === 'warning') return listeners.onWarning?.(message.message);
  if (message.kind === 'verbose') return listeners.onVerbose?.(message.message);
  if (message.kind === 'progress') return listeners.onProgress?.(message.progress);
  handleError(message.error, message.terminating ? undefined : listeners.onError);
}

function handleError(error: ErrorRecord, listener: SessionOptions['onError']): void {
  if (listener === undefined) throw fromErrorRecord(error);
  listener(error);
}

function withoutUndefined<T extends object>(options: T): T {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as T;
}
