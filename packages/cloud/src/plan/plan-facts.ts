import type { BatchView, EndpointRecord, UserView } from '@cutover/migration';
import type { SeenRouting } from '../dns/routing-history.ts';
import type { MailboxSurvey } from './mailbox-survey.ts';
import type { Finding } from './plan-checks.ts';
import type { PlanAnswers } from './plan-questions.ts';

/** What the checks of a plan look at. */
export interface PlanFacts {
  readonly answers: PlanAnswers;
  readonly directorySynchronization: boolean;
  readonly singleSignOn: boolean;
  readonly acceptedDomains: readonly string[];
  readonly endpoints: readonly EndpointRecord[];
  /** The live test of the connection; undefined when there is no endpoint, or nothing left to migrate. */
  readonly connectivity: Finding | undefined;
  /** What Test-MigrationServerAvailability found last. */
  readonly lastTest: Finding | undefined;
  /** The RPC proxy of the source while it answers; undefined when it does not, or was not asked. */
  readonly answeringSource: string | undefined;
  /** What the last survey of the source found; undefined: there was none. */
  readonly survey: MailboxSurvey | undefined;
  readonly batches: readonly BatchView[];
  readonly users: readonly UserView[];
  /** The mailboxes that a migration has brought. */
  readonly migrated: readonly MigratedMailbox[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly routings: ReadonlyMap<string, SeenRouting>;
  /** Of the mailboxes that were compared with their source: whether they hold the same. */
  readonly compared: ReadonlyMap<string, boolean>;
  /** Ids of the items that an administrator has ticked off. */
  readonly ticked: ReadonlySet<string>;
  /** When a plan first found an item done, by its id. */
  readonly doneAt: Readonly<Record<string, number>>;
  readonly now: number;
}

export interface MigratedMailbox {
  readonly address: string;
  /** Its first password is not changed yet. */
  readonly hasFirstPassword: boolean;
  /** Whether its owner was ever there. */
  readonly isSignedIn: boolean;
  /** Its migration is not complete. */
  readonly isUnderWay: boolean;
  readonly hasUnifiedMessaging: boolean;
  readonly isLicensed: boolean;
}

/** A security group of the organization in the cloud. */
export interface SecurityGroup {
  /** By which it may be meant, in small letters. */
  readonly names: readonly string[];
  readonly memberCount: number;
}
