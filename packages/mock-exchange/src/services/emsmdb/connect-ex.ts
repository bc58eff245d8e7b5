import type { RequestOf, ResponseOf } from '@cutover/wire';
import {
  type connectEx as operation,
  denormalizeVersion,
  normalizeVersion,
  type ProductVersion,
} from '@cutover/wire/emsmdb';
import { emptyGuid } from '@cutover/wire';
import { errorCode } from '@cutover/wire/rop';
import type { Account } from '../../organisation/account.ts';
import { canOpenMailbox, findMailboxUser, type Organisation } from '../../organisation/organisation.ts';
import { isCodePage, toCodePage } from '../../code-page.ts';
import { isExchange2007 } from './is-exchange-2007.ts';
import { accessDenied, RopFailure } from './rop-failure.ts';
import type { StoreContext } from './rop-handler.ts';
import { serverTopology } from './server-topology.ts';

type Request = RequestOf<typeof operation>;
type Response = ResponseOf<typeof operation>;
type Context = Pick<StoreContext, 'organisation' | 'version'>;

// How often and how soon a client asks again when the server is busy, as Exchange tells it.
const patience = { pollsMax: 60_000, retryCount: 6, retryDelay: 10_000 } as const;

/** The oldest client that is let in: none of its kind had a lower version. */
const oldestClient: ProductVersion = [5, 0, 0, 0];

function assertNewEnough({ clientVersion }: Request): void {
  const [major] = denormalizeVersion(clientVersion);
  if (major < oldestClient[0]) throw new RopFailure(errorCode.versionMismatch);
}

/**
 * The display name, in the session's code page, of the mailbox user that the client names; the account must have the right
 * to be that user. [MS-OXCRPC] 3.1.4.1
 */
export function authorize(context: Context, account: Account, request: Request): string {
  const { userDN, codePage } = request;
  assertNewEnough(request);
  // 2007 lets anybody in who names nobody: what he may open is told at logon. [MS-OXCRPC] appendix B
  if (userDN === '' && isExchange2007(context)) return '';
  if (userDN === '') throw accessDenied();
  const organisation = context.organisation();
  const user = findMailboxUser(organisation, userDN);
  if (user === undefined) throw new RopFailure(errorCode.noSuchUser);
  if (!canOpenMailbox(organisation, account, user)) throw accessDenied();
  if (!isCodePage(codePage)) throw new RopFailure(errorCode.unknownCodePage);
  return toCodePage(user.displayName, codePage);
}

/** What recipients' names begin with, and so need not be repeated in each. */
export const dnPrefixOf = ({ legacyExchangeDN }: Organisation): string => `${legacyExchangeDN}/cn=Recipients/cn=`;

export function connected(
  organisation: Organisation,
  session: { sessionId: string; sessionIndex: number; displayName: string; version: ProductVersion },
  { clientVersion, auxOutRoom }: Pick<Request, 'clientVersion' | 'auxOutRoom'>,
): Response {
  const { sessionId, sessionIndex, displayName, version } = session;
  const auxOut = serverTopology(organisation, version, auxOutRoom);
  return {
    ...refused(errorCode.success, version),
    ...patience,
    session: { attributes: 0, uuid: sessionId },
    sessionIndex,
    dnPrefix: dnPrefixOf(organisation),
    displayName,
    // The version of every client that is let in is good enough. [MS-OXCRPC] 3.1.4.1
    bestVersion: clientVersion,
    auxOut,
    auxOutSize: auxOut.length,
  };
}

/** An answer without a session. */
export function refused(result: number, version: ProductVersion): Response {
  return {
    session: { attributes: 0, uuid: emptyGuid },
    pollsMax: 0,
    retryCount: 0,
    retryDelay: 0,
    sessionIndex: 0,
    dnPrefix: null,
    displayName: null,
    serverVersion: normalizeVersion(version),
    bestVersion: normalizeVersion(oldestClient),
    timestamp: 0,
    auxOut: new Uint8Array(),
    auxOutSize: 0,
    result,
  };
}
