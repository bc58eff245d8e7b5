import { emptyGuid, type RequestOf, type ResponseOf } from '@cutover/wire';
import { nspiInterface, nspiResult, type Stat } from '@cutover/wire/nspi';
import { type AddressBook, createAddressBook } from '../../directory/address-book.ts';
import { fromCodePage, isDirectoryCodePage } from '../../code-page.ts';
import type { Organisation } from '../../organisation/organisation.ts';
import type { RpcConnection, RpcInterface } from '../../rpc-server/rpc-interface.ts';
import { implementInterface, type OperationHandlers } from '../../rpc-server/implement-interface.ts';
import { NspiError } from './nspi-error.ts';
import { type DirectoryEditor, modLinkAtt, modProps } from './modify-calls.ts';
import { getIdsFromNames, getNamesFromIds } from './name-calls.ts';
import { type ContextHandle, NspiSessions } from './nspi-session.ts';
import { dnToMinimalId, getPropList, getProps, queryColumns } from './object-calls.ts';
import { getSpecialTable } from './special-table.ts';
import { getTemplateInfo } from './template-call.ts';
import {
  compareMinimalIds,
  getMatches,
  queryRows,
  resolveNames,
  resortRestriction,
  seekEntries,
  updateStat,
} from './table-calls.ts';

type Operations = typeof nspiInterface.operations;
/** The calls that are made within a session. */
type SessionCall = Exclude<keyof Operations, 'bind' | 'unbind' | 'modLinkAtt' | 'modProps'>;
type Request<K extends SessionCall> = RequestOf<Operations[K]>;
type Response<K extends SessionCall> = ResponseOf<Operations[K]>;

const noHandle: ContextHandle = { attributes: 0, uuid: emptyGuid };

/** What each call does with the session's directory. */
const calls: { readonly [K in SessionCall]: (book: AddressBook, request: Request<K>) => Response<K> } = {
  updateStat,
  queryRows,
  seekEntries,
  getMatches,
  resortRestriction,
  dnToMinimalId,
  getPropList,
  getProps,
  compareMinimalIds,
  getSpecialTable,
  queryColumns,
  resolveNamesW: resolveNames,
  resolveNames: (book, request) => {
    const names = request.names.map((name) => name && fromCodePage(name, request.stat.codePage));
    return resolveNames(book, { ...request, names });
  },
  getTemplateInfo,
  getNamesFromIds,
  getIdsFromNames,
};

const noRows = (result: number, { stat }: { stat: Stat }) => ({ stat, rows: null, result });
const noTags = (result: number) => ({ tags: null, result });
/** What a call says that changes something. */
interface Changed {
  result: number;
}

const onlyResult = (result: number): Changed => ({ result });

/** How each call says that it failed: nothing but the code, and the STAT as the client sent it. */
const refusals: { readonly [K in SessionCall]: (result: number, request: Request<K>) => Response<K> } = {
  updateStat: (result, { stat, delta }) => ({ stat, delta, result }),
  queryRows: noRows,
  seekEntries: noRows,
  getMatches: (result, { stat }) => ({ stat, ids: null, rows: null, result }),
  resortRestriction: (result, { stat }) => ({ stat, sortedIds: null, result }),
  dnToMinimalId: (result) => ({ ids: null, result }),
  getPropList: noTags,
  getProps: (result) => ({ row: null, result }),
  compareMinimalIds: (result) => ({ order: 0, result }),
  getSpecialTable: (result, { version }) => ({ version, rows: null, result }),
  queryColumns: noTags,
  resolveNames: (result) => ({ ids: null, rows: null, result }),
  resolveNamesW: (result) => ({ ids: null, rows: null, result }),
  getTemplateInfo: (result) => ({ row: null, result }),
  getNamesFromIds: (result) => ({ tags: null, names: null, result }),
  getIdsFromNames: noTags,
};

type SessionHandler = (connection: RpcConnection, request: { handle: ContextHandle }) => unknown;

/** Gives each call the directory of the session that its handle names. */
function sessionHandlers(sessions: NspiSessions): OperationHandlers<Operations> {
  const handlers: Record<string, SessionHandler> = {};
  for (const name of Object.keys(calls) as SessionCall[]) {
    const call = calls[name] as (book: AddressBook, request: unknown) => unknown;
    const refuse = refusals[name] as (result: number, request: unknown) => unknown;
    handlers[name] = (connection, request) => {
      const book = sessions.find(connection, request.handle);
      try {
        return call(book, request);
      } catch (error) {
        if (error instanceof NspiError) return refuse(error.result, request);
        throw error;
      }
    };
  }
  return handlers as OperationHandlers<Operations>;
}

/** A view for each state of the organisation: sessions that come later see what has changed. */
function viewsOf(organisation: () => Organisation): () => AddressBook {
  let current: AddressBook | undefined;
  return () => {
    const now = organisation();
    if (current?.organisation !== now) current = createAddressBook(now);
    return current;
  };
}

export interface NspiOptions {
  readonly ports: readonly number[];
  /** The organisation as it is now: a session sees it as it was when it was opened. */
  readonly organisation: () => Organisation;
  /** Changes the organisation; without it nobody may. */
  readonly change?: ((parts: Partial<Organisation>) => void) | undefined;
}

function refuseChange(): never {
  throw new NspiError(nspiResult.accessDenied);
}

/** The name service provider: the organisation's directory as Outlook reads it. [MS-OXNSPI] */
export function createNspi({ ports, organisation, change = refuseChange }: NspiOptions): RpcInterface {
  const sessions = new NspiSessions();
  const viewNow = viewsOf(organisation);
  /** A call that changes the directory; its session sees what became of it. */
  const changing =
    <Q>(call: (book: AddressBook, request: Q, editor: DirectoryEditor) => Changed) =>
    (connection: RpcConnection, request: Q & { handle: ContextHandle }): Changed => {
      const book = sessions.find(connection, request.handle);
      try {
        const answer = call(book, request, { account: connection.account, change });
        sessions.renew(connection, request.handle, viewNow());
        return answer;
      } catch (error) {
        if (error instanceof NspiError) return onlyResult(error.result);
        throw error;
      }
    };
  return implementInterface(nspiInterface, {
    ports,
    handlers: {
      ...sessionHandlers(sessions),
      bind: (connection, { stat, serverGuid }) => {
        const refused = (result: number) => ({ serverGuid: null, handle: noHandle, result });
        if (!isDirectoryCodePage(stat.codePage)) return refused(nspiResult.invalidCodePage);
        const book = viewNow();
        const handle = sessions.open(connection, book);
        if (handle === undefined) return refused(nspiResult.outOfResources);
        return { serverGuid: serverGuid === null ? null : book.serverGuid, handle, result: nspiResult.success };
      },
      modLinkAtt: changing(modLinkAtt),
      modProps: changing(modProps),
      unbind: (connection, { handle }) => {
        sessions.close(connection, handle);
        return { handle: noHandle, result: nspiResult.unbindSuccess };
      },
    },
  });
}
