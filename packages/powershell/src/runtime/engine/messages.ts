import { systemClock } from '@cutover/base';
import { InformationRecord, type MessageKind, MessageRecord } from '../values/stream-records.ts';
import { toText } from '../values/to-text.ts';
import { isTrue } from '../values/truth.ts';
import { inquire } from './inquire.ts';
import type { Session } from './session.ts';
import { type PreferenceUse, stopFor } from './stop-preference.ts';
import type { Streams } from './streams.ts';

export interface InformationOptions {
  readonly tags?: readonly string[];
  readonly source?: string;
}

/** The streams of a command for people, shown as their preference variables and common parameters want it. */
export interface Messages {
  readonly writeWarning: (text: string) => void;
  readonly writeVerbose: (text: string) => void;
  readonly writeDebug: (text: string) => void;
  readonly writeInformation: (data: unknown, options?: InformationOptions) => void;
}

/** A command as its messages know it. */
export interface MessageSource {
  readonly session: Session;
  readonly streams: Streams;
  /** Common parameters by lower-case name. */
  readonly common: ReadonlyMap<string, unknown>;
}

/** The streams of a command that was called with these common parameters. Source: MshCommandRuntime. */
export function messagesOf(source: MessageSource): Messages {
  return {
    writeWarning: (text) => writeMessage(source, new MessageRecord('Warning', text)),
    writeVerbose: (text) => writeMessage(source, new MessageRecord('Verbose', text)),
    writeDebug: (text) => writeMessage(source, new MessageRecord('Debug', text)),
    writeInformation: (data, options = {}) => writeInformation(source, data, options),
  };
}

const streamOf = { Warning: 'warning', Verbose: 'verbose', Debug: 'debug' } as const;

function writeMessage(source: MessageSource, record: MessageRecord): void {
  const { streams } = source;
  const preference = preferenceOf(source, record.kind);
  const isShown = preference !== 'ignore' && preference !== 'silentlycontinue';
  if (isShown) streams[streamOf[record.kind]].write(record);
  if (record.kind === 'Warning') for (const list of streams.gathered.warning) list.write(record);
  if (isShown) settle(source, { preference, variable: `${record.kind}Preference`, message: record.message });
}

/** Write-Host's own records carry this tag: the host shows them whatever the preference. */
export const hostTag = 'PSHOST';

function writeInformation(
  source: MessageSource,
  data: unknown,
  { tags = [], source: from = '' }: InformationOptions,
): void {
  const { session, streams } = source;
  const record = new InformationRecord({ data, source: from, tags, time: (session.host.clock ?? systemClock).now() });
  const preference = preferenceOf(source, 'Information');
  const isRedirected = streams.information !== session.streams.information;
  const isShown = isRedirected || preference === 'continue' || tags.includes(hostTag);
  if (preference !== 'ignore' && isShown) streams.information.write(record);
  for (const list of streams.gathered.information) list.write(record);
  settle(source, { preference, variable: 'InformationPreference', message: toText(data) });
}

/** What becomes of a command whose message was shown. Source: MshCommandRuntime.WriteHelper. */
function settle({ session, common }: MessageSource, use: PreferenceUse): void {
  stopFor(session, use);
  if (use.preference !== 'inquire') return;
  inquire(session, { stream: use.variable, message: 'Continue with this operation?', common });
}

/** The preference for a kind of messages, in lower case: common parameters come before the variable. */
function preferenceOf({ session, common }: MessageSource, kind: MessageKind | 'Information'): string {
  const own = common.get(kind.toLowerCase());
  if (own !== undefined) return isTrue(own) ? 'continue' : 'silentlycontinue';
  const action = common.get(`${kind.toLowerCase()}action`);
  if (action !== undefined) return toText(action).toLowerCase();
  if (kind === 'Warning' && common.has('verbose') && isTrue(common.get('verbose'))) return 'continue';
  return session.preference(`${kind}Preference`);
}
