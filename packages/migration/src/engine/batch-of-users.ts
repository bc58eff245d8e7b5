import { migrationErrors } from '../errors.ts';
import type { BatchRecord } from '../records/batch.ts';
import type { UserRecord } from '../records/user.ts';
import { phaseOf } from '../states/batch-states.ts';
import type { EngineContext } from './context.ts';
import { findUser } from './queries.ts';
import { moveUser, reportLine } from './transitions.ts';

/** Users of older batches that go over into a new one, the endpoint that they share, and what is wrong with the others. */
export interface ExistingUsers {
  readonly users: readonly UserRecord[];
  readonly endpointGuid: string;
  readonly problems: readonly string[];
}

/** The users of these addresses or GUIDs; throws when not one of them can be taken. */
export function existingUsers(context: EngineContext, identities: readonly string[]): ExistingUsers {
  const problems: string[] = [];
  const users = new Map<string, UserRecord>();
  let endpointGuid = '';
  for (const identity of identities) {
    const user = findUser(context, identity);
    const problem = user === undefined ? migrationErrors.userNotFound({ identity }).message : obstacle(context, user);
    const batch = user && context.store.batches.get(user.batchGuid)!;
    if (user === undefined || batch === undefined || problem !== undefined) problems.push(problem!);
    else if (endpointGuid !== '' && endpointGuid !== batch.endpointGuid) problems.push(otherEndpoint(user));
    else {
      endpointGuid = batch.endpointGuid;
      users.set(user.guid, user);
    }
  }
  if (users.size === 0) throw migrationErrors.noExistingUsers({ problems });
  return { users: [...users.values()], endpointGuid, problems };
}

/** What keeps a user where it is. */
function obstacle({ store }: EngineContext, { batchGuid, emailAddress, status }: UserRecord): string | undefined {
  const batch = store.batches.get(batchGuid)!;
  if (status === 'Completed') return `${emailAddress} is completed already.`;
  const isRunning = phaseOf(batch.status) === 'underWay' || batch.status === 'IncrementalSyncing';
  return isRunning ? `${emailAddress} belongs to "${batch.name}", which is running; stop that batch first.` : undefined;
}

const otherEndpoint = ({ emailAddress }: UserRecord): string =>
  `${emailAddress} has another endpoint than the users before; put it into a batch of its own.`;

/** Takes them out of their batches; what was copied already is not copied twice. */
export function takeUsers(context: EngineContext, batch: BatchRecord, users: readonly UserRecord[]): void {
  for (const { guid, batchGuid, emailAddress } of users) {
    context.store.users.update(guid, { batchGuid: batch.guid });
    moveUser(context, guid, { status: 'Queued', error: undefined, queuedAt: context.clock.now() });
    reportLine(context, { batchGuid }, `${emailAddress} went over to the batch ${batch.name}.`);
  }
  reportLine(context, { batchGuid: batch.guid }, `${users.length} users were taken over from older batches.`);
}
