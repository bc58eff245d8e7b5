import type { SourceRecipient } from '../ports/source.ts';
import type { BatchRecord, ReportMoment } from '../records/batch.ts';
import type { EndpointAuthentication, EndpointRecord, MailboxPermission } from '../records/endpoint.ts';
import type { RecipientType, UserError, UserRecord } from '../records/user.ts';
import type { BatchStatus } from '../states/batch-states.ts';
import type { UserStatus } from '../states/user-states.ts';
import {
  blob,
  flag,
  integer,
  json,
  oneOf,
  optionalBlob,
  optionalInteger,
  optionalOneOf,
  optionalText,
  text,
  type Columns,
} from './record-table.ts';

export const endpointColumns: Columns<EndpointRecord> = {
  guid: text,
  name: text,
  endpointType: oneOf<EndpointRecord['endpointType']>(),
  exchangeServer: text,
  rpcProxyServer: text,
  nspiServer: optionalText,
  authentication: oneOf<EndpointAuthentication>(),
  mailboxPermission: oneOf<MailboxPermission>(),
  username: text,
  emailAddress: optionalText,
  acceptUntrustedCertificates: flag,
  maxConcurrentMigrations: integer,
  maxConcurrentIncrementalSyncs: integer,
  sealedPassword: blob,
  createdAt: integer,
  modifiedAt: integer,
};

export const batchColumns: Columns<BatchRecord> = {
  guid: text,
  name: text,
  endpointGuid: text,
  status: oneOf<BatchStatus>(),
  submittedBy: text,
  startedBy: optionalText,
  notificationEmails: json<readonly string[]>(),
  createdAt: integer,
  startedAt: optionalInteger,
  startAfter: optionalInteger,
  completeAfter: optionalInteger,
  initialSyncAt: optionalInteger,
  lastSyncedAt: optionalInteger,
  completedAt: optionalInteger,
  nextSyncAt: optionalInteger,
  nextReportAt: optionalInteger,
  reportInterval: integer,
  timeZone: text,
  locale: text,
  requireClean: flag,
  pendingReport: optionalOneOf<ReportMoment>(),
  message: optionalText,
};

export const userColumns: Columns<UserRecord> = {
  guid: text,
  batchGuid: text,
  emailAddress: text,
  recipientType: oneOf<RecipientType>(),
  entry: json<SourceRecipient>(),
  status: oneOf<UserStatus>(),
  targetGuid: optionalText,
  provisioned: flag,
  sealedPassword: optionalBlob,
  error: json<UserError | undefined>(),
  syncedItemCount: integer,
  totalItemCount: optionalInteger,
  bytesTransferred: integer,
  transientFailures: integer,
  queuedAt: integer,
  startedAt: optionalInteger,
  initialSyncedAt: optionalInteger,
  lastSyncedAt: optionalInteger,
  queuedDuration: integer,
  inProgressDuration: integer,
  syncedDuration: integer,
  stalledDuration: integer,
  statusSince: integer,
};
