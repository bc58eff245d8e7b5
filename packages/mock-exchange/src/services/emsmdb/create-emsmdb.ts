import { type Clock, type Ids, systemIds } from '@cutover/base';
import { emptyGuid } from '@cutover/wire';
import {
  asyncConnectEx,
  connectEx,
  disconnect,
  dummyRpc,
  emsmdb,
  type ProductVersion,
  emsmdb2007,
  registerPushNotification,
  rpcExt2 as rpcExt2Operation,
} from '@cutover/wire/emsmdb';
import { errorCode } from '@cutover/wire/rop';
import type { FaultInjector } from '../../faults/fault-injector.ts';
import type { Journal } from '../../journal/journal.ts';
import type { Organisation } from '../../organisation/organisation.ts';
import { exchangeProfiles } from '../../profiles/exchange-profile.ts';
import { ReusedBuffer } from '../../reused-buffer.ts';
import { badStubData, contextMismatch, operationOutOfRange } from '../../rpc-server/rpc-fault.ts';
import type { RpcAssociation } from '../../rpc-server/associations.ts';
import { operationsByNumber } from '../../rpc-server/implement-interface.ts';
import type { RpcConnection, RpcInterface } from '../../rpc-server/rpc-interface.ts';
import type { InformationStore } from '../../store/information-store.ts';
import type { AsyncSessions } from './create-async-emsmdb.ts';
import { authorize, connected, refused } from './connect-ex.ts';
import { limits } from './limits.ts';
import { RopFailure } from './rop-failure.ts';
import { rpcExt2 } from './rpc-ext2.ts';
import { Session } from './session.ts';
import { SessionsOfUsers } from './sessions-of-users.ts';

export interface EmsmdbOptions {
  /** As it is when somebody asks. */
  readonly organisation: () => Organisation;
  readonly store: InformationStore;
  /** What the server says that it is; Exchange 2003 unless told. */
  readonly version?: ProductVersion;
  readonly clock: Clock;
  readonly faults?: FaultInjector | undefined;
  readonly journal?: Journal | undefined;
  /** Where session handles come from; random ones unless told. */
  readonly ids?: Ids;
  /** Where calls that wait find their sessions; without it there are none, as in Exchange 2003. */
  readonly asyncSessions?: AsyncSessions | undefined;
  /** Where the interface is served. */
  readonly ports: readonly number[];
}

/** The information store's interface: sessions, and in them ROPs. [MS-OXCRPC] */
export function createEmsmdb(options: EmsmdbOptions): RpcInterface {
  const service = new EmsmdbService(options);
  return {
    name: emsmdb.name,
    uuid: emsmdb.uuid,
    majorVersion: emsmdb.majorVersion,
    minorVersion: emsmdb.minorVersion,
    ports: options.ports,
    operation: operationsByNumber(options.asyncSessions === undefined ? emsmdb : emsmdb2007),
    call: (connection, opnum, stub) => service.call(connection, opnum, stub),
  };
}

type Answer = (connection: RpcConnection, stub: Uint8Array) => Uint8Array;

class EmsmdbService {
  readonly #options: EmsmdbOptions;
  /** Sessions end with the association that they were opened in: a client may go on with one on a new connection. */
  readonly #sessions = new WeakMap<RpcAssociation, Map<string, Session>>();
  readonly #answers: ReadonlyMap<number, Answer> = new Map<number, Answer>([
    [connectEx.opnum, (connection, stub) => this.#connect(connection, stub)],
    [rpcExt2Operation.opnum, (connection, stub) => this.#execute(connection, stub)],
    [disconnect.opnum, (connection, stub) => this.#disconnect(connection, stub)],
    [registerPushNotification.opnum, (connection, stub) => this.#register(connection, stub)],
    [dummyRpc.opnum, () => dummyRpc.response.encode({ result: errorCode.success })],
    [asyncConnectEx.opnum, (connection, stub) => this.#connectAsync(connection, stub)],
  ]);
  /** Where answers to EcDoRpcExt2 are written, one over the other: a session's calls may overlap, a connection's do not. */
  readonly #memory = new WeakMap<RpcConnection, ReusedBuffer>();
  readonly #users = new SessionsOfUsers();
  #sessionCount = 0;

  constructor(options: EmsmdbOptions) {
    this.#options = options;
  }

  call(connection: RpcConnection, opnum: number, stub: Uint8Array): Uint8Array {
    const answer = this.#answers.get(opnum);
    if (answer === undefined) throw operationOutOfRange();
    return answer(connection, stub);
  }

  #connect(connection: RpcConnection, stub: Uint8Array): Uint8Array {
    const { organisation: current, version = exchangeProfiles['2003'].version } = this.#options;
    const organisation = current();
    // Clients send more or less after what they use of it.
    const request = connectEx.request.decode(stub, { trailing: 'ignore' });
    if (request.auxOutRoom > limits.auxiliary) throw badStubData();
    try {
      const displayName = authorize(this.#options, connection.account, request);
      const sessionIndex = ++this.#sessionCount & 0xffff;
      const sessionId = this.#open(connection, { codePage: request.codePage, index: sessionIndex });
      const session = { sessionId, sessionIndex, displayName, version };
      return connectEx.response.encode(connected(organisation, session, request));
    } catch (error) {
      if (error instanceof RopFailure) return connectEx.response.encode(refused(error.code, version));
      throw error;
    }
  }

  #open(connection: RpcConnection, told: { codePage: number; index: number }): string {
    const sessions = this.#sessionsOf(connection);
    if (sessions.size >= limits.sessionsOfClient) throw new RopFailure(errorCode.maxObjects);
    this.#users.begin(connection.account, this.#options.organisation());
    const sessionId = (this.#options.ids ?? systemIds).guid();
    sessions.set(sessionId, new Session({ account: connection.account, ...told }));
    return sessionId;
  }

  #sessionsOf({ association }: RpcConnection): Map<string, Session> {
    const known = this.#sessions.get(association);
    if (known !== undefined) return known;
    const made = new Map<string, Session>();
    this.#sessions.set(association, made);
    association.signal.addEventListener('abort', () => this.#closeAll(made), { once: true });
    return made;
  }

  #close(session: Session): void {
    session.close();
    this.#users.end(session.account);
  }

  #closeAll(sessions: Map<string, Session>): void {
    for (const session of sessions.values()) this.#close(session);
    sessions.clear();
  }

  #sessionOf(connection: RpcConnection, sessionId: string): Session {
    const session = this.#sessions.get(connection.association)?.get(sessionId);
    if (session === undefined || session.account !== connection.account) throw contextMismatch();
    return session;
  }

  #execute(connection: RpcConnection, stub: Uint8Array): Uint8Array {
    const request = rpcExt2Operation.request.decode(stub, { trailing: 'ignore' });
    const session = this.#sessionOf(connection, request.session.uuid);
    return rpcExt2(this.#options, { connection, session, request, memory: this.#memoryOf(connection) });
  }

  #memoryOf(connection: RpcConnection): ReusedBuffer {
    const known = this.#memory.get(connection);
    if (known !== undefined) return known;
    const made = new ReusedBuffer({ keep: limits.keptAnswer });
    this.#memory.set(connection, made);
    return made;
  }

  #disconnect(connection: RpcConnection, stub: Uint8Array): Uint8Array {
    const { session } = disconnect.request.decode(stub, { trailing: 'ignore' });
    this.#close(this.#sessionOf(connection, session.uuid));
    this.#sessionsOf(connection).delete(session.uuid);
    return disconnect.response.encode({ session: { attributes: 0, uuid: emptyGuid }, result: errorCode.success });
  }

  #connectAsync(connection: RpcConnection, stub: Uint8Array): Uint8Array {
    const { asyncSessions } = this.#options;
    if (asyncSessions === undefined) throw operationOutOfRange();
    const { session } = asyncConnectEx.request.decode(stub, { trailing: 'ignore' });
    const uuid = asyncSessions.open(this.#sessionOf(connection, session.uuid), connection.association.signal);
    return asyncConnectEx.response.encode({ asyncSession: { attributes: 0, uuid }, result: errorCode.success });
  }

  /** Nothing is ever pushed: through the proxy no datagram reaches the client. [MS-OXCRPC] 3.1.4.5 */
  #register(connection: RpcConnection, stub: Uint8Array): Uint8Array {
    const { session } = registerPushNotification.request.decode(stub, { trailing: 'ignore' });
    this.#sessionOf(connection, session.uuid);
    const result = errorCode.notSupported;
    return registerPushNotification.response.encode({ session, notification: 0, result });
  }
}
