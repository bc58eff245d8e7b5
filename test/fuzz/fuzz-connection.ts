import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { contoso } from '@cutover/mock-exchange';
import {
  bindBody,
  buildPdu,
  ndrSyntax,
  PduFramer,
  PduType,
  PfcFlag,
  readFault,
  readResponse,
  splitPdu,
  StubAssembler,
  type SyntaxId,
  writeRequest,
} from '@cutover/wire/rpc';
import { connA1, connB1 } from '@cutover/wire/rts';

/** What came of a request. `silent`: nothing within the time given; `other`: a PDU that answers something else. */
export type Reply =
  | { readonly kind: 'response'; readonly stub: Uint8Array }
  | { readonly kind: 'fault'; readonly status: number }
  | { readonly kind: 'closed' | 'silent' | 'other' };

const { organisation } = contoso();
const account = organisation.accounts.find(({ userName }) => userName === 'administrator')!;
const authorization = Buffer.from(`${account.domain}\\${account.userName}:${account.password}`).toString('base64');

/** So large that the client never has to acknowledge. */
const windowSize = 0x40000000;
const maxFragment = 5840;
const stubLimit = 4 * 1024 * 1024;

/** A virtual connection without protection at RPC level, over which anything can be sent. */
export class FuzzConnection {
  readonly #in: Socket;
  readonly #out: Socket;
  readonly #framer = new PduFramer();
  #assembler = new StubAssembler({ limit: stubLimit });
  #closed = false;
  #callId = 1;
  #settle: ((reply: Reply) => void) | undefined;

  private constructor(inChannel: Socket, outChannel: Socket) {
    this.#in = inChannel;
    this.#out = outChannel;
    outChannel.on('data', (chunk: Buffer) => this.#framer.push(chunk, (pdu) => this.#take(pdu)));
    outChannel.resume();
    for (const socket of [inChannel, outChannel]) {
      socket.on('error', () => undefined);
      socket.on('close', () => this.#gone());
    }
  }

  /** Opens a connection to a port of the mailbox server and binds an interface. */
  static async open(proxyPort: number, target: { port: number; syntax: SyntaxId }): Promise<FuzzConnection> {
    const sockets = [connect(proxyPort, '127.0.0.1'), connect(proxyPort, '127.0.0.1')] as const;
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    const [inChannel, outChannel] = sockets;
    const cookies = { virtualConnectionCookie: randomUUID(), outChannelCookie: randomUUID(), version: 1 };
    outChannel.write(requestHead('RPC_OUT_DATA', target.port, 76));
    outChannel.write(connA1.build({ ...cookies, receiveWindowSize: windowSize }));
    await skipHead(outChannel);
    const connection = new FuzzConnection(inChannel, outChannel);
    inChannel.write(requestHead('RPC_IN_DATA', target.port, 0x40000000));
    inChannel.write(
      connB1.build({
        version: 1,
        virtualConnectionCookie: cookies.virtualConnectionCookie,
        inChannelCookie: randomUUID(),
        channelLifetime: 0x40000000,
        clientKeepalive: 300_000,
        associationGroupId: randomUUID(),
      }),
    );
    await connection.#bind(target.syntax);
    return connection;
  }

  get isOpen(): boolean {
    return !this.#closed;
  }

  /** Makes a call. */
  call(opnum: number, stub: Uint8Array, patienceMs = 10_000): Promise<Reply> {
    const callId = ++this.#callId;
    return this.send(writeRequest({ callId, contextId: 0, opnum, maxFragment, stub }), patienceMs);
  }

  /** Sends bytes and waits for what comes next. */
  async send(bytes: Uint8Array, patienceMs: number): Promise<Reply> {
    if (this.#closed) return { kind: 'closed' };
    const reply = new Promise<Reply>((resolve) => (this.#settle = resolve));
    this.#in.write(bytes);
    const timer = setTimeout(() => this.#answer({ kind: 'silent' }), patienceMs);
    try {
      return await reply;
    } finally {
      clearTimeout(timer);
    }
  }

  close(): void {
    this.#in.destroy();
    this.#out.destroy();
  }

  async #bind(abstractSyntax: SyntaxId): Promise<void> {
    const contexts = [{ contextId: 0, abstractSyntax, transferSyntaxes: [ndrSyntax] }];
    const body = bindBody.encode({
      maxTransmit: maxFragment,
      maxReceive: maxFragment,
      associationGroup: 0,
      contexts,
    });
    const reply = await this.send(buildPdu({ type: PduType.bind, callId: 1, body }), 10_000);
    if (reply.kind !== 'other') throw new Error(`bind was answered by ${reply.kind}`);
  }

  #take(bytes: Uint8Array): void {
    const pdu = splitPdu(bytes);
    const { type, flags } = pdu.header;
    if (type === PduType.rts) return;
    if (type === PduType.fault) return this.#answer({ kind: 'fault', status: readFault(pdu) });
    if (type !== PduType.response) return this.#answer({ kind: 'other' });
    const { allocHint, stubOffset } = readResponse(pdu);
    const last = (flags & PfcFlag.lastFragment) !== 0;
    const stub = this.#assembler.add(pdu.bytes.subarray(stubOffset), { allocHint, last });
    if (stub !== undefined) this.#answer({ kind: 'response', stub });
  }

  #gone(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.close();
    this.#answer({ kind: 'closed' });
  }

  #answer(reply: Reply): void {
    this.#settle?.(reply);
    this.#settle = undefined;
  }
}

function requestHead(method: string, port: number, contentLength: number): string {
  const target = `/rpc/rpcproxy.dll?${organisation.server.netBiosName}:${port}`;
  return `${method} ${target} HTTP/1.1\r\nAuthorization: Basic ${authorization}\r\nContent-Length: ${contentLength}\r\n\r\n`;
}

/** Reads the head of the OUT channel and leaves what follows to whoever listens next. */
async function skipHead(socket: Socket): Promise<void> {
  let received = Buffer.alloc(0);
  while (!received.includes('\r\n\r\n')) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    received = Buffer.concat([received, chunk]);
  }
  socket.pause();
  socket.unshift(received.subarray(received.indexOf('\r\n\r\n') + 4));
}
