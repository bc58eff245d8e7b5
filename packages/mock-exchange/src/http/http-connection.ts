import type { Socket } from 'node:net';
import { type Clock, systemClock } from '@cutover/base';
import { mockEvents } from '../events.ts';
import type { FaultEffect } from '../faults/fault.ts';
import type { FaultInjector } from '../faults/fault-injector.ts';
import type { Journal } from '../journal/journal.ts';
import { limits } from '../limits.ts';
import type { Account } from '../organisation/account.ts';
import { HeadReader } from './head-reader.ts';
import type { HttpAuthentication } from './http-authentication.ts';
import { HttpRefusal, httpRefusal } from './http-refusal.ts';
import { BodyCollector, bodyOf, type RequestBody } from './request-body.ts';
import { parseRequestHead, type RequestHead } from './request-head.ts';
import { formatHead, formatResponse, type HttpResponse } from './response.ts';
import { resetSocket } from './reset-socket.ts';
import { sendAnswer } from './send-answer.ts';
import type { HttpTap } from '../tap/http-tap.ts';

/** Takes a request's body for as long as the connection lives. */
export interface BodySink {
  push(chunk: Uint8Array): void;
  /** The connection is gone. */
  closed(): void;
}

/** One authenticated request. */
export interface HttpExchange {
  readonly head: RequestHead;
  readonly account: Account;
  readonly socket: Socket;
}

/** Asks for the whole body of a request, which it then answers. */
export interface WantedBody {
  /** Bytes that the body may have; a longer one is refused. */
  readonly limit: number;
  respond(body: Buffer): HttpResponse | Promise<HttpResponse>;
}

type Answer = HttpResponse | Promise<HttpResponse> | WantedBody | BodySink;

/** Answers a request: by a short response, by asking for its body first, or by taking over the connection. */
export type RequestHandler = (exchange: HttpExchange) => Answer;

/** Answers a request whoever sends it. */
export interface AnonymousHandler {
  anonymously(head: RequestHead, socket: Socket): HttpResponse | WantedBody;
}

/** Finds the handler of a request, before anybody is authenticated; undefined for a path that does not exist. */
export type Router = (head: RequestHead) => RequestHandler | AnonymousHandler | undefined;

const isSink = (answer: Answer): answer is BodySink => 'push' in answer;
const isWantedBody = (answer: Answer): answer is WantedBody => 'respond' in answer;
const isPromise = (answer: HttpResponse | Promise<HttpResponse>): answer is Promise<HttpResponse> => 'then' in answer;
const upperCaseA = 0x41;
const upperCaseZ = 0x5a;

export interface HttpConnectionOptions {
  readonly route: Router;
  readonly authentication: HttpAuthentication;
  /** How long a connection may be silent between requests. */
  readonly idleMs?: number;
  readonly faults?: FaultInjector | undefined;
  /** The mailbox (legacyExchangeDN) that a path is about. */
  readonly mailboxOf?: (path: string) => string | undefined;
  readonly journal?: Journal | undefined;
  readonly tap?: HttpTap | undefined;
  readonly clock?: Clock;
  /** What the server calls itself; IIS 6 unless told. */
  readonly server?: string;
}

interface Collection {
  readonly head: RequestHead;
  readonly wanted: WantedBody;
  readonly body: BodyCollector;
}

/** One TCP or TLS connection of a client: requests one after the other, until one takes it over. [RFC 9112] 9 */
export class HttpConnection {
  readonly #socket: Socket;
  readonly #route: Router;
  readonly #authentication: HttpAuthentication;
  readonly #faults: FaultInjector | undefined;
  readonly #mailboxOf: (path: string) => string | undefined;
  readonly #journal: Journal | undefined;
  readonly #tap: HttpTap | undefined;
  readonly #clock: Clock;
  readonly #server: string;
  readonly #reader = new HeadReader({ limit: limits.httpHead });
  /** Who takes everything, for as long as the connection lives. */
  #sink: BodySink | undefined;
  /** A body that is collected, and who waits for it. */
  #collected: Collection | undefined;
  /** The body of an answered request, of which more may be still to come. */
  #ignored: RequestBody | undefined;
  /** The client may have kept the body back, as it was refused. */
  #bodyIsOptional = false;
  /** Who sent the request that is being answered, as far as that is known. */
  #caller: Account | undefined;
  /** What becomes of the answer to come. */
  #effects: readonly FaultEffect[] = [];
  /** Bytes behind a request that is being answered. */
  #held: Uint8Array | undefined;

  constructor(socket: Socket, options: HttpConnectionOptions) {
    this.#socket = socket;
    this.#route = options.route;
    this.#authentication = options.authentication;
    this.#faults = options.faults;
    this.#mailboxOf = options.mailboxOf ?? (() => undefined);
    this.#journal = options.journal;
    this.#tap = options.tap;
    this.#clock = options.clock ?? systemClock;
    this.#server = options.server ?? 'Microsoft-IIS/6.0';
    socket.setNoDelay(true);
    socket.setTimeout(options.idleMs ?? limits.httpIdleMs, () => socket.destroy());
    socket.on('data', (chunk: Uint8Array) => this.#receive(chunk));
    socket.on('close', () => this.#sink?.closed());
    // What broke a connection is the client's affair; 'close' follows in any case.
    socket.on('error', () => socket.destroy());
  }

  /** Drops the connection if a request is being answered on it; between two requests it knows of nothing. */
  dropRequest(): void {
    if (this.#held !== undefined || this.#collected !== undefined) this.#socket.destroy();
  }

  #receive(chunk: Uint8Array): void {
    this.#guarded(() => {
      let rest = chunk;
      while (rest.length > 0 && !this.#socket.destroyed && !this.#held) rest = this.#take(rest);
      if (this.#held) this.#held = Buffer.concat([this.#held, rest]);
    });
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof HttpRefusal) return this.#end({ status: error.status });
      // A defect of the server costs one connection, not the process that it runs in.
      mockEvents.requestFailed.publish({ error });
      this.#socket.destroy();
    }
  }

  /** Takes a part of the chunk and gives back what is left of it. */
  #take(chunk: Uint8Array): Uint8Array {
    if (this.#sink) {
      this.#sink.push(chunk);
      return chunk.subarray(chunk.length);
    }
    if (this.#collected) return this.#collect(this.#collected, chunk);
    if (this.#ignored) return this.#ignore(this.#ignored, chunk);
    const head = this.#reader.push(chunk);
    this.#tap?.heard(head === undefined ? chunk : chunk.subarray(0, chunk.length - head.rest.length));
    if (head === undefined) return chunk.subarray(chunk.length);
    return this.#begin(parseRequestHead(head.text), head.rest);
  }

  #collect({ head, wanted, body }: Collection, chunk: Uint8Array): Uint8Array {
    const rest = body.push(chunk);
    this.#tap?.heard(chunk.subarray(0, chunk.length - rest.length));
    if (!body.isOver) return rest;
    this.#collected = undefined;
    this.#finish(head, wanted.respond(body.bytes()), { bodyIsRead: true });
    return rest;
  }

  #ignore(body: RequestBody, chunk: Uint8Array): Uint8Array {
    // After a refusal a client sends either the body that it announced or its next request, which begins with a method.
    const isRequest = this.#bodyIsOptional && chunk[0]! >= upperCaseA && chunk[0]! <= upperCaseZ;
    this.#bodyIsOptional = false;
    const rest = isRequest ? chunk : body.push(chunk, () => undefined);
    this.#tap?.heard(chunk.subarray(0, chunk.length - rest.length));
    if (isRequest || body.isOver) this.#ignored = undefined;
    return rest;
  }

  /** Answers a request, at once or after a fault's delay; gives back what of the chunk is left. */
  #begin(head: RequestHead, rest: Uint8Array): Uint8Array {
    const effects =
      this.#faults?.strike({ place: 'http', name: head.method, mailbox: this.#mailboxOf(head.path) }) ?? [];
    this.#effects = effects;
    this.#caller = undefined;
    const delay = effects.find((effect) => effect.kind === 'delay');
    if (delay === undefined) this.#answerOrFail(head, effects);
    else void this.#holdUntil(this.#clock.sleep(delay.milliseconds), () => this.#answerOrFail(head, effects));
    return rest;
  }

  /** Reads nothing more until something is done; then goes on with what had come. */
  async #holdUntil<T>(done: Promise<T>, then: (value: T) => void): Promise<void> {
    this.#held = new Uint8Array();
    this.#socket.pause();
    const outcome = await done.then(
      (value) => () => then(value),
      (error: unknown) => () => {
        throw error;
      },
    );
    const rest = this.#held;
    this.#held = undefined;
    if (this.#socket.destroyed) return;
    this.#guarded(outcome);
    this.#receive(rest);
    this.#socket.resume();
  }

  #answerOrFail(head: RequestHead, effects: readonly FaultEffect[]): void {
    const failure = effects.find(({ kind }) => kind === 'httpStatus' || kind === 'resetConnection');
    if (failure === undefined) return this.#answer(head);
    if (failure.kind !== 'httpStatus') return resetSocket(this.#socket);
    this.#respond(head, { status: failure.status, isExpected: true }, { bodyIsOptional: true });
  }

  #answer(head: RequestHead): void {
    if (!isKnownExpectation(head)) throw httpRefusal(417);
    const handler = this.#route(head);
    if (handler === undefined) return this.#respond(head, { status: 404 });
    if ('anonymously' in handler) return this.#answerAnybody(head, handler.anonymously(head, this.#socket));
    const outcome = this.#authentication.authenticate(head);
    if ('response' in outcome) return this.#respond(head, outcome.response, { bodyIsOptional: true });
    this.#caller = outcome.account;
    this.#answerWith(head, handler({ head, account: outcome.account, socket: this.#socket }));
  }

  #answerAnybody(head: RequestHead, answer: HttpResponse | WantedBody): void {
    if (isWantedBody(answer)) return this.#askForBody(head, answer);
    this.#respond(head, answer, { bodyIsOptional: true });
  }

  #answerWith(head: RequestHead, answer: Answer): void {
    if (isSink(answer)) return this.#handOver(head, answer);
    if (isWantedBody(answer)) return this.#askForBody(head, answer);
    this.#finish(head, answer);
  }

  #askForBody(head: RequestHead, wanted: WantedBody): void {
    const body = new BodyCollector(head, wanted);
    if (body.isOver) return this.#finish(head, wanted.respond(body.bytes()), { bodyIsRead: true });
    this.#continue(head);
    this.#collected = { head, wanted, body };
  }

  /** Tells a client that waits for it to send its body. [RFC 9110] 10.1.1 */
  #continue(head: RequestHead): void {
    if (expectsContinue(head)) this.#socket.write(formatHead({ status: 100, reason: 'Continue' }));
  }

  #handOver(head: RequestHead, sink: BodySink): void {
    this.#continue(head);
    this.#tap?.handedOver();
    this.#sink = head.isChunked ? chunkedSink(head, sink) : sink;
    // From here on silence may be in order: the sink says so by setTimeout(0), once it knows whom it serves.
    this.#socket.setKeepAlive(true, limits.httpIdleMs);
  }

  #finish(
    head: RequestHead,
    response: HttpResponse | Promise<HttpResponse>,
    options: { bodyIsRead?: boolean } = {},
  ): void {
    if (!isPromise(response)) return this.#respond(head, response, options);
    void this.#holdUntil(response, (value) => this.#respond(head, value, options));
  }

  #respond(
    head: RequestHead,
    response: HttpResponse,
    { bodyIsOptional = false, bodyIsRead = false }: { bodyIsOptional?: boolean; bodyIsRead?: boolean } = {},
  ): void {
    const { method, path } = head;
    const { status } = response;
    const isUnexpected = (status === 404 || status === 501) && response.isExpected !== true;
    this.#journal?.record({
      kind: 'http',
      method,
      path,
      mailbox: this.#mailboxOf(path),
      status,
      account: this.#caller?.userName,
      isUnexpected,
    });
    const left = bodyIsRead ? undefined : bodyOf(head);
    this.#ignored = left?.isOver ? undefined : left;
    this.#bodyIsOptional = bodyIsOptional;
    // Of a body whose length nobody told, only what a refused client keeps back can be passed over.
    const tooLong = left !== undefined && head.contentLength > limits.httpIgnoredBody && !bodyIsOptional;
    if (tooLong || wantsClose(head)) return this.#end(response, head);
    const headers = [...(response.headers ?? []), ...persistence(head)];
    this.#send(this.#format({ ...response, headers }, head), { isLast: false });
  }

  #send(bytes: Buffer, { isLast }: { isLast: boolean }): void {
    this.#tap?.answered(bytes);
    const sent = sendAnswer(this.#socket, bytes, { effects: this.#effects, clock: this.#clock, isLast });
    if (sent !== undefined) void this.#holdUntil(sent, () => undefined);
  }

  #format(response: HttpResponse, head: RequestHead | undefined): Buffer {
    const server = [['Server', this.#server] as const, ['Date', new Date(this.#clock.now()).toUTCString()] as const];
    return formatResponse({
      ...response,
      headers: [...server, ...(response.headers ?? [])],
      hasBody: head?.method !== 'HEAD',
    });
  }

  #end(response: HttpResponse, head?: RequestHead): void {
    const headers = [...(response.headers ?? []), ['Connection', 'close'] as const];
    this.#send(this.#format({ ...response, headers }, head), { isLast: true });
    this.#ignored = endless;
    this.#bodyIsOptional = false;
  }
}

/** Everything that still comes on a connection that was ended. */
const endless: RequestBody = { isOver: false, push: (chunk) => chunk.subarray(chunk.length) };

/** The same sink behind the chunks that its body comes in. */
function chunkedSink(head: RequestHead, sink: BodySink): BodySink {
  const body = bodyOf(head);
  return {
    // What lies behind the last chunk is nobody's: the channel goes on in the other direction alone.
    push: (chunk) => void body.push(chunk, (piece) => sink.push(piece)),
    closed: () => sink.closed(),
  };
}

function expectsContinue(head: RequestHead): boolean {
  return head.contentLength > 0 && head.version === '1.1' && head.headers.has('expect');
}

/** There is one thing to expect; whoever speaks HTTP/1.0 does not mean it. [RFC 9110] 10.1.1 */
function isKnownExpectation({ version, headers }: RequestHead): boolean {
  const expectation = headers.get('expect')?.toLowerCase();
  return expectation === undefined || version === '1.0' || expectation === '100-continue';
}

const connectionOptions = ({ headers }: RequestHead): string[] =>
  (headers.get('connection') ?? '').toLowerCase().split(/[ \t]*,[ \t]*/);

function wantsClose(head: RequestHead): boolean {
  const options = connectionOptions(head);
  return options.includes('close') || (head.version === '1.0' && !options.includes('keep-alive'));
}

/** Who speaks HTTP/1.0 is told that the connection stays. */
const persistence = (head: RequestHead): readonly (readonly [string, string])[] =>
  head.version === '1.0' && !wantsClose(head) ? [['Connection', 'keep-alive']] : [];
