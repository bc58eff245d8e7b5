import { systemIds } from '@cutover/base';
import { bindBody, buildPdu, ndrSyntax, PduType, splitPdu, type SyntaxId, writeRequest } from '@cutover/wire/rpc';
import { connA1, connB1 } from '@cutover/wire/rts';
import type { Account } from '../organisation/account.ts';
import { RawConnection } from './raw-connection.ts';
import { administrator } from './two-accounts.ts';

/** Where a raw client goes, and as whom. */
export interface RawTarget {
  readonly port: number;
  readonly account?: Account;
  /** Query of the URL; the store's port unless told. */
  readonly query?: string;
  readonly cookie?: string;
  readonly windowSize?: number;
  /** What the IN channel announces; 1 GiB unless told. */
  readonly contentLength?: number;
  /** What the OUT request announces: the size of CONN/A1 unless told. */
  readonly outRequestLength?: number;
}

/** An Authorization header of scheme Basic. */
export const basic = ({ domain, userName, password }: Account): string =>
  `Basic ${Buffer.from(`${domain}\\${userName}:${password}`).toString('base64')}`;

/** Sends the head of a channel's request. */
export async function requestChannel(
  method: 'RPC_IN_DATA' | 'RPC_OUT_DATA',
  {
    port,
    account = administrator,
    query = 'EXCH-MSG-1:6001',
    contentLength = 0x40000000,
    outRequestLength = 76,
  }: RawTarget,
): Promise<RawConnection> {
  const connection = await RawConnection.open(port);
  const length = method === 'RPC_IN_DATA' ? contentLength : outRequestLength;
  connection.write(
    `${method} /rpc/rpcproxy.dll?${query} HTTP/1.1\r\nHost: mail.contoso.com\r\n` +
      `Authorization: ${basic(account)}\r\nContent-Length: ${length}\r\n\r\n`,
  );
  return connection;
}

export const inChannelCookie = '11111111-0000-0000-0000-000000000001';
export const outChannelCookie = '22222222-0000-0000-0000-000000000002';

/** Opens an OUT channel up to CONN/A1. */
export async function openOut(target: RawTarget): Promise<RawConnection> {
  const connection = await requestChannel('RPC_OUT_DATA', target);
  connection.write(
    connA1.build({
      version: 1,
      virtualConnectionCookie: target.cookie ?? inChannelCookie,
      outChannelCookie,
      receiveWindowSize: target.windowSize ?? 65536,
    }),
  );
  return connection;
}

/** Opens an IN channel up to CONN/B1. */
export async function openIn(target: RawTarget): Promise<RawConnection> {
  const connection = await requestChannel('RPC_IN_DATA', target);
  connection.write(
    connB1.build({
      version: 1,
      virtualConnectionCookie: target.cookie ?? inChannelCookie,
      inChannelCookie,
      channelLifetime: 0x40000000,
      clientKeepalive: 300000,
      associationGroupId: inChannelCookie,
    }),
  );
  return connection;
}

/** Both channels of a virtual connection, opened up to CONN/C2. */
export interface RawClient {
  readonly inChannel: RawConnection;
  readonly outChannel: RawConnection;
  readonly outHead: string;
  close(): void;
}

/** Opens a virtual connection. */
export async function openRawClient(target: RawTarget): Promise<RawClient> {
  const cookie = target.cookie ?? systemIds.guid();
  const outChannel = await openOut({ ...target, cookie });
  const inChannel = await openIn({ ...target, cookie });
  const outHead = await outChannel.head();
  await outChannel.pdu();
  await outChannel.pdu();
  const close = (): void => {
    inChannel.close();
    outChannel.close();
  };
  return { inChannel, outChannel, outHead, close };
}

/** Binds one interface without authentication; gives the answer taken apart. */
export async function bindPlain(client: RawClient, abstractSyntax: SyntaxId) {
  const contexts = [{ contextId: 0, abstractSyntax, transferSyntaxes: [ndrSyntax] }];
  const body = bindBody.encode({ maxTransmit: 5840, maxReceive: 5840, associationGroup: 0, contexts });
  client.inChannel.write(buildPdu({ type: PduType.bind, callId: 1, body }));
  return splitPdu(await client.outChannel.pdu());
}

/** Sends a request without protection. */
export function sendPlain(client: RawClient, call: { callId: number; opnum: number; stub?: Uint8Array }): void {
  const { callId, opnum, stub = new Uint8Array() } = call;
  client.inChannel.write(writeRequest({ callId, contextId: 0, opnum, maxFragment: 5840, stub }));
}
