import type { ErrorRecord } from '../values/error-record.ts';
import type { InformationRecord, MessageRecord } from '../values/stream-records.ts';
import type { Host } from './host.ts';
import { discard, type Output } from './output.ts';

/** Lists that `-ErrorVariable` and its like gather records in, of the command and all that it calls. */
export interface GatheredRecords {
  readonly error: readonly Output[];
  readonly warning: readonly Output[];
  readonly information: readonly Output[];
}

/** Where the records of a command go that are not its output. */
export interface Streams {
  readonly error: Output;
  readonly warning: Output;
  readonly verbose: Output;
  readonly debug: Output;
  readonly information: Output;
  readonly gathered: GatheredRecords;
}

export type StreamName = Exclude<keyof Streams, 'gathered'>;

export const streamNames: readonly StreamName[] = ['error', 'warning', 'verbose', 'debug', 'information'];

/** Output and streams of a command. */
export interface Destination {
  readonly out: Output;
  readonly streams: Streams;
}

/** The same streams but for some of them. */
export function withStreams(streams: Streams, names: readonly StreamName[], target: Output): Streams {
  return { ...streams, ...Object.fromEntries(names.map((name) => [name, target])) };
}

/** All records are dropped. */
export const noStreams: Streams = {
  error: discard,
  warning: discard,
  verbose: discard,
  debug: discard,
  information: discard,
  gathered: { error: [], warning: [], information: [] },
};

/** What a screen shows of records, with the ends of their lines. */
export interface RecordTexts {
  error(record: ErrorRecord): string;
  message(record: MessageRecord): string;
  information(record: InformationRecord): string;
}

/** The streams that nobody redirected: they are shown. */
export function hostStreams(host: Host, texts: RecordTexts): Streams {
  const message = { write: (record: unknown) => host.write(texts.message(record as MessageRecord)) };
  return {
    ...noStreams,
    error: { write: (record) => host.writeError(texts.error(record as ErrorRecord)) },
    warning: message,
    verbose: message,
    debug: message,
    information: { write: (record) => host.write(texts.information(record as InformationRecord)) },
  };
}
