import type { ErrorRecord } from './error-record.ts';
import { shortName } from './exceptions.ts';

/** Who answered a call, when, and as which request: the error ids of the service tell it. */
export interface AnsweredCall {
  readonly server: string;
  readonly requestId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How sessions of that time wrote it: `remote` until 2023, `rest` since. */
  readonly shape: 'remote' | 'rest';
}

/** What the caller's own side refuses keeps the engine's ids. */
const isOfTheCaller = ({ code }: ErrorRecord): boolean => /^(binding|core)\./.test(code);

/** An error with the id that the service gives it, by which support finds the request. */
export function answeredError(record: ErrorRecord, call: AnsweredCall): ErrorRecord {
  if (isOfTheCaller(record)) return record;
  return { ...record, fullyQualifiedErrorId: call.shape === 'rest' ? restId(call) : remoteId(record, call) };
}

/** `[Server=…,RequestId=…,TimeStamp=…] [FailureCategory=Cmdlet-SomeException] 1A2B3C4D,Namespace.GetMigrationBatch` */
function remoteId({ cmdlet, code, exception }: ErrorRecord, { at, requestId, server }: AnsweredCall): string {
  const request = `[Server=${server},RequestId=${requestId},TimeStamp=${timeText(at)}]`;
  return `${request} [FailureCategory=Cmdlet-${shortName(exception)}] ${siteOf(`${cmdlet} ${code}`)},${className(cmdlet)}`;
}

/** `[Server=…,RequestId=…,TimeStamp=Sun, 01 Mar 2026 08:00:00 GMT],Write-ErrorMessage` */
const restId = ({ at, requestId, server }: AnsweredCall): string =>
  `[Server=${server},RequestId=${requestId},TimeStamp=${new Date(at).toUTCString()}],Write-ErrorMessage`;

/** `3/1/2026 8:00:00 AM`, UTC. */
function timeText(at: number): string {
  const time = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = time.getUTCHours();
  const day = `${time.getUTCMonth() + 1}/${time.getUTCDate()}/${time.getUTCFullYear()}`;
  const clock = `${hours % 12 || 12}:${two(time.getUTCMinutes())}:${two(time.getUTCSeconds())}`;
  return `${day} ${clock} ${hours < 12 ? 'AM' : 'PM'}`;
}

/** Eight hexadecimal digits that are the same wherever the same cmdlet meets the same error (FNV-1a). */
function siteOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).toUpperCase().padStart(8, '0');
}

const migrationService = 'Microsoft.Exchange.Management.Migration.MigrationService';

/** The namespaces of the cmdlets' classes, by the noun's beginning. */
const namespaces: readonly (readonly [noun: string, namespace: string])[] = [
  ['MigrationBatch', `${migrationService}.Batch`],
  ['MigrationEndpoint', `${migrationService}.Endpoint`],
  ['MigrationUser', `${migrationService}.User`],
  ['Migration', migrationService],
  ['', 'Microsoft.Exchange.Management.RecipientTasks'],
];

/** `Get-MigrationBatch` → `Microsoft.Exchange.Management.Migration.MigrationService.Batch.GetMigrationBatch` */
function className(cmdlet: string): string {
  const noun = cmdlet.slice(cmdlet.indexOf('-') + 1);
  const [, namespace] = namespaces.find(([start]) => noun.startsWith(start))!;
  return `${namespace}.${cmdlet.replace('-', '')}`;
}
