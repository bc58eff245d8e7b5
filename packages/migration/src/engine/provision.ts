import { migrationErrors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { SourceRecipient } from '../ports/source.ts';
import type { TargetRecipient } from '../ports/target.ts';
import type { UserRecord } from '../records/user.ts';
import type { EngineContext } from './context.ts';
import { forEachLimited } from './for-each-limited.ts';
import { moveUser, reportLine, userError } from './transitions.ts';

/** What a user's sealed first password is bound to. */
export const passwordSecret = (userGuid: string): string => `first password ${userGuid}`;

/**
 * Makes the target objects of these users. Groups wait in ProvisionUpdating until every object is there, then get their members;
 * contacts and groups are then done, mailboxes go back to the queue for their copy.
 */
export async function provisionUsers(
  context: EngineContext,
  users: readonly UserRecord[],
  signal: AbortSignal,
): Promise<void> {
  await forEachLimited(users, limits.provisionAtOnce, (user) => provision(context, user, signal));
  signal.throwIfAborted();
  for (const { guid } of users) {
    const user = context.store.users.get(guid)!;
    if (user.status === 'ProvisionUpdating') context.unitOfWork.transaction(() => fillGroup(context, user));
  }
}

async function provision(context: EngineContext, user: UserRecord, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  moveUser(context, user.guid, { status: 'Provisioning', startedAt: user.startedAt ?? context.clock.now() });
  if (user.targetGuid !== undefined && !context.target.hasRecipient(user.targetGuid)) forgetCopy(context, user);
  try {
    await makeRecipient(context, context.store.users.get(user.guid)!, signal);
  } catch (error) {
    signal.throwIfAborted();
    context.unitOfWork.transaction(() => fail(context, user, error));
  }
}

/** An administrator has removed what was made: it is made and copied anew. */
function forgetCopy({ clock, store, unitOfWork }: EngineContext, { batchGuid, guid, recipientType }: UserRecord): void {
  unitOfWork.transaction(() => {
    store.users.update(guid, {
      targetGuid: undefined,
      provisioned: false,
      sealedPassword: undefined,
      initialSyncedAt: undefined,
      lastSyncedAt: undefined,
      syncedItemCount: 0,
      totalItemCount: undefined,
      bytesTransferred: 0,
    });
    store.skipped.clear(guid);
    const text = `${recipientType} was removed from the organization, and is made anew.`;
    reportLine({ store, clock }, { batchGuid, userGuid: guid }, text);
  });
}

async function makeRecipient(context: EngineContext, user: UserRecord, signal: AbortSignal): Promise<void> {
  const { entry, guid } = user;
  const { target, unitOfWork, ids, secrets } = context;
  const found = findExisting(context, entry);
  if (found) {
    return unitOfWork.transaction(() => {
      target.linkRecipient(found.guid, entry);
      provisioned(context, user, { recipient: found, found: true, ...untoldPassword(context, found.guid, guid) });
    });
  }
  if (entry.kind !== 'mailbox') {
    unitOfWork.transaction(() => {
      const identity = { guid: ids.guid() };
      const recipient =
        entry.kind === 'group' ? target.createGroup(entry, identity) : target.createContact(entry, identity);
      provisioned(context, user, { recipient });
    });
    return;
  }
  const password = user.sealedPassword
    ? secrets.open(user.sealedPassword, passwordSecret(guid))
    : secrets.temporaryPassword();
  const signInHash = await secrets.signInHash(password, { signal });
  signal.throwIfAborted();
  unitOfWork.transaction(() => {
    const recipient = target.createMailbox(entry, {
      guid: ids.guid(),
      signInHash,
      mustChangePassword: !user.keepsPassword,
    });
    const sealedPassword = secrets.seal(password, passwordSecret(guid));
    provisioned(context, user, { recipient, sealedPassword });
  });
}

/** The first password of a mailbox whose batch was removed before it was told, sealed for its new user. */
function untoldPassword({ secrets, store }: EngineContext, targetGuid: string, guid: string) {
  const kept = store.untoldPasswords.take(targetGuid);
  if (kept === undefined) return {};
  const password = secrets.open(kept.sealedPassword, passwordSecret(kept.userGuid));
  return { sealedPassword: secrets.seal(password, passwordSecret(guid)) };
}

/** The recipient that an earlier batch, or an administrator, has made. */
function findExisting({ target }: EngineContext, entry: SourceRecipient): TargetRecipient | undefined {
  const { sourceId, primaryAddress: address } = entry;
  const domain = address.slice(address.indexOf('@') + 1);
  // A contact's address is somebody else's.
  if (entry.kind !== 'contact' && !target.isAcceptedDomain(domain)) {
    throw migrationErrors.domainNotAccepted({ address, domain });
  }
  const found = target.findRecipient({ sourceId, address });
  if (found?.kind === 'mailUser' && entry.kind === 'mailbox') return undefined;
  if (found && found.kind !== entry.kind) throw migrationErrors.addressTaken({ address, kind: found.kind });
  if (found && entry.kind !== 'contact') assertSameSource(found, entry);
  return found;
}

/** Two mailboxes in one would be counted, compared and synchronized as one that they are not. */
function assertSameSource({ kind, sourceId }: TargetRecipient, entry: SourceRecipient): void {
  if (sourceId === undefined || sourceId.toLowerCase() === entry.sourceId.toLowerCase()) return;
  throw migrationErrors.addressOfAnother({ address: entry.primaryAddress, kind, sourceId });
}

const afterProvisioning = { mailbox: 'Queued', group: 'ProvisionUpdating', contact: 'Synced' } as const;

interface Provisioned {
  recipient: TargetRecipient;
  found?: boolean;
  sealedPassword?: Uint8Array;
}

function provisioned(context: EngineContext, user: UserRecord, made: Provisioned): void {
  const { recipient, found = false, sealedPassword = user.sealedPassword } = made;
  const status = afterProvisioning[user.entry.kind];
  const synced = status === 'Synced' ? doneNow(context, user) : {};
  moveUser(context, user.guid, { status, targetGuid: recipient.guid, provisioned: true, sealedPassword, ...synced });
  const text = `${user.recipientType} ${recipient.primaryAddress} ${found ? 'was there already' : 'was created'}.`;
  reportLine(context, { batchGuid: user.batchGuid, userGuid: user.guid }, text);
}

const doneNow = ({ clock }: EngineContext, { initialSyncedAt }: UserRecord): Partial<UserRecord> => ({
  initialSyncedAt: initialSyncedAt ?? clock.now(),
  lastSyncedAt: clock.now(),
  error: undefined,
});

/** Gives a group the members that exist; those that do not make it fail, and a new start tries again. */
function fillGroup(context: EngineContext, user: UserRecord): void {
  const { entry } = user;
  if (entry.kind !== 'group') return;
  const found = entry.members.map((sourceId) => ({ sourceId, recipient: context.target.findRecipient({ sourceId }) }));
  const members = found.flatMap(({ recipient }) => (recipient ? [recipient.guid] : []));
  context.target.setGroupMembers(user.targetGuid!, members);
  const missing = found.filter(({ recipient }) => recipient === undefined).map(({ sourceId }) => sourceId);
  if (missing.length > 0) return fail(context, user, missingError(entry.displayName, missing));
  moveUser(context, user.guid, { status: 'Synced', ...doneNow(context, user) });
  reportLine(context, { batchGuid: user.batchGuid, userGuid: user.guid }, `The group has ${members.length} members.`);
}

function missingError(group: string, missing: readonly string[]): Error {
  const named = missing.slice(0, limits.namedMembers).map((sourceId) => sourceId.slice(sourceId.lastIndexOf('=') + 1));
  const more = missing.length > named.length ? ` and ${missing.length - named.length} more` : '';
  return migrationErrors.membersMissing({ group, members: `${named.join(', ')}${more}` });
}

function fail(context: EngineContext, user: UserRecord, error: unknown): void {
  const kept = userError(error, context.clock.now());
  moveUser(context, user.guid, { status: 'Failed', error: kept });
  reportLine(context, { batchGuid: user.batchGuid, userGuid: user.guid }, `Provisioning failed: ${kept.detail}`);
}
