import type { RequestOf, ResponseOf } from '@cutover/wire';
import {
  initialStat,
  nspiInterface,
  nspiResult,
  type NspiRow,
  position,
  resolution,
  sortType,
  type Stat,
} from '@cutover/wire/nspi';
import { type Environment, openInterface } from '../environment.ts';
import { errors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { CallOptions } from '../options.ts';
import { exchangePort } from '../proxy.ts';
import type { RpcClient } from '../rpc/rpc-client.ts';
import { createRow, type Row } from './row.ts';

const { bind, unbind, queryRows, getMatches, dnToMinimalId, resolveNamesW } = nspiInterface.operations;

/** Rows together with their keys, which hold for this session of the address book. */
export interface LinkedRows {
  readonly ids: readonly number[];
  readonly rows: readonly Row[];
}

/** An open session of the address book. One call at a time. */
export interface AddressBook extends AsyncDisposable {
  /** Every row of the global address list, a page at a time. */
  pages(columns: readonly number[], options?: CallOptions): AsyncGenerator<readonly Row[]>;
  /** The rows of these keys, in their order. */
  rowsOf(ids: readonly number[], columns: readonly number[], options?: CallOptions): Promise<readonly Row[]>;
  /** What a property of the object, as the members of a group, names. */
  linked(object: { dn: string; tag: number }, columns: readonly number[], options?: CallOptions): Promise<LinkedRows>;
  /** The one entry that a person's name, alias or address means; undefined if there is none or more than one. */
  resolve(name: string, columns: readonly number[], options?: CallOptions): Promise<Row | undefined>;
  close(): Promise<void>;
}

/** Connects to the directory's port of the server and opens a session. [MS-OXNSPI] 3.1.4.1.1 */
export async function openAddressBook(environment: Environment, options: CallOptions = {}): Promise<AddressBook> {
  const endpoint = { server: environment.exchangeServer, port: exchangePort.directory };
  const client = await openInterface(
    environment,
    { endpoint, interface: nspiInterface, stubLimit: limits.directoryStub },
    options,
  );
  try {
    const { handle, result } = await client.call(
      bind,
      { flags: 0, stat: { ...initialStat }, serverGuid: null },
      options,
    );
    assertResult('NspiBind', result);
    return new Session(client, handle);
  } catch (error) {
    client.close();
    throw error;
  }
}

type Handle = ResponseOf<typeof bind>['handle'];

class Session implements AddressBook {
  readonly #client: RpcClient;
  readonly #handle: Handle;

  constructor(client: RpcClient, handle: Handle) {
    this.#client = client;
    this.#handle = handle;
  }

  async *pages(columns: readonly number[], options?: CallOptions): AsyncGenerator<readonly Row[]> {
    let stat: Stat = { ...initialStat };
    do {
      const answer = await this.#query({ stat, count: limits.directoryRows }, columns, options);
      stat = answer.stat;
      yield answer.rows;
      if (answer.rows.length === 0) return;
    } while (stat.currentRec !== position.end);
  }

  async rowsOf(ids: readonly number[], columns: readonly number[], options?: CallOptions): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for (let start = 0; start < ids.length; start += limits.directoryRows) {
      const explicitIds = ids.slice(start, start + limits.directoryRows);
      const answer = await this.#query({ stat: { ...initialStat }, explicitIds }, columns, options);
      rows.push(...answer.rows);
    }
    return rows;
  }

  async linked(
    object: { dn: string; tag: number },
    columns: readonly number[],
    options?: CallOptions,
  ): Promise<LinkedRows> {
    const id = await this.#idOf(object.dn, options);
    if (id === 0) return { ids: [], rows: [] };
    // The cursor says which property of which object: its container is the tag. [MS-OXNSPI] 3.1.4.1.10
    const stat = {
      ...initialStat,
      sortType: sortType.displayNameReadOnly,
      containerId: object.tag,
      currentRec: id,
    };
    const answer = await this.#client.call(
      getMatches,
      {
        handle: this.#handle,
        reserved1: 0,
        stat,
        reserved: null,
        reserved2: 0,
        filter: null,
        propertyName: null,
        requested: limits.directoryMembers,
        tags: [...columns],
      },
      options,
    );
    // An object that has no such property is answered by one of these.
    if (answer.result === nspiResult.generalFailure || answer.result === nspiResult.notFound)
      return { ids: [], rows: [] };
    assertResult('NspiGetMatches', answer.result);
    const ids = answer.ids ?? [];
    return { ids, rows: answer.rows ? answer.rows.map(createRow) : await this.rowsOf(ids, columns, options) };
  }

  async resolve(name: string, columns: readonly number[], options?: CallOptions): Promise<Row | undefined> {
    const { ids, rows, result } = await this.#client.call(
      resolveNamesW,
      { handle: this.#handle, reserved: 0, stat: { ...initialStat }, tags: [...columns], names: [name] },
      options,
    );
    assertResult('NspiResolveNamesW', result);
    const row = rows?.[0];
    return ids?.[0] === resolution.resolved && row ? createRow(row) : undefined;
  }

  async close(): Promise<void> {
    await this.#client.call(unbind, { handle: this.#handle, reserved: 0 }).catch(() => undefined);
    this.#client.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #idOf(dn: string, options?: CallOptions): Promise<number> {
    const request = { handle: this.#handle, reserved: 0, names: [dn] };
    const { ids, result } = await this.#client.call(dnToMinimalId, request, options);
    assertResult('NspiDNToMId', result);
    return ids?.[0] ?? 0;
  }

  async #query(
    from: { stat: Stat; explicitIds?: number[]; count?: number },
    columns: readonly number[],
    options?: CallOptions,
  ): Promise<{ stat: Stat; rows: Row[] }> {
    const { stat, explicitIds, count = explicitIds?.length ?? 0 } = from;
    const request: RequestOf<typeof queryRows> = {
      handle: this.#handle,
      flags: 0,
      stat,
      explicitCount: explicitIds?.length ?? 0,
      explicitIds: explicitIds ?? null,
      count,
      tags: [...columns],
    };
    const answer = await this.#client.call(queryRows, request, options);
    assertResult('NspiQueryRows', answer.result);
    return { stat: answer.stat, rows: (answer.rows ?? ([] as NspiRow[])).map(createRow) };
  }
}

function assertResult(operation: string, result: number): void {
  if (result === nspiResult.success || result === nspiResult.errorsReturned) return;
  throw errors.directoryFailed({ operation, result });
}
