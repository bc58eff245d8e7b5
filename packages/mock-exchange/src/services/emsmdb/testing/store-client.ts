import { steppedClock } from '@cutover/base';
import { Reader, type ResponseOf } from '@cutover/wire';
import {
  connectEx,
  disconnect,
  packPayload,
  type ProductVersion,
  rpcExt2,
  rpcExt2Flag,
  unpackPayloads,
} from '@cutover/wire/emsmdb';
import {
  answerCodec,
  asFits,
  encodeRopRequest,
  openFlag,
  publicRops,
  type Rop,
  ropBuffer,
  type RopResponse,
  rops,
  type RopValueOf,
  unsetHandle,
} from '@cutover/wire/rop';
import type { Account } from '../../../organisation/account.ts';
import type { RpcConnection, RpcInterface } from '../../../rpc-server/rpc-interface.ts';
import { createInformationStore } from '../../../store/memory-information-store.ts';
import { createMailbox } from '../../../store/memory-mailbox.ts';
import type { Mailbox } from '../../../store/mailbox.ts';
import { publicLayout } from '../../../store/public-layout.ts';
import type { AsyncSessions } from '../create-async-emsmdb.ts';
import { createEmsmdb } from '../create-emsmdb.ts';
import { annDN, bobDN, smallOrganisation } from './small-organisation.ts';

/** A service with two empty mailboxes and public folders, on a clock that stands still. */
export interface StoreFixture {
  readonly service: RpcInterface;
  readonly ann: Mailbox;
  readonly bob: Mailbox;
  readonly publicFolders: Mailbox;
  account(userName: string): Account;
}

const replicaGuid = 'aabbccdd-eeff-0011-2233-445566778899';

export function startStore({
  asyncSessions,
  hasPublicFolders = true,
  version,
}: { asyncSessions?: AsyncSessions; hasPublicFolders?: boolean; version?: ProductVersion } = {}): StoreFixture {
  const clock = steppedClock(Date.UTC(2004, 10, 1, 10));
  const store = createInformationStore();
  const mailbox = (legacyExchangeDN: string, digit: string): Mailbox => {
    const guid = '00000000-0000-0000-0000-000000000000'.replaceAll('0', digit);
    const made = createMailbox({ guid, replicaGuid, legacyExchangeDN, displayName: `User ${digit}`, clock });
    store.add(legacyExchangeDN, () => made);
    return made;
  };
  const [ann, bob] = [mailbox(annDN, '1'), mailbox(bobDN, '2')];
  const { guid, legacyExchangeDN } = smallOrganisation.publicDatabase!;
  const layout = publicLayout(smallOrganisation.legacyExchangeDN);
  const displayName = 'Public Folders';
  const publicFolders = createMailbox({ guid, replicaGuid, legacyExchangeDN, displayName, layout, clock });
  if (hasPublicFolders) store.add(legacyExchangeDN, () => publicFolders);
  let last = 0;
  const ids = { guid: () => `00000000-0000-0000-0000-${String(++last).padStart(12, '0')}` };
  const organisation = () => smallOrganisation;
  const told = version === undefined ? {} : { version };
  const service = createEmsmdb({ ports: [6001], organisation, store, clock, ids, asyncSessions, ...told });
  const account = (userName: string): Account => smallOrganisation.accounts.find((one) => one.userName === userName)!;
  return { service, ann, bob, publicFolders, account };
}

/** A ROP with its fields; head fields that are left out are 0. */
export interface RopRequest {
  readonly rop: Rop;
  readonly request: Record<string, unknown>;
}

/** Places in the handle table are numbers of the request, given by name for the test's sake. */
export function ropRequest<Q>(rop: Rop<Q>, request: Partial<Q> & object): RopRequest {
  return { rop, request: { logonId: 0, inputIndex: 0, ...request } };
}

export interface Executed {
  readonly result: number;
  readonly answers: RopResponse<unknown>[];
  readonly handles: readonly number[];
  /** The payloads as they came, one unless chained. */
  readonly payloads: readonly Uint8Array[];
}

const nothing = new Uint8Array();

/** A client of the service without a network: it speaks stubs and reads every answer by the codecs. */
export class StoreClient {
  readonly #service: RpcInterface;
  #connection: RpcConnection;
  readonly closed = new AbortController();
  session: ResponseOf<typeof connectEx>['session'] = { attributes: 0, uuid: '' };
  /** Every payload sent and received, for whoever wants to look at them. */
  readonly recorded: { request: Uint8Array; response: Uint8Array[] }[] = [];

  constructor(service: RpcInterface, account: Account) {
    this.#service = service;
    const { signal } = this.closed;
    const association = { id: 1, signal };
    this.#connection = {
      account,
      port: 6001,
      serverName: 'EXCH',
      signal,
      association,
      disturb: () => undefined,
    };
  }

  /** The same session on a further connection of its association, perhaps by somebody else. */
  beside(account: Account): StoreClient {
    const other = new StoreClient(this.#service, account);
    other.#connection = { ...other.#connection, association: this.#connection.association };
    other.session = this.session;
    return other;
  }

  async call(opnum: number, stub: Uint8Array): Promise<Uint8Array> {
    return this.#service.call(this.#connection, opnum, stub);
  }

  async connect(
    userDN = annDN,
    codePage = 1252,
    { clientVersion = [0x0b00, 0x99a8, 0], auxOutRoom = 0x1008 } = {},
  ): Promise<ResponseOf<typeof connectEx>> {
    const stub = connectEx.request.encode({
      userDN,
      flags: 0,
      connectionModulus: 0,
      limit: 0,
      codePage,
      stringLocale: 0x409,
      sortLocale: 0x409,
      linkedSession: 0xffffffff,
      canConvertCodePages: 1,
      clientVersion,
      timestamp: 0,
      auxIn: nothing,
      auxInSize: 0,
      auxOutRoom,
    });
    const response = connectEx.response.decode(await this.call(connectEx.opnum, stub));
    this.session = response.session;
    return response;
  }

  async disconnect(): Promise<void> {
    await this.call(disconnect.opnum, disconnect.request.encode({ session: this.session }));
  }

  /** Sends bytes as the ROPs of a payload. */
  async send(
    payload: Uint8Array,
    { flags = rpcExt2Flag.noCompression | rpcExt2Flag.noXorMagic, outputRoom = 0x8008 } = {},
  ): Promise<{ result: number; payloads: Uint8Array[] }> {
    const input = packPayload(payload, {});
    const stub = rpcExt2.request.encode({
      session: this.session,
      flags,
      input,
      inputSize: input.length,
      outputRoom,
      auxIn: nothing,
      auxInSize: 0,
      auxOutRoom: 0,
    });
    const { result, output } = rpcExt2.response.decode(await this.call(rpcExt2.opnum, stub));
    const payloads = result === 0 ? unpackPayloads(output).map((one) => Uint8Array.from(one)) : [];
    this.recorded.push({ request: payload, response: payloads });
    return { result, payloads };
  }

  /** Runs ROPs in one call and reads their answers. */
  async execute(
    requests: readonly RopRequest[],
    handles: readonly number[],
    options: { flags?: number; outputRoom?: number } = {},
  ): Promise<Executed> {
    const bytes = Buffer.concat(requests.map(({ rop, request }) => encodeRopRequest(rop, request)));
    const { result, payloads } = await this.send(ropBuffer.encode({ rops: bytes, handles }), options);
    const answered = requests.map(({ rop }) => rop).filter((rop) => rop !== rops.release);
    const answers: RopResponse<unknown>[] = [];
    let after: readonly number[] = handles;
    for (const [index, payload] of payloads.entries()) {
      const buffer = ropBuffer.decode(payload);
      const reader = new Reader(buffer.rops);
      const expected = index === 0 ? answered : [answered.at(-1)!];
      for (const rop of expected) if (reader.remaining > 0) answers.push(answerCodec(rop).read(reader));
      after = buffer.handles;
    }
    return { result, answers, handles: after, payloads };
  }

  /** Runs one ROP that must succeed; gives its answer and the handle at `outputIndex` 1. */
  async run<Q, R>(rop: Rop<Q, R>, request: Partial<Q> & object, handle: number): Promise<{ value: R; handle: number }> {
    const { answers, handles } = await this.execute(
      [ropRequest(rop, { outputIndex: 1, ...request } as never)],
      [handle, unsetHandle],
    );
    const [answer] = answers;
    if (answer?.returnValue !== 0) throw new Error(`${rop.name}: 0x${answer?.returnValue.toString(16)}`);
    return { value: answer.value as R, handle: handles[1]! };
  }

  /** The return value of one ROP. */
  async fail<Q>(rop: Rop<Q>, request: Partial<Q> & object, handle: number): Promise<number> {
    const { answers } = await this.execute(
      [ropRequest(rop, { outputIndex: 1, ...request } as never)],
      [handle, unsetHandle],
    );
    return answers[0]!.returnValue;
  }

  async logon(
    essdn = annDN,
    openFlags: number = openFlag.homeLogon,
  ): Promise<{ handle: number; value: RopValueOf<typeof rops.logon> }> {
    const request = { outputIndex: 1, logonFlags: 1, openFlags, storeState: 0, essdn };
    return this.run(rops.logon, request as never, unsetHandle);
  }

  /** Logs on to the public folders. */
  async logonToPublicFolders(): Promise<{ handle: number; value: RopValueOf<typeof publicRops.logon> }> {
    const request = { outputIndex: 1, logonFlags: 0, openFlags: openFlag.public, storeState: 0, essdn: '' };
    return this.run(publicRops.logon, request as never, unsetHandle);
  }

  async openFolder(logon: number, folderId: number): Promise<number> {
    const request = { folderId: { replicaId: 1, counter: folderId }, openModeFlags: 0 };
    return (await this.run(rops.openFolder, request, logon)).handle;
  }

  /** Everything of a FastTransfer source, in chunks of `size`, or as much at once as the server gives. */
  async download(handle: number, size?: number): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    const bufferSize = size === undefined ? { size: asFits, maximum: 0x7b00 } : { size };
    for (;;) {
      const { value } = await this.run(rops.fastTransferSourceGetBuffer, { bufferSize }, handle);
      chunks.push(Uint8Array.from(value.data));
      if (value.transferStatus === 3) return Buffer.concat(chunks);
    }
  }
}

/** A client that is connected and logged on to its own mailbox. */
export async function signIn(
  fixture: StoreFixture,
  { userName = 'ann', mailbox = annDN }: { userName?: string; mailbox?: string } = {},
): Promise<{ client: StoreClient; logon: number }> {
  const client = new StoreClient(fixture.service, fixture.account(userName));
  await client.connect(mailbox);
  return { client, logon: (await client.logon(mailbox)).handle };
}
