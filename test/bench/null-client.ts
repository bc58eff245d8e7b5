import { connectRequest } from '../fuzz/connect-request.ts';
import { connectEx, emsmdb, packPayload, rpcExt2, rpcExt2Flag, unpackPayloads } from '@cutover/wire/emsmdb';
import {
  answerCodec,
  asFits,
  encodeRopRequest,
  logonFolders,
  openFlag,
  type Rop,
  ropBuffer,
  type RopRequestOf,
  rops,
  type RopValueOf,
  transferStatus,
  unsetHandle,
} from '@cutover/wire/rop';
import { FuzzConnection } from '../fuzz/fuzz-connection.ts';
import type { TransferSource } from './mock-transfer-process.ts';

const nothing = new Uint8Array();
const outputRoom = 0x40000;

/** Reads a whole Inbox by FastTransfer and looks at no byte of it but at the end of each answer. */
export async function readWithoutLooking({ address, mailbox }: TransferSource): Promise<number> {
  const syntax = { uuid: emsmdb.uuid, majorVersion: emsmdb.majorVersion, minorVersion: emsmdb.minorVersion };
  const connection = await FuzzConnection.open(address.connection.port!, { port: 6001, syntax });
  const client = new NullClient(connection, await openSession(connection, mailbox));
  const on = { logonId: 0, inputIndex: 0, outputIndex: 1 };
  const logon = { logonFlags: 1, openFlags: openFlag.useAdminPrivilege, storeState: 0, essdn: mailbox };
  const opened = await client.run(rops.logon, { ...on, outputIndex: 0, ...logon });
  const folderId = opened.folderIds[logonFolders.indexOf('inbox')]!;
  await client.run(rops.openFolder, { ...on, folderId, openModeFlags: 0 });
  const source = { inputIndex: 1, outputIndex: 2, logonId: 0, copyFlags: 0, sendOptions: 9 };
  await client.run(rops.fastTransferSourceCopyFolder, source);
  let bytes = 0;
  for (;;) {
    const { size, isLast } = await client.pieces();
    bytes += size;
    if (isLast) break;
  }
  connection.close();
  return bytes;
}

async function openSession(connection: FuzzConnection, userDN: string) {
  const reply = await connection.call(connectEx.opnum, connectEx.request.encode(connectRequest(userDN)));
  if (reply.kind !== 'response') throw new Error(`EcDoConnectEx was answered by ${reply.kind}`);
  return connectEx.response.decode(reply.stub).session;
}

class NullClient {
  readonly #connection: FuzzConnection;
  readonly #session: Awaited<ReturnType<typeof openSession>>;
  #handles: readonly number[] = [unsetHandle, unsetHandle, unsetHandle];
  #last: Buffer | undefined;

  constructor(connection: FuzzConnection, session: Awaited<ReturnType<typeof openSession>>) {
    this.#connection = connection;
    this.#session = session;
  }

  async run<T extends Rop>(rop: T, request: RopRequestOf<T>): Promise<RopValueOf<T>> {
    const payloads = await this.#execute(encodeRopRequest(rop as Rop, request), 0);
    const { rops: bytes, handles } = ropBuffer.decode(payloads[0]!);
    this.#handles = handles;
    return answerCodec(rop as Rop<unknown, RopValueOf<T>>).decode(bytes).value!;
  }

  /** The next answer full of pieces. */
  async pieces(): Promise<{ size: number; isLast: boolean }> {
    const bufferSize = { size: asFits, maximum: 0x7bc0 };
    const request = { logonId: 0, inputIndex: 2, bufferSize };
    this.#last ??= Buffer.from(encodeRopRequest(rops.fastTransferSourceGetBuffer, request));
    const payloads = await this.#execute(this.#last, rpcExt2Flag.chain);
    const { value } = answerCodec(rops.fastTransferSourceGetBuffer).decode(ropBuffer.decode(payloads.at(-1)!).rops);
    const size = payloads.reduce((sum, { length }) => sum + length, 0);
    return { size, isLast: value?.transferStatus !== transferStatus.partial };
  }

  async #execute(bytes: Uint8Array, flags: number): Promise<Uint8Array[]> {
    const input = packPayload(ropBuffer.encode({ rops: bytes, handles: this.#handles }), {});
    const auxiliary = { auxIn: nothing, auxInSize: 0, auxOutRoom: 0 };
    const { noCompression, noXorMagic } = rpcExt2Flag;
    const request = { flags: flags | noCompression | noXorMagic, input, inputSize: input.length, outputRoom };
    const stub = rpcExt2.request.encode({ session: this.#session, ...request, ...auxiliary });
    const reply = await this.#connection.call(rpcExt2.opnum, stub);
    if (reply.kind !== 'response') throw new Error(`EcDoRpcExt2 was answered by ${reply.kind}`);
    return unpackPayloads(rpcExt2.response.decode(reply.stub).output);
  }
}
