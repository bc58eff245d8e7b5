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
import { parseRequestHead, type RequestHead } from './request-head.ts';
import { formatHead, formatResponse, type HttpResponse } from './response.ts';

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

/** Answers a request: by a short response, or by taking over the connection. */
export type RequestHandler = (exchange: HttpExchange) => HttpResponse | BodySink;

/** Finds the handler of a request, before anybody is authenticated; undefined for a path that does not exist. */
export type Router = (head: RequestHead) => RequestHandler | undefined;

const isSink = (answer: HttpResponse | BodySink): answer is BodySink => 'push' in answer;
const upperCaseA = 0x41;
const upperCaseZ = 0x5a;

export interface HttpConnectionOptions {
  readonly route: Router;
  readonly authentication: HttpAuthentication;
  /** How long a connection may be silent between requests. */
  readonly idleMs?: number;
  readonly faults?: FaultInjector | undefined;
  readonly journal?: Journal | undefined;
  readonly clock?: Clock;
}

/** One TCP or TLS connection of a client: requests one after the other, until one takes it over. [RFC 9112] 9 */
export class HttpConnection {
  readonly #socket: Socket;
  readonly #route: Router;
  readonly #authentication: HttpAuthentication;
  readonly #faults: FaultInjector | undefined;
  readonly #journal: Journal | undefined;
  readonly #clock: Clock;
  readonly #reader = new HeadReader({ limit: limits.httpHead });
  #sink: BodySink | undefined;
  /** Bytes of an answered request's body that may be still to come. */
  #ignored = 0;
  /** The client may have kept the body back, as it was refused. */
  #bodyIsOptional = false;

  constructor(socket: Socket, options: HttpConnectionOptions) {
    this.#socket = socket;
    this.#route = options.route;
    this.#authentication = options.authentication;
    this.#faults = options.faults;
    this.#journal = options.journal;
    this.#clock = options.clock ?? systemClock;
    socket.setNoDelay(true);
    socket.setTimeout(options.idleMs ?? limits.httpIdleMs, () => socket.destroy());
    socket.on('data', (chunk: Uint8Array) => this.#receive(chunk));
    socket.on('close', () => this.#sink?.closed());
    // What broke a connection is the client's affair; 'close' follows in any case.
    socket.on('error', () => socket.destroy());
  }

  #receive(chunk: Uint8Array): void {
    try {
      let rest = chunk;
      while (rest.length > 0 && !this.#socket.destroyed) rest = this.#take(rest);
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
    if (this.#ignored > 0) return this.#ignore(chunk);
    const head = this.#reader.push(chunk);
    if (head === undefined) return chunk.subarray(chunk.length);
    return this.#begin(parseRequestHead(head.text), head.rest);
  }

  #ignore(chunk: Uint8Array): Uint8Array {
    // After a refusal a client sends either the body that it announced or its next request, which begins with a method.
    const isRequest = this.#bodyIsOptional && chunk[0]! >= upperCaseA && chunk[0]! <= upperCaseZ;
    if (isRequest) this.#ignored = 0;
    this.#bodyIsOptional = false;
    const count = Math.min(this.#ignored, chunk.length);
    this.#ignored -= count;
    return chunk.subarray(count);
  }

  /** Answers a request, at once or after a fault's delay; gives back what of the chunk is left. */
  #begin(head: RequestHead, rest: Uint8Array): Uint8Array {
    const effects = this.#faults?.strike({ place: 'http', name: head.method }) ?? [];
    const delay = effects.find((effect) => effect.kind === 'delay');
    if (delay === undefined) {
      this.#answerOrFail(head, effects);
      return rest;
    }
    void this.#answerLater(head, { effects, rest, milliseconds: delay.milliseconds });
    return rest.subarray(rest.length);
  }

  async #answerLater(
    head: RequestHead,
    { effects, rest, milliseconds }: { effects: readonly FaultEffect[]; rest: Uint8Array; milliseconds: number },
  ): Promise<void> {
    this.#socket.pause();
    await this.#clock.sleep(milliseconds);
    if (this.#socket.destroyed) return;
    this.#answerOrFail(head, effects);
    this.#receive(rest);
    this.#socket.resume();
  }

  #answerOrFail(head: RequestHead, effects: readonly FaultEffect[]): void {
    const failure = effects.find(({ kind }) => kind === 'httpStatus' || kind === 'resetConnection');
    if (failure === undefined) return this.#answer(head);
    if (failure.kind !== 'httpStatus') return void this.#socket.resetAndDestroy();
    this.#respond(head, { status: failure.status }, { bodyIsOptional: true });
  }

  #answer(head: RequestHead): void {
    if (head.headers.has('transfer-encoding')) throw httpRefusal(411);
    const handler = this.#route(head);
    if (handler === undefined) return this.#respond(head, { status: 404 });
    const outcome = this.#authentication.authenticate(head.headers.get('authorization'));
    if ('response' in outcome) return this.#respond(head, outcome.response, { bodyIsOptional: true });
    if (expectsContinue(head)) this.#socket.write(formatHead({ status: 100, reason: 'Continue' }));
    const answer = handler({ head, account: outcome.account, socket: this.#socket });
    if (isSink(answer)) this.#handOver(answer);
    else this.#respond(head, answer);
  }

  #handOver(sink: BodySink): void {
    this.#sink = sink;
    // From here on silence may be in order: the sink says so by setTimeout(0), once it knows whom it serves.
    this.#socket.setKeepAlive(true, limits.httpIdleMs);
  }

  #respond(head: RequestHead, response: HttpResponse, options: { bodyIsOptional?: boolean } = {}): void {
    const { method, path } = head;
    const { status } = response;
    this.#journal?.record({ kind: 'http', method, path, status, account: undefined, isUnexpected: status === 404 });
    this.#ignored = head.contentLength;
    this.#bodyIsOptional = options.bodyIsOptional ?? false;
    const tooLong = head.contentLength > limits.httpIgnoredBody && !this.#bodyIsOptional;
    if (tooLong || wantsClose(head)) return this.#end(response);
    this.#socket.write(formatResponse(response));
  }

  #end(response: HttpResponse): void {
    const headers = [...(response.headers ?? []), ['Connection', 'close'] as const];
    this.#socket.end(formatResponse({ ...response, headers }));
    this.#ignored = Number.MAX_SAFE_INTEGER;
    this.#bodyIsOptional = false;
  }
}

function expectsContinue(head: RequestHead): boolean {
  return head.contentLength > 0 && head.headers.get('expect')?.toLowerCase() === '100-continue';
}

function wantsClose(head: RequestHead): boolean {
  const connection = head.headers.get('connection')?.toLowerCase();
  return connection === 'close' || (head.version === '1.0' && connection !== 'keep-alive');
}
