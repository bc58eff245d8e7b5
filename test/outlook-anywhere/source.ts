import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { MockExchange, type MockExchangeOptions, mockEvents } from '@cutover/mock-exchange';
import { emsmdb } from '@cutover/wire/emsmdb';
import {
  connectOutlookAnywhere,
  type ContentsChange,
  type ContentsSync,
  type OutlookAnywhereOptions,
  type OutlookAnywhereSession,
} from '@cutover/outlook-anywhere';

/** A mock Exchange that runs, and how a client reaches it. */
export interface Source extends AsyncDisposable {
  readonly mock: MockExchange;
  /** The options of a client; an account is named by its user name, the administrator by default. */
  optionsFor(userName?: string, more?: Partial<OutlookAnywhereOptions>): OutlookAnywhereOptions;
  connect(userName?: string, more?: Partial<OutlookAnywhereOptions>): Promise<OutlookAnywhereSession>;
  /** legacyExchangeDN by alias. */
  dnOf(alias: string): string;
}

/** Starts a mock with plain HTTP on loopback, which the client uses unless told otherwise. */
export async function startSource(options: MockExchangeOptions = {}): Promise<Source> {
  return sourceOf(await MockExchange.start({ httpPort: 0, ...options }));
}

/** A mock that runs, with plain HTTP, as a source. */
export function sourceOf(mock: MockExchange): Source {
  const optionsFor: Source['optionsFor'] = (userName = 'administrator', more = {}) => {
    const account = mock.accounts.find((one) => one.userName === userName)!;
    return {
      exchangeServer: mock.exchangeServer,
      rpcProxyServer: mock.proxyServer,
      credential: { userName: `${account.domain}\\${account.userName}`, password: account.password },
      address: { host: '127.0.0.1', port: Number(new URL(mock.httpUrl!).port) },
      security: { scheme: 'http' },
      ...more,
    };
  };
  return {
    mock,
    optionsFor,
    connect: (userName, more) => connectOutlookAnywhere(optionsFor(userName, more)),
    dnOf: (alias) => mock.organisation.recipients.find((recipient) => recipient.alias === alias)!.legacyExchangeDN,
    [Symbol.asyncDispose]: () => mock.close(),
  };
}

/** How a client reaches the mock by HTTPS. */
export const overHttps = ({ mock }: Source): Partial<OutlookAnywhereOptions> => ({
  address: { host: '127.0.0.1', port: Number(new URL(mock.url).port) },
  security: { ca: mock.certificateAuthority },
});

/** Counts the calls of EcDoRpcExt2 that any server of this process answers while `run` does something. */
export async function countCalls(run: () => Promise<void>): Promise<number> {
  let calls = 0;
  const listener = (event: unknown): void => {
    if ((event as { opnum: number; interface: string }).opnum === emsmdb.operations.rpcExt2.opnum) calls++;
  };
  subscribe(mockEvents.called.channel.name, listener);
  await run();
  unsubscribe(mockEvents.called.channel.name, listener);
  return calls;
}

/** Reads a sync to its end without looking at any content. */
export async function allChanges(sync: ContentsSync): Promise<ContentsChange[]> {
  const changes: ContentsChange[] = [];
  for await (const change of sync) changes.push(change);
  return changes;
}
