import type { BatchView, UserView } from '@cutover/migration';

const start = Date.UTC(2026, 2, 2, 8);

/** A batch as the migration shows it, for tests of what is made from it. */
export function batchView(changes: Partial<BatchView> = {}): BatchView {
  return {
    guid: '11111111-2222-4333-8444-555555555555',
    name: 'Cutover',
    endpointGuid: '99999999-2222-4333-8444-555555555555',
    endpointName: 'Contoso',
    status: 'Synced',
    submittedBy: 'admin@contoso.com',
    startedBy: 'admin@contoso.com',
    notificationEmails: [],
    createdAt: start,
    startedAt: start + 60_000,
    startAfter: undefined,
    completeAfter: undefined,
    initialSyncAt: start + 360_000,
    lastSyncedAt: start + 360_000,
    completedAt: undefined,
    nextSyncAt: start + 86_760_000,
    nextReportAt: undefined,
    reportInterval: 0,
    timeZone: 'UTC',
    locale: 'en-US',
    requireClean: false,
    pendingReport: undefined,
    message: undefined,
    totalCount: 0,
    pendingCount: 0,
    activeCount: 0,
    stoppedCount: 0,
    syncedCount: 0,
    finalizedCount: 0,
    failedCount: 0,
    provisionedCount: 0,
    isProvisioning: false,
    ...changes,
  };
}

/** A batch's user that was migrated, for tests of what is made from it. */
export function userView(name: string, changes: Partial<UserView> = {}): UserView {
  const emailAddress = `${name.toLowerCase().replaceAll(' ', '.')}@contoso.com`;
  return {
    guid: `guid of ${name}`,
    batchGuid: '11111111-2222-4333-8444-555555555555',
    batchName: 'Cutover',
    emailAddress,
    recipientType: 'Mailbox',
    entry: {
      kind: 'mailbox',
      sourceId: `/o=Contoso/cn=Recipients/cn=${name}`,
      displayName: name,
      alias: name,
      primaryAddress: emailAddress,
      proxyAddresses: [`SMTP:${emailAddress}`],
      attributes: {},
    },
    status: 'Synced',
    targetGuid: `target of ${name}`,
    provisioned: true,
    sealedPassword: undefined,
    error: undefined,
    syncedItemCount: 120,
    skippedItemCount: 0,
    totalItemCount: 120,
    bytesTransferred: 1_000_000,
    transientFailures: 0,
    queuedAt: start,
    startedAt: start + 60_000,
    initialSyncedAt: start + 120_000,
    lastSyncedAt: start + 120_000,
    queuedDuration: 60_000,
    inProgressDuration: 60_000,
    syncedDuration: 0,
    stalledDuration: 0,
    statusSince: start + 120_000,
    ...changes,
  };
}
