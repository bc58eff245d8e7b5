import { objectIdOf } from './object-id.ts';
import {
  errorCode,
  logonFlag,
  logonFolders,
  openFlag,
  type RopResponse,
  type RopValueOf,
  rops,
  unsetHandle,
} from '@cutover/wire/rop';
import type { Environment } from '../environment.ts';
import { errors } from '../errors.ts';
import type { CallOptions } from '../options.ts';
import { StoreMailbox } from './store-mailbox.ts';
import type { Mailbox, OpenMailboxOptions, WellKnownFolders } from './mailbox.ts';
import { createReplicas } from './replicas.ts';
import { rop } from './rop-batch.ts';
import { isDenied, openStoreSession, type StoreSession } from './store-session.ts';

type LogonAnswer = RopResponse<RopValueOf<typeof rops.logon>>;
type Logon = RopValueOf<typeof rops.logon>;

/** What is to be opened, once every choice is made. */
interface Target extends CallOptions {
  readonly legacyExchangeDN: string;
  readonly userDN: string;
  readonly asAdministrator: boolean;
  readonly server: string;
}

/** Connects to the store and logs on to the mailbox; follows the server's word that it lies on another one, once. */
export async function openMailbox(
  environment: Environment,
  options: OpenMailboxOptions & { readonly userDN: string | undefined },
): Promise<Mailbox> {
  const { legacyExchangeDN, userDN = legacyExchangeDN, asAdministrator = true, signal } = options;
  const target: Target = { legacyExchangeDN, userDN, asAdministrator, server: environment.exchangeServer, signal };
  const opened = await logOn(environment, target);
  if (typeof opened !== 'string') return opened;
  const again = await logOn(environment, { ...target, server: opened });
  if (typeof again !== 'string') return again;
  throw errors.mailboxElsewhere({ mailbox: legacyExchangeDN, homeServer: again });
}

/** The opened mailbox, or the name of the server on which it lies. */
async function logOn(environment: Environment, target: Target): Promise<Mailbox | string> {
  const session = await openStoreSession(environment, target);
  try {
    const { answers, handles } = await session.execute([logonRop(target, session)], [unsetHandle], target);
    const answer = answers[0] as LogonAnswer;
    if (answer.returnValue === errorCode.wrongServer) {
      await session.close();
      return serverIn(answer);
    }
    const logon = assertLoggedOn(answer, target.legacyExchangeDN);
    return await createMailbox(environment, session, { target, logon, logonHandle: handles[0]! });
  } catch (error) {
    await session.close();
    throw error;
  }
}

// From Exchange 2010 on replica ids are those of the database, and a client has to say that it knows. [MS-OXCSTOR] 3.2.5.1.1
const firstWithReplicasOfDatabase = 14;

function logonRop({ legacyExchangeDN, asAdministrator }: Target, { serverVersion: [major] }: StoreSession) {
  const administrator = asAdministrator ? openFlag.useAdminPrivilege : 0;
  const replicas = major >= firstWithReplicasOfDatabase ? openFlag.perMdbReplidMapping : 0;
  return rop(rops.logon, {
    outputIndex: 0,
    logonFlags: logonFlag.private,
    openFlags: openFlag.takeOwnership | administrator | replicas,
    storeState: 0,
    essdn: legacyExchangeDN,
  });
}

// ecMailboxDisabled. [MS-OXCDATA] 2.4
const mailboxDisabled = 0x96c;

function assertLoggedOn({ returnValue, value }: LogonAnswer, mailbox: string): Logon {
  if (returnValue === errorCode.success && value) return value;
  if (isDenied(returnValue)) throw errors.mailboxAccessDenied({ mailbox });
  if (returnValue === errorCode.loginFailure || returnValue === errorCode.noSuchUser) {
    throw errors.mailboxNotFound({ mailbox });
  }
  if (returnValue === mailboxDisabled) throw errors.mailboxDisabled({ mailbox });
  throw errors.logonFailed({ mailbox, code: returnValue });
}

/** The name comes as `/o=…/cn=SERVER` or bare; the proxy wants it bare. */
function serverIn({ failure }: LogonAnswer): string {
  const name = failure?.['serverName'];
  return typeof name === 'string' ? name.slice(name.lastIndexOf('=') + 1) : '';
}

async function createMailbox(
  environment: Environment,
  session: StoreSession,
  opened: { target: Target; logon: Logon; logonHandle: number },
): Promise<Mailbox> {
  const { target, logon, logonHandle } = opened;
  const replicas = createReplicas(session, logonHandle, logon);
  // Where replica ids are the database's, those of the folders need not be the one that new objects get.
  for (const { replicaId } of logon.folderIds) await replicas.learnId(replicaId);
  const folders = logon.folderIds.map(({ replicaId, counter }) =>
    objectIdOf({ replicaGuid: replicas.guidOf(replicaId), counter }),
  );
  const wellKnownFolders = Object.fromEntries(logonFolders.map((name, index) => [name, folders[index]]));
  return new StoreMailbox({
    session,
    clock: environment.proxy.clock,
    replicas,
    logonHandle,
    legacyExchangeDN: target.legacyExchangeDN,
    mailboxGuid: logon.mailboxGuid,
    wellKnownFolders: wellKnownFolders as unknown as WellKnownFolders,
  });
}
