import {
  toErrorRecord,
  type AnsweredCall,
  type AnyParametersOf,
  type BackendMessage,
  type BackendRecord,
  type Cmdlet,
} from '@cutover/core';
import type { CmdletDefinition, OutputOf } from '@cutover/core';
import type { Ids } from '@cutover/base';
import type { EndpointRecord, MigrationService, UnitOfWork } from '@cutover/migration';
import type { EmulatorClock } from './clock/emulator-clock.ts';
import type { Connections } from './connections.ts';
import type { QueryDns } from './dns/query-dns.ts';
import type { Directory } from './store/directory.ts';
import type { Mailboxes } from './store/mailboxes.ts';
import type { OrganisationValues } from './store/organisation-values.ts';
import type { Permissions } from './store/permissions.ts';
import type { ConnectivityTest } from './source/connectivity.ts';
import type { SourceAnswers } from './source/source-answers.ts';
import type { SettingsSearch } from './source/settings-search.ts';
import type { ReportArchive } from './mail/report-archive.ts';

/** What every cmdlet of one organisation may touch. */
export interface CmdletWorld {
  readonly migration: MigrationService;
  readonly connectivity: ConnectivityTest;
  readonly sourceAnswers: SourceAnswers;
  readonly searchSettings: SettingsSearch;
  readonly reports: ReportArchive;
  /** Address of who is signed in: batches are submitted and started in this name. */
  readonly administrator: string;
  /** Name of the organisation, as its objects tell it. */
  readonly organisation: string;
  /** Active directory synchronisation rules a cutover out. */
  readonly directorySynchronization: boolean;
  /** So does single sign-on, which cloud accounts of their own would break. */
  readonly singleSignOn: boolean;
  /** Why the settings file is not used as it lies there. */
  readonly settingsProblem: string | undefined;
  readonly directory: Directory;
  readonly permissions: Permissions;
  readonly values: OrganisationValues;
  readonly mailboxes: Mailboxes;
  readonly unitOfWork: UnitOfWork;
  readonly connections: Connections;
  readonly queryDns: QueryDns;
  readonly clock: EmulatorClock;
  /** Lets time pass at once, with everything done that falls due. */
  readonly letTimePass: (duration: number, options: { signal: AbortSignal }) => Promise<void>;
  readonly ids: Ids;
  /** How error ids are written: as in remote sessions, or as since REST. */
  readonly errorShape: AnsweredCall['shape'];
  readonly signInHash: (password: string) => Promise<string>;
  readonly isAcceptedDomain: (domain: string) => boolean;
  /** Unseals the credential of an endpoint. */
  readonly endpointPassword: (endpoint: EndpointRecord) => string;
}

/** The world of one call, with the streams beside the records. */
export interface CmdletContext extends CmdletWorld {
  readonly signal: AbortSignal;
  /** Reports an error after which the cmdlet goes on; a thrown one ends it. */
  readonly writeError: (error: unknown, target?: string) => void;
  readonly writeWarning: (message: string) => void;
  readonly writeVerbose: (message: string) => void;
}

/** A cmdlet's contract together with its behaviour. */
export interface CmdletHandler {
  readonly definition: CmdletDefinition;
  run(context: CmdletContext, parameters: object): AsyncGenerator<BackendRecord>;
}

/** Binds a behaviour to its contract; the parameters have been parsed by it. */
export function implement<D extends CmdletDefinition>(
  cmdlet: Cmdlet<D>,
  run: (context: CmdletContext, parameters: AnyParametersOf<D>) => AsyncGenerator<OutputOf<D>, void>,
): CmdletHandler {
  return {
    definition: cmdlet.definition,
    run: run as unknown as CmdletHandler['run'],
  };
}

/** Collects what a cmdlet writes beside its records, in order, until it is taken. */
export function sideStreams(cmdlet: string): Pick<CmdletContext, 'writeError' | 'writeWarning' | 'writeVerbose'> & {
  take(): BackendMessage[];
} {
  const messages: BackendMessage[] = [];
  return {
    writeError: (error, target) =>
      void messages.push({
        kind: 'error',
        error: toErrorRecord(error, { cmdlet, target: target ?? null }),
        terminating: false,
      }),
    writeWarning: (message) => void messages.push({ kind: 'warning', message }),
    writeVerbose: (message) => void messages.push({ kind: 'verbose', message }),
    take: () => messages.splice(0),
  };
}
