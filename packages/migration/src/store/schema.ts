import type { Schema } from './schema-steps.ts';

/** The migration service's tables. Times are milliseconds since 1970. A released step is never changed; add another. */
export const migrationSchema: Schema = {
  owner: 'migration',
  steps: [
    `
    CREATE TABLE migration_endpoint (
      number INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      endpointType TEXT NOT NULL, exchangeServer TEXT NOT NULL, rpcProxyServer TEXT NOT NULL, nspiServer TEXT,
      authentication TEXT NOT NULL, mailboxPermission TEXT NOT NULL, username TEXT NOT NULL, emailAddress TEXT,
      acceptUntrustedCertificates INTEGER NOT NULL, maxConcurrentMigrations INTEGER NOT NULL,
      maxConcurrentIncrementalSyncs INTEGER NOT NULL, sealedPassword BLOB NOT NULL,
      createdAt INTEGER NOT NULL, modifiedAt INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE migration_batch (
      number INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, name TEXT NOT NULL UNIQUE COLLATE NOCASE,
      endpointGuid TEXT NOT NULL REFERENCES migration_endpoint (guid), status TEXT NOT NULL,
      submittedBy TEXT NOT NULL, startedBy TEXT, notificationEmails TEXT NOT NULL, createdAt INTEGER NOT NULL,
      startedAt INTEGER, startAfter INTEGER, completeAfter INTEGER, initialSyncAt INTEGER, lastSyncedAt INTEGER,
      completedAt INTEGER, nextSyncAt INTEGER, nextReportAt INTEGER, reportInterval INTEGER NOT NULL,
      timeZone TEXT NOT NULL, locale TEXT NOT NULL, requireClean INTEGER NOT NULL, pendingReport TEXT, message TEXT
    ) STRICT;

    CREATE TABLE migration_user (
      number INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE,
      batchGuid TEXT NOT NULL REFERENCES migration_batch (guid) ON DELETE CASCADE,
      emailAddress TEXT NOT NULL COLLATE NOCASE, sourceId TEXT NOT NULL COLLATE NOCASE UNIQUE,
      recipientType TEXT NOT NULL, entry TEXT NOT NULL,
      status TEXT NOT NULL, targetGuid TEXT, provisioned INTEGER NOT NULL, sealedPassword BLOB, error TEXT,
      syncedItemCount INTEGER NOT NULL, totalItemCount INTEGER, bytesTransferred INTEGER NOT NULL,
      transientFailures INTEGER NOT NULL, queuedAt INTEGER NOT NULL, startedAt INTEGER, initialSyncedAt INTEGER,
      lastSyncedAt INTEGER, queuedDuration INTEGER NOT NULL, inProgressDuration INTEGER NOT NULL,
      syncedDuration INTEGER NOT NULL, stalledDuration INTEGER NOT NULL, statusSince INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX migration_user_batch ON migration_user (batchGuid, status);
    CREATE INDEX migration_user_address ON migration_user (emailAddress);

    CREATE TABLE migration_skipped (
      number INTEGER PRIMARY KEY, userGuid TEXT NOT NULL REFERENCES migration_user (guid) ON DELETE CASCADE,
      itemId TEXT NOT NULL, folderId TEXT NOT NULL, folderName TEXT NOT NULL, messageClass TEXT, subject TEXT, receivedAt INTEGER,
      size INTEGER, kind TEXT NOT NULL, code TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL,
      UNIQUE (userGuid, itemId)
    ) STRICT;

    CREATE TABLE migration_report_line (
      number INTEGER PRIMARY KEY, at INTEGER NOT NULL,
      batchGuid TEXT NOT NULL REFERENCES migration_batch (guid) ON DELETE CASCADE,
      userGuid TEXT REFERENCES migration_user (guid) ON DELETE CASCADE, text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX migration_report_line_batch ON migration_report_line (batchGuid);
    CREATE INDEX migration_report_line_user ON migration_report_line (userGuid);

    CREATE TABLE ledger_mailbox (
      number INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, hierarchyState BLOB
    ) STRICT;

    CREATE TABLE ledger_folder (
      number INTEGER PRIMARY KEY, mailbox INTEGER NOT NULL REFERENCES ledger_mailbox (number), id TEXT NOT NULL,
      name TEXT NOT NULL, itemCount INTEGER, contentsState BLOB, UNIQUE (mailbox, id)
    ) STRICT;

    CREATE TABLE ledger_item (
      folder INTEGER NOT NULL REFERENCES ledger_folder (number), id BLOB NOT NULL, changeKey BLOB NOT NULL,
      targetItem INTEGER NOT NULL, PRIMARY KEY (folder, id)
    ) STRICT, WITHOUT ROWID;
    `,
    `
    ALTER TABLE migration_endpoint ADD COLUMN autodiscovered INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE migration_endpoint ADD COLUMN testMailbox TEXT;
    ALTER TABLE migration_endpoint ADD COLUMN sourceMailboxLegacyDN TEXT;

    ALTER TABLE migration_batch ADD COLUMN kind TEXT NOT NULL DEFAULT 'cutover';
    ALTER TABLE migration_batch ADD COLUMN statusSince INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE migration_batch ADD COLUMN touchedAt INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE migration_batch ADD COLUMN pendingReportAt INTEGER;
    ALTER TABLE migration_batch ADD COLUMN skipReports INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE migration_batch ADD COLUMN quiet INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE migration_batch ADD COLUMN allowIncrementalSyncs INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE migration_batch ADD COLUMN autoRetryCount INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE migration_batch ADD COLUMN autoRetries INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE migration_batch ADD COLUMN badItemLimit INTEGER;
    ALTER TABLE migration_batch ADD COLUMN largeItemLimit INTEGER;
    ALTER TABLE migration_batch ADD COLUMN validationWarnings TEXT NOT NULL DEFAULT '[]';
    UPDATE migration_batch SET
      touchedAt = coalesce(startedAt, createdAt),
      statusSince = coalesce(completedAt, lastSyncedAt, startedAt, createdAt),
      pendingReportAt = CASE WHEN pendingReport IS NULL THEN NULL ELSE coalesce(lastSyncedAt, createdAt) END;

    ALTER TABLE migration_user ADD COLUMN badItemLimit INTEGER;
    ALTER TABLE migration_user ADD COLUMN largeItemLimit INTEGER;
    ALTER TABLE migration_user ADD COLUMN keepsPassword INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE migration_user ADD COLUMN approvedAt INTEGER;

    CREATE TABLE migration_setting (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    `,
    `
    ALTER TABLE migration_batch ADD COLUMN nextUserAt INTEGER;
    ALTER TABLE migration_user ADD COLUMN startAfter INTEGER;
    ALTER TABLE migration_user ADD COLUMN completeAfter INTEGER;
    `,
    `
    CREATE TABLE migration_untold_password (
      targetGuid TEXT PRIMARY KEY, userGuid TEXT NOT NULL, sealedPassword BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER migration_user_removed AFTER DELETE ON migration_user
    WHEN old.sealedPassword IS NOT NULL AND old.targetGuid IS NOT NULL
    BEGIN
      INSERT OR REPLACE INTO migration_untold_password VALUES (old.targetGuid, old.guid, old.sealedPassword);
    END;
    `,
  ],
};
