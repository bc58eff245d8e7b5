import type { ErrorRecord } from '../values/error-record.ts';
import { HostInformationMessage, type InformationRecord, type MessageRecord } from '../values/stream-records.ts';
import { toText } from '../values/to-text.ts';
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

/** The streams that nobody redirected: they are shown. */
export function hostStreams(host: Host, errorText: (record: ErrorRecord) => string): Streams {
  const line = { write: (record: unknown) => host.write(`${messageLine(record as MessageRecord)}\n`) };
  return {
    ...noStreams,
    error: { write: (record) => host.writeError(`${errorText(record as ErrorRecord)}\n`) },
    warning: line,
    verbose: line,
    debug: line,
    information: { write: (record) => host.write(informationText(record as InformationRecord)) },
  };
}

/** `WARNING: text`. */
export const messageLine = ({ kind, message }: MessageRecord): string => `${kind.toUpperCase()}: ${message}`;

/** What the host shows of an information record: Write-Host can leave its line open. */
export function informationText({ data }: InformationRecord): string {
  if (data instanceof HostInformationMessage) return data.message + (data.noNewLine ? '' : '\n');
  return `${toText(data)}\n`;
}
