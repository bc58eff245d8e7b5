import { findCmdlet, type ParameterMetadata } from '@cutover/core/metadata';
import type { ArgumentCompleter } from '@cutover/powershell';
import type { SyncBackend } from '../world/sync-backend.ts';

/** Longer than this nobody waits for names. */
const patience = 200;

const sources: Readonly<Record<NonNullable<ParameterMetadata['completes']>, string>> = {
  batch: 'Get-MigrationBatch',
  endpoint: 'Get-MigrationEndpoint',
  user: 'Get-MigrationUser',
};

/** Completes names of batches, endpoints and users by asking the organisation; and the values of enumerations. */
export const argumentCompleter =
  (backend: SyncBackend): ArgumentCompleter =>
  ({ command, parameter, word }) => {
    const metadata = findCmdlet(command)?.parameters[parameter];
    const fitting = (names: readonly string[]): string[] =>
      names.filter((name) => name.toLowerCase().startsWith(word.toLowerCase()));
    if (metadata?.values) return fitting(metadata.values);
    return metadata?.completes && fitting(namesOf(backend, sources[metadata.completes]));
  };

function namesOf(backend: SyncBackend, cmdlet: string): string[] {
  const names: string[] = [];
  for (const message of backend.invoke(cmdlet, {}, { timeout: patience })) {
    if (message.kind === 'record') names.push(String(message.record['Identity']));
  }
  return names;
}
