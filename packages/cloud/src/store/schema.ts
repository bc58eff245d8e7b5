import type { Schema } from '@cutover/migration';

/**
 * The emulated organisation's tables. Times are milliseconds since 1970. A released step is never changed; add another.
 * A chunk's key is its content's number × 65,536 plus its place, so that chunks need no index and are appended in order.
 */
export const cloudSchema: Schema = {
  owner: 'cloud',
  steps: [
    `
    CREATE TABLE accepted_domain (
      name TEXT PRIMARY KEY COLLATE NOCASE, isDefault INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE recipient (
      number INTEGER PRIMARY KEY, guid TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
      sourceId TEXT COLLATE NOCASE UNIQUE, displayName TEXT NOT NULL, alias TEXT NOT NULL,
      primaryAddress TEXT NOT NULL COLLATE NOCASE, proxyAddresses TEXT NOT NULL, attributes TEXT NOT NULL,
      externalAddress TEXT, createdAt INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE recipient_address (
      address TEXT PRIMARY KEY COLLATE NOCASE, recipient INTEGER NOT NULL REFERENCES recipient (number) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE account (
      recipient INTEGER PRIMARY KEY REFERENCES recipient (number) ON DELETE CASCADE,
      signInHash TEXT NOT NULL, mustChangePassword INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE group_member (
      groupNumber INTEGER NOT NULL REFERENCES recipient (number) ON DELETE CASCADE,
      member INTEGER NOT NULL REFERENCES recipient (number) ON DELETE CASCADE,
      PRIMARY KEY (groupNumber, member)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX group_member_member ON group_member (member);

    CREATE TABLE folder (
      number INTEGER PRIMARY KEY, mailbox INTEGER NOT NULL REFERENCES recipient (number), id TEXT NOT NULL,
      parentId TEXT, name TEXT NOT NULL, containerClass TEXT NOT NULL, role TEXT, properties BLOB NOT NULL,
      UNIQUE (mailbox, id)
    ) STRICT;

    CREATE TABLE item (
      number INTEGER PRIMARY KEY AUTOINCREMENT, folder INTEGER NOT NULL REFERENCES folder (number),
      sourceKey BLOB NOT NULL, changeKey BLOB NOT NULL, messageClass TEXT NOT NULL, subject TEXT NOT NULL,
      receivedAt INTEGER, modifiedAt INTEGER, isRead INTEGER NOT NULL, associated INTEGER NOT NULL,
      size INTEGER NOT NULL, content INTEGER NOT NULL,
      UNIQUE (folder, sourceKey)
    ) STRICT;

    CREATE TABLE content_chunk (key INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

    CREATE TABLE staged_content (content INTEGER PRIMARY KEY) STRICT;
    `,
    `
    ALTER TABLE recipient ADD COLUMN signInName TEXT COLLATE NOCASE;
    UPDATE recipient SET signInName = primaryAddress WHERE kind = 'mailbox';

    ALTER TABLE accepted_domain ADD COLUMN domainType TEXT NOT NULL DEFAULT 'Authoritative';

    CREATE TABLE recipient_permission (
      recipient INTEGER NOT NULL REFERENCES recipient (number) ON DELETE CASCADE,
      trustee TEXT NOT NULL COLLATE NOCASE, accessRight TEXT NOT NULL,
      PRIMARY KEY (recipient, trustee, accessRight)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE organisation_setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
    `,
    'ALTER TABLE account ADD COLUMN signedInAt INTEGER;',
  ],
};
