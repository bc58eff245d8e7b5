import { getMigrationUser, migrationErrors, type AnyParametersOf } from '@cutover/core';
import type { UserStatus, UserView } from '@cutover/migration';
import { implement, type CmdletContext } from '../implement.ts';
import { toMigrationUser } from '../objects/to-migration-user.ts';
import { resultSize } from './result-size.ts';

type Parameters = AnyParametersOf<typeof getMigrationUser.definition>;

export const handler = implement(getMigrationUser, async function* (context, parameters) {
  const users =
    parameters.MailboxGuid === undefined ? find(context, parameters) : byMailbox(context, parameters.MailboxGuid);
  yield* resultSize(context, users, parameters.ResultSize).map(toMigrationUser);
});

function find({ migration, writeError }: CmdletContext, parameters: Parameters): UserView[] {
  const { BatchId, EmailAddress, Status, StatusSummary } = parameters;
  const identity = parameters.Identity ?? EmailAddress;
  if (identity !== undefined) {
    const user = migration.findUser(identity);
    if (!user) writeError(migrationErrors.userNotFound({ identity }), identity);
    return user ? [user] : [];
  }
  if (BatchId !== undefined && !migration.findBatch(BatchId)) {
    writeError(migrationErrors.batchNotFound({ identity: BatchId }), BatchId);
    return [];
  }
  // States that a cutover never has match nobody.
  return migration.users({ batch: BatchId, status: Status as UserStatus | undefined, statusSummary: StatusSummary });
}

function byMailbox({ migration, writeError }: CmdletContext, mailboxGuid: string): UserView[] {
  const wanted = mailboxGuid.toLowerCase();
  const found = migration.users().filter((user) => user.recipientType === 'Mailbox' && user.targetGuid === wanted);
  if (found.length === 0) writeError(migrationErrors.userNotFound({ identity: mailboxGuid }), mailboxGuid);
  return found;
}
