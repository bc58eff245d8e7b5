import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { get } from 'node:http';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { connectOutlookAnywhere, type OutlookAnywhereSession } from '@cutover/outlook-anywhere';
import type { SourceAddress } from '../support/rehearsal.ts';
import { answer, quiet } from './copy-bench.ts';
import type { TransferSource } from './mock-transfer-process.ts';
import { readWithoutLooking } from './null-client.ts';
import { table } from './table.ts';

/** Megabytes a second from one mailbox, and what stands beside it. */
export interface TransferFigures {
  readonly megabytes: number;
  readonly plainHttp: number;
  readonly nullClient: number;
  readonly client: number;
  readonly directoryRowsPerSecond: number;
}

const goalShare = 1 / 3;

/** How much is read, and how often: the fastest of the rounds counts. */
export interface TransferAmount {
  readonly messages: number;
  readonly messageBytes: number;
  readonly people: number;
  readonly rounds: number;
}

const usual: TransferAmount = { messages: 250, messageBytes: 512 * 1024, people: 1000, rounds: 5 };

/** Measures what goes from the mock over loopback, in a process of its own, against plain HTTP of the same bytes in the same run. */
export async function benchTransfer({ messages, messageBytes, people, rounds } = usual): Promise<TransferFigures> {
  const megabytes = (messages * messageBytes) / 1e6;
  const [child, source] = await startSource([0, messages, messageBytes]);
  const ways = [() => readPlain(source.plainUrl), () => readWithoutLooking(source), () => readInbox(source)];
  const [plainHttp, nullClient, client] = await best(ways, rounds);
  child.disconnect();
  return {
    megabytes,
    plainHttp: megabytes / plainHttp!,
    nullClient: megabytes / nullClient!,
    client: megabytes / client!,
    directoryRowsPerSecond: await benchDirectory(people, rounds),
  };
}

/** Starts a process with so many people (none: contoso), and so much in the first one's Inbox. */
export async function startSource(amounts: readonly number[]): Promise<[ChildProcess, TransferSource]> {
  const program = join(import.meta.dirname, 'mock-transfer-process.ts');
  const child = fork(program, amounts.map(String), { execArgv: [quiet] });
  return [child, await answer<TransferSource>(child)];
}

/** Seconds that each way takes at best; they take turns, so that a busy machine is busy for all of them. */
async function best(ways: readonly (() => Promise<unknown>)[], rounds: number): Promise<number[]> {
  const least = ways.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds; round++) {
    for (const [index, run] of ways.entries()) {
      const began = performance.now();
      await run();
      least[index] = Math.min(least[index]!, (performance.now() - began) / 1000);
    }
  }
  return least;
}

async function readPlain(url: string): Promise<void> {
  const [response] = (await once(get(url), 'response')) as [AsyncIterable<Uint8Array>];
  for await (const chunk of response) void chunk;
}

/** A client of ours at the source. */
export function connectTo({ connection, ...address }: SourceAddress): Promise<OutlookAnywhereSession> {
  return connectOutlookAnywhere({
    exchangeServer: address.exchangeServer,
    rpcProxyServer: address.rpcProxyServer,
    credential: { userName: address.userName, password: address.password },
    address: { host: connection.host, port: connection.port },
    security: { scheme: 'http' },
  });
}

async function readInbox({ address, mailbox: legacyExchangeDN }: TransferSource): Promise<void> {
  await using session = await connectTo(address);
  await using mailbox = await session.openMailbox({ legacyExchangeDN });
  for await (const change of mailbox.syncContents(mailbox.wellKnownFolders.inbox)) {
    if (change.kind === 'item') for await (const chunk of change.content) void chunk;
  }
}

async function benchDirectory(people: number, rounds: number): Promise<number> {
  const [child, { address }] = await startSource([people]);
  await using session = await connectTo(address);
  let rows = 0;
  const walk = async (): Promise<void> => {
    rows = 0;
    for await (const entry of session.directory()) rows += Number(entry !== undefined);
  };
  const [seconds] = await best([walk], rounds);
  child.disconnect();
  return rows / seconds!;
}

export function printTransfer(figures: TransferFigures): string {
  const { megabytes, plainHttp, nullClient, client } = figures;
  const rate = (value: number): string =>
    `${value.toFixed(0)} MB/s, ${(value / plainHttp).toFixed(2)} of plain HTTP, goal ${goalShare.toFixed(2)}`;
  return table([
    [`${megabytes.toFixed(0)} MB out of one mailbox by FastTransfer, over loopback without TLS`, ''],
    ['plain HTTP', `${plainHttp.toFixed(0)} MB/s`],
    ['to a client that looks at nothing, call by call', rate(nullClient)],
    ['to the client, which asks one call ahead', rate(client)],
    ['the directory, every attribute', `${figures.directoryRowsPerSecond.toFixed(0)} rows/s, read by the client`],
  ]);
}
