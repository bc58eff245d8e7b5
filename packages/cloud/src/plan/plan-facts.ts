import type { BatchView, EndpointRecord, UserView } from '@cutover/migration';
import type { ConnectivityNode } from '@cutover/outlook-anywhere';
import type { SeenRouting } from '../dns/routing-history.ts';
import type { MailboxSurvey } from './mailbox-survey.ts';

/** What only a person can tell, by the names of the parameters that tell it. */
export interface PlanAnswers {
  readonly SourceVersion: 'Exchange2003' | 'Exchange2007' | 'Exchange2010';
  readonly PublicFolders: boolean;
  readonly UnifiedMessaging: boolean;
  readonly SingleSignOnLater: boolean;
}

/** What the checks of a plan look at. */
export interface PlanFacts {
  readonly answers: PlanAnswers;
  readonly directorySynchronization: boolean;
  readonly singleSignOn: boolean;
  readonly acceptedDomains: readonly string[];
  readonly endpoints: readonly EndpointRecord[];
  /** The live test of the connection; undefined when there is no endpoint. */
  readonly connectivity: ConnectivityNode | undefined;
  /** What the last survey of the source found; undefined: there was none. */
  readonly survey: MailboxSurvey | undefined;
  readonly batches: readonly BatchView[];
  readonly users: readonly UserView[];
  /** The mailboxes, groups and contacts that a migration has brought. */
  readonly migrated: MigratedObjects;
  readonly routings: ReadonlyMap<string, SeenRouting>;
  /** Of the mailboxes that were compared with their source: whether they hold the same. */
  readonly compared: ReadonlyMap<string, boolean>;
  /** Ids of the items that an administrator has ticked off. */
  readonly done: ReadonlySet<string>;
  readonly now: number;
}

export interface MigratedObjects {
  readonly mailboxes: number;
  /** Whose first password is not changed yet. */
  readonly withFirstPassword: number;
  /** Who signed in before their migration was complete. */
  readonly signedInEarly: readonly string[];
  readonly withUnifiedMessaging: number;
}
