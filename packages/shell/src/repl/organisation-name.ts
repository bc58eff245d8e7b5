import type { SyncBackend } from '../world/sync-backend.ts';

/** Longer than this no prompt waits. */
const patience = 200;

/** The organisation that Connect-ExchangeOnline connected to; undefined while there is no connection. */
export function organisationName(backend: SyncBackend): string | undefined {
  for (const message of backend.invoke('Get-ConnectionInformation', {}, { timeout: patience })) {
    if (message.kind === 'record') return String(message.record['Organization']);
  }
  return undefined;
}
