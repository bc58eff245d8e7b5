import type { SyncBackend } from '../world/sync-backend.ts';

/** Longer than this no prompt waits, in milliseconds. */
const patience = 200;

export interface OrganisationNameOptions {
  /** Milliseconds of a clock that only goes on. */
  readonly now?: () => number;
}

/**
 * Tells the organisation that Connect-ExchangeOnline connected to; undefined while there is no connection. Who does not answer in
 * time is taken to be where it was.
 */
export function organisationName({ now = () => process.uptime() * 1000 }: OrganisationNameOptions = {}) {
  let last: string | undefined;
  return (backend: SyncBackend): string | undefined => {
    const begin = now();
    for (const message of backend.invoke('Get-ConnectionInformation', {}, { timeout: patience })) {
      if (message.kind === 'record') return (last = String(message.record['Organization']));
    }
    if (now() - begin < patience) last = undefined;
    return last;
  };
}
