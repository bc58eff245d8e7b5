import type { MailboxServer } from '../organisation/organisation.ts';

/** One entry of the registry value ValidPorts: a server name and the ports that may be reached on it. */
export interface ValidPortRange {
  readonly server: string;
  readonly first: number;
  readonly last: number;
}

const entry = /^([^:;]+):(\d{1,5})(?:-(\d{1,5}))?$/;

/**
 * Reads ValidPorts, e.g. `EXCH-MSG-1:6001-6002;exch-msg-1.contoso.com:6004`; an entry that is not of this form is
 * passed over, as the RPC proxy does. Source: HKLM\Software\Microsoft\Rpc\RpcProxy.
 */
export function parseValidPorts(text: string): ValidPortRange[] {
  return text.split(';').flatMap((part) => {
    const match = entry.exec(part.trim());
    if (!match) return [];
    const first = Number(match[2]);
    return [{ server: match[1]!.toLowerCase(), first, last: Number(match[3] ?? first) }];
  });
}

/** Whether the proxy may connect to this server and port. */
export function isValidPort(ranges: readonly ValidPortRange[], target: RpcTarget): boolean {
  const server = target.server.toLowerCase();
  return ranges.some((range) => range.server === server && target.port >= range.first && target.port <= range.last);
}

/** The value that a single-server set-up guide gives: endpoint mapper, store, referral and directory under both names. */
export function defaultValidPorts(server: MailboxServer): string {
  return [server.netBiosName, server.name].map((name) => `${name}:593;${name}:6001-6002;${name}:6004`).join(';');
}

/** What the URL's query names. [MS-RPCH] 2.2.2 */
export interface RpcTarget {
  readonly server: string;
  readonly port: number;
}

/** Reads `server:port`; undefined if the query is anything else. */
export function parseRpcTarget(query: string): RpcTarget | undefined {
  const match = /^([^:&]+):(\d{1,5})$/.exec(query);
  return match ? { server: match[1]!, port: Number(match[2]) } : undefined;
}
