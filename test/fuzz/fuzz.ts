import { type SeededRandom, seededRandom } from '@cutover/base';
import { rpcExt2 } from '@cutover/wire/emsmdb';
import { rops } from '@cutover/wire/rop';
import { FuzzConnection, type Reply } from './fuzz-connection.ts';
import { damageCall, damagePdu, reachedRop, withHandle } from './make-pdu.ts';
import { recordDirectory, recordEndpointMapper, recordManagement, recordReferral } from './record-services.ts';
import { recordPublicFolders } from './record-public-folders.ts';
import { recordIdleSession, recordStore } from './record-store.ts';
import { recordAsking, recordWriting } from './record-writing.ts';
import { type Conversation, handleSize, type RecordedCall } from './recording.ts';
import { ServerProcess } from './server-process.ts';

/** What a run has shown. */
export interface FuzzReport {
  readonly sent: number;
  /** Damaged calls that reached an operation or ROP far enough for a regular answer, by name. */
  readonly reached: ReadonlyMap<string, number>;
  readonly outcomes: Readonly<Record<Reply['kind'], number>>;
  /** Errors of the server that are neither faults nor malformed input. */
  readonly failures: readonly string[];
  /** Bytes that the server had more in use at the end than after a fifth of the run. */
  readonly growth: number;
}

/** How long an answer may take before the server counts as hanging. */
const hangMs = 15_000;
/** Conversations after which the mailboxes are put back to what the seed holds. */
const resetEvery = 10;
/** How long a PDU with a damaged head may go unanswered: it may announce more than it holds. */
const patienceMs = 60;

/** Sends `count` damaged PDUs, interleaved with valid ones that keep sessions going, and counts what comes of them. */
export async function fuzz(options: {
  count: number;
  seed: number;
  progress?: (sent: number) => void;
}): Promise<FuzzReport> {
  await using server = await ServerProcess.start();
  const conversations = await recordAll(server);
  const run = new FuzzRun(server, seededRandom(options.seed), conversations);
  while (run.sent < options.count / 5) await run.converse(options.count / 5);
  await server.reset();
  const before = await server.memory();
  while (run.sent < options.count) {
    await run.converse(options.count);
    options.progress?.(run.sent);
  }
  await server.reset();
  const growth = (await server.memory()) - before;
  return { sent: run.sent, reached: run.reached, outcomes: run.outcomes, failures: server.failures, growth };
}

/** Every conversation is recorded, and later played, on the mailboxes of the seed: their ids are in it. */
async function recordAll(server: ServerProcess): Promise<Conversation[]> {
  const others = [recordPublicFolders, recordEndpointMapper, recordManagement, recordReferral, recordIdleSession];
  // Where there is most to break, most is sent.
  const store = [recordStore, recordStore, recordWriting, recordWriting, recordAsking, recordAsking];
  const recorders = [...store, recordDirectory, recordDirectory, ...others];
  const conversations: Conversation[] = [];
  for (const recorder of recorders) {
    await server.reset();
    conversations.push(await recorder(server.port));
  }
  return conversations;
}

class FuzzRun {
  sent = 0;
  readonly reached = new Map<string, number>();
  readonly outcomes: Record<Reply['kind'], number> = { response: 0, fault: 0, closed: 0, silent: 0, other: 0 };
  readonly #server: ServerProcess;
  readonly #random: SeededRandom;
  readonly #conversations: readonly Conversation[];
  #conversed = 0;

  constructor(server: ServerProcess, random: SeededRandom, conversations: readonly Conversation[]) {
    this.#server = server;
    this.#random = random;
    this.#conversations = conversations;
    for (const name of namesOf(conversations)) this.reached.set(name, 0);
  }

  /** Plays one conversation on a connection of its own, each call after damaged forms of it. */
  async converse(limit: number): Promise<void> {
    // What was written is not what may not grow.
    if (++this.#conversed % resetEvery === 0) await this.#server.reset();
    const conversation = this.#random.pick(this.#conversations);
    const connection = await FuzzConnection.open(this.#server.port, conversation);
    let handle = new Uint8Array(handleSize);
    for (const call of conversation.calls) {
      await this.#damaged(connection, call, handle, limit);
      if (!connection.isOpen) break;
      const reply = await this.#answered(connection.call(call.operation.opnum, withHandle(call, handle), hangMs), call);
      if (reply.kind === 'response' && call.opens) handle = Uint8Array.from(call.opens(reply.stub));
    }
    connection.close();
  }

  async #damaged(connection: FuzzConnection, call: RecordedCall, handle: Uint8Array, limit: number): Promise<void> {
    const isNew = (this.reached.get(call.name) ?? 0) < 3;
    for (
      let count = isNew ? this.#random.integer(6, 12) : this.#random.integer(0, 2);
      count > 0 && connection.isOpen && this.sent < limit;
      count--
    ) {
      this.sent++;
      const reply =
        this.#random.next() < 0.01 ? await this.#head(connection, call) : await this.#body(connection, call, handle);
      this.outcomes[reply.kind]++;
    }
  }

  async #body(connection: FuzzConnection, call: RecordedCall, handle: Uint8Array): Promise<Reply> {
    const { opnum, stub } = damageCall(call, handle, this.#random);
    const reply = await this.#answered(connection.call(opnum, stub, hangMs), call);
    if (reply.kind === 'response' && opnum === call.operation.opnum) this.#count(call, stub, reply.stub);
    return reply;
  }

  /** A connection on which a head was damaged is of no further use: what follows may be taken for the rest of its PDU. */
  async #head(connection: FuzzConnection, call: RecordedCall): Promise<Reply> {
    const reply = await connection.send(damagePdu(call, this.#random), patienceMs);
    connection.close();
    return reply;
  }

  async #answered(pending: Promise<Reply>, call: RecordedCall): Promise<Reply> {
    const reply = await pending;
    if (!this.#server.isAlive) throw new Error(`the server crashed at ${call.operation.name}`);
    if (reply.kind === 'silent') throw new Error(`the server did not answer ${call.operation.name} in ${hangMs} ms`);
    return reply;
  }

  #count(call: RecordedCall, stub: Uint8Array, response: Uint8Array): void {
    this.#add(call.operation.name);
    if (call.operation.name !== rpcExt2.name) return;
    const name = reachedRop(stub, response);
    if (name !== undefined) this.#add(name);
  }

  #add(name: string): void {
    this.reached.set(name, (this.reached.get(name) ?? 0) + 1);
  }
}

function namesOf(conversations: readonly Conversation[]): string[] {
  const operations = conversations.flatMap((conversation) =>
    conversation.operations.map((operation) => operation.name),
  );
  return [...new Set([...operations, ...Object.values(rops).map((rop) => rop.name)])];
}

/** The report as lines for a terminal. */
export function printReport(report: FuzzReport): string {
  const outcomes = Object.entries(report.outcomes).map(([kind, count]) => `${count} ${kind}`);
  const lines = [...report.reached].map(([name, count]) => `${String(count).padStart(8)}  ${name}`);
  const summary = `${report.sent} damaged PDUs: ${outcomes.join(', ')}`;
  const memory = `memory grew by ${(report.growth / 1e6).toFixed(1)} MB; ${report.failures.length} errors of the server`;
  return [summary, ...lines, memory, ...report.failures.slice(0, 20), ''].join('\n');
}

/** What makes a run fail, in words. */
export function defectsOf(report: FuzzReport): string[] {
  const unreached = [...report.reached].filter(([, count]) => count === 0).map(([name]) => `${name} was never reached`);
  const grown = report.growth > growthLimit ? [`memory grew by ${report.growth} bytes`] : [];
  return [...report.failures, ...unreached, ...grown];
}

/** More than the noise of a garbage collector; every mailbox has been filled before the first measurement. */
const growthLimit = 32 * 1024 * 1024;
