import { Reader, type ResponseOf } from '@cutover/wire';
import {
  denormalizeVersion,
  emsmdb,
  normalizeVersion,
  packPayload,
  type ProductVersion,
  rpcExt2Flag,
  unpackPayloads,
} from '@cutover/wire/emsmdb';
import { answerCodec, errorCode, type Rop, ropBuffer, type RopResponse } from '@cutover/wire/rop';
import { type Environment, openInterface } from '../environment.ts';
import { errors } from '../errors.ts';
import { limits } from '../limits.ts';
import type { CallOptions } from '../options.ts';
import { exchangePort } from '../proxy.ts';
import type { RpcCallOptions, RpcClient } from '../rpc/rpc-client.ts';
import { toldAs } from '../transport/told-as.ts';
import { type EncodedRop, packRops } from './rop-batch.ts';

const { connectEx, rpcExt2, disconnect } = emsmdb.operations;

/** What the server answered to a batch of ROPs. */
export interface RopAnswers {
  /** One answer for each ROP that has any, in their order. */
  readonly answers: readonly RopResponse<unknown>[];
  /** Further answers of the last ROP, where the server went on by itself. [MS-OXCRPC] 3.1.4.2.1.2.2 */
  readonly chained: readonly RopResponse<unknown>[];
  /** The handle table after the batch. */
  readonly handles: readonly number[];
}

/** A session with the information store. Calls that come at the same time are made one after the other. */
export interface StoreSession {
  /** What the server says that it is. */
  readonly serverVersion: ProductVersion;
  /** Makes the ROPs in as few calls as they fit into; the handle table is carried on from call to call. */
  execute(rops: readonly EncodedRop[], handles: readonly number[], options?: RpcCallOptions): Promise<RopAnswers>;
  close(): Promise<void>;
}

/** Whose session it is to be. */
export interface StoreSessionOptions extends CallOptions {
  readonly server: string;
  readonly userDN: string;
  readonly asAdministrator: boolean;
}

/** Connects to the store's port of the server. [MS-OXCRPC] 3.1.4.1 */
export async function openStoreSession(environment: Environment, options: StoreSessionOptions): Promise<StoreSession> {
  const endpoint = { server: options.server, port: exchangePort.store };
  const target = { endpoint, interface: emsmdb, stubLimit: limits.responseStub };
  const client = await openInterface(environment, target, options);
  try {
    const answer = await client.call(connectEx, connectRequest(options), options);
    assertConnected(answer.result, options.userDN);
    return new Session(client, endpoint, answer);
  } catch (error) {
    client.close();
    throw error;
  }
}

const nothing = new Uint8Array();
const auxRoom = 0x1008;
const english = 0x409;
const latin1 = 1252;
// Outlook 2003 SP2: from 11.0.0.4920 on a busy server says how long to wait. [MS-OXCRPC] 3.2.4.1.3
const clientVersion = normalizeVersion([11, 0, 6568, 0]);

function connectRequest({ userDN, asAdministrator }: StoreSessionOptions) {
  return {
    userDN,
    flags: asAdministrator ? 1 : 0,
    connectionModulus: 0,
    limit: 0,
    codePage: latin1,
    stringLocale: english,
    sortLocale: english,
    linkedSession: 0xffffffff,
    canConvertCodePages: 0,
    clientVersion,
    timestamp: 0,
    auxIn: nothing,
    auxInSize: 0,
    auxOutRoom: auxRoom,
  };
}

/** Whether a code says that the right is missing, to the store or to a mailbox. [MS-OXCDATA] 2.4 */
export const isDenied = (code: number): boolean =>
  code === errorCode.accessDenied || code === errorCode.loginPermission;

function assertConnected(result: number, mailbox: string): void {
  if (result === errorCode.success) return;
  if (isDenied(result)) throw errors.mailboxAccessDenied({ mailbox });
  if (result === errorCode.noSuchUser) throw errors.mailboxNotFound({ mailbox });
  throw errors.logonFailed({ mailbox, code: result });
}

type Connected = Pick<ResponseOf<typeof connectEx>, 'session' | 'serverVersion'>;

// No compression and no mask, as both cost more than they save on a protected line; further answers in the same call.
const flags = rpcExt2Flag.noCompression | rpcExt2Flag.noXorMagic | rpcExt2Flag.chain;
const ropBufferTooSmall = 0xff;

class Session implements StoreSession {
  readonly serverVersion: ProductVersion;
  readonly #client: RpcClient;
  readonly #endpoint: { server: string; port: number };
  #session: Connected['session'];
  #before: Promise<unknown> = Promise.resolve();

  constructor(client: RpcClient, endpoint: { server: string; port: number }, { session, serverVersion }: Connected) {
    this.#client = client;
    this.#endpoint = endpoint;
    this.#session = session;
    this.serverVersion = denormalizeVersion(serverVersion);
  }

  execute(rops: readonly EncodedRop[], handles: readonly number[], options?: RpcCallOptions): Promise<RopAnswers> {
    return this.#inTurn(() => this.#all(rops, handles, options));
  }

  async close(): Promise<void> {
    await this.#inTurn(() => this.#client.call(disconnect, { session: this.#session })).catch(() => undefined);
    this.#client.close();
  }

  #inTurn<T>(call: () => Promise<T>): Promise<T> {
    const turn = this.#before.then(call);
    this.#before = turn.catch(() => undefined);
    return turn;
  }

  async #all(rops: readonly EncodedRop[], handles: readonly number[], options?: RpcCallOptions): Promise<RopAnswers> {
    const answers: RopResponse<unknown>[] = [];
    let table = handles;
    let chained: RopAnswers['chained'] = [];
    for (const batch of packRops(rops, handles.length)) {
      const part = await this.#one(batch, table, options);
      answers.push(...part.answers);
      table = part.handles;
      chained = part.chained;
    }
    return { answers, chained, handles: table };
  }

  async #one(batch: readonly EncodedRop[], handles: readonly number[], options?: RpcCallOptions): Promise<RopAnswers> {
    const rops = Buffer.concat(batch.map(({ bytes }) => bytes));
    const input = packPayload(ropBuffer.encode({ rops, handles }), {});
    const answer = await this.#client.call(
      rpcExt2,
      {
        session: this.#session,
        flags,
        input,
        inputSize: input.length,
        outputRoom: limits.rpcOutput,
        auxIn: nothing,
        auxInSize: 0,
        auxOutRoom: auxRoom,
      },
      options,
    );
    if (answer.result !== 0) throw errors.ropFailed({ operation: 'EcDoRpcExt2', code: answer.result });
    this.#session = answer.session;
    return this.#decoded(() => readAnswers(batch, unpackPayloads(answer.output)));
  }

  #decoded<T>(decode: () => T): T {
    try {
      return decode();
    } catch (error) {
      const told = toldAs(error, this.#endpoint);
      if (told !== error) this.#client.close();
      throw told;
    }
  }
}

function readAnswers(batch: readonly EncodedRop[], payloads: readonly Uint8Array[]): RopAnswers {
  const expected = batch.filter(({ answered }) => answered).map(({ rop }) => rop);
  const [first, ...more] = payloads.map((payload) => ropBuffer.decode(payload));
  const last = expected.at(-1);
  return {
    answers: readInOrder(expected, first!.rops),
    chained: last ? more.flatMap(({ rops }) => readInOrder([last], rops)) : [],
    handles: first!.handles,
  };
}

function readInOrder(expected: readonly Rop[], bytes: Uint8Array): RopResponse<unknown>[] {
  const reader = new Reader(bytes);
  return expected.map((rop) => {
    if (reader.peek() === ropBufferTooSmall)
      throw errors.ropFailed({ operation: rop.name, code: errorCode.bufferTooSmall });
    return answerCodec(rop).read(reader);
  });
}
