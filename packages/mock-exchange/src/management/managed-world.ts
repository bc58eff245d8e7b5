import type { Clock } from '@cutover/base';
import type { ServerControl } from '../control.ts';
import type { LiveOrganisation } from '../organisation/live-organisation.ts';
import type { ExchangeVersion } from '../profiles/exchange-profile.ts';
import type { InformationStore } from '../store/information-store.ts';

/** What the management endpoint looks at and changes. */
export interface ManagedWorld {
  readonly live: LiveOrganisation;
  readonly store: InformationStore;
  readonly control: ServerControl;
  readonly clock: Clock;
  /** Which Exchange the server is. */
  readonly version: ExchangeVersion;
}
