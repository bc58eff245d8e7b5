import type { BatchView, EndpointRecord, UserView } from '@cutover/migration';
import type { ConnectivityNode } from '@cutover/outlook-anywhere';
import type { SeenRouting } from '../dns/routing-history.ts';

/** What the checks of a plan look at. */
export interface PlanFacts {
  readonly source: 'Exchange2003' | 'Exchange2007' | 'Exchange2010';
  readonly publicFolders: boolean;
  readonly singleSignOnLater: boolean;
  readonly unifiedMessaging: boolean;
  readonly directorySynchronization: boolean;
  readonly singleSignOn: boolean;
  readonly acceptedDomains: readonly string[];
  readonly endpoints: readonly EndpointRecord[];
  /** The live test of the connection; undefined when there is no endpoint. */
  readonly connectivity: ConnectivityNode | undefined;
  readonly batches: readonly BatchView[];
  readonly users: readonly UserView[];
  readonly routings: ReadonlyMap<string, SeenRouting>;
  /** Ids of the items that an administrator has ticked off. */
  readonly done: ReadonlySet<string>;
  readonly now: number;
}
