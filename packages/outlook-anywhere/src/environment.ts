import { systemClock, systemIds, systemRandom } from '@cutover/base';
import { errors } from './errors.ts';
import { limits } from './limits.ts';
import type { CallOptions, OutlookAnywhereOptions, RpcAuthentication, Security, Timeouts } from './options.ts';
import type { Proxy } from './proxy.ts';
import { openRpcClient, type RpcClient } from './rpc/rpc-client.ts';
import type { RpcLineOptions } from './rpc/rpc-line.ts';
import type { SocketTarget } from './transport/socket-target.ts';

/** The options of a session with every default filled in. */
export interface Environment {
  readonly proxy: Proxy;
  readonly exchangeServer: string;
  readonly rpcAuthentication: RpcAuthentication;
  readonly timeouts: Timeouts;
  readonly signal: AbortSignal | undefined;
}

const defaultTimeouts: Timeouts = { connect: 30_000, handshake: 60_000, call: 120_000 };
/** A mailbox server is named by the mailbox from Exchange 2013 on, as GUID@domain. */
const serverNames = { exchangeServer: /^[\w.-]{1,255}(@[\w.-]{1,255})?$/, rpcProxyServer: /^[\w.-]{1,255}$/ } as const;

/** Checks the options once and fills in the defaults. */
export function createEnvironment(options: OutlookAnywhereOptions): Environment {
  for (const option of ['exchangeServer', 'rpcProxyServer'] as const) {
    if (!serverNames[option].test(options[option]))
      throw errors.invalidOption({ option, reason: 'must be the name of a server' });
  }
  if (options.credential.userName === '') {
    throw errors.invalidOption({ option: 'credential', reason: 'must have a user name' });
  }
  const timeouts = { ...defaultTimeouts, ...options.timeouts };
  return {
    proxy: {
      socket: socketTarget(options),
      credential: options.credential,
      authentication: options.authentication ?? 'Basic',
      connectTimeout: timeouts.connect,
      channelBytes: options.channelBytes ?? limits.channelBytes,
      clock: options.clock ?? systemClock,
      random: options.random ?? systemRandom,
      ids: options.ids ?? systemIds,
    },
    exchangeServer: options.exchangeServer,
    rpcAuthentication: options.rpcAuthentication ?? 'Connect',
    timeouts,
    signal: options.signal,
  };
}

function socketTarget({ rpcProxyServer, address, security = {} }: OutlookAnywhereOptions): SocketTarget {
  const { scheme = 'https', ca, acceptUntrustedCertificates = false, minimumTls = 'TLSv1' }: Security = security;
  return {
    proxy: rpcProxyServer,
    host: address?.host ?? rpcProxyServer,
    port: address?.port ?? (scheme === 'https' ? 443 : 80),
    tls: scheme === 'https',
    ca,
    acceptUntrustedCertificates,
    minimumTls,
  };
}

/** Connects to one of the server's interfaces. */
export function openInterface(
  environment: Environment,
  target: Pick<RpcLineOptions, 'endpoint' | 'interface' | 'stubLimit'>,
  options: CallOptions = {},
): Promise<RpcClient> {
  const { proxy, rpcAuthentication: authentication, timeouts, signal } = environment;
  return openRpcClient({ ...target, proxy, authentication, timeouts, signal }, options);
}
