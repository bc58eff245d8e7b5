import { systemIds } from '@cutover/base';
import { bindBody, buildPdu, ndrSyntax, PduType, splitPdu } from '@cutover/wire/rpc';
import { connA1, connA3, connB1, connC2, rtsPdu } from '@cutover/wire/rts';
import { expect, test } from 'vitest';
import { basic } from '../testing/raw-client.ts';
import { RawConnection } from '../testing/raw-connection.ts';
import { type RpcHarness, startRpcHarness, testInterface, testSyntax } from '../testing/rpc-harness.ts';
import { administrator } from '../testing/two-accounts.ts';

/** How a client frames the requests of its two channels. */
interface Framing {
  readonly version: '1.0' | '1.1';
  readonly chunked: boolean;
  readonly waits: boolean;
}

const chunk = (bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);

/** Opens a channel and sends its first PDU, once it is told to go on if it waits for that. */
async function open({ port }: RpcHarness, kind: 'IN' | 'OUT', { version, chunked, waits }: Framing, pdu: Uint8Array) {
  const length = kind === 'IN' ? 0x40000000 : pdu.length;
  const headers = [
    'Host: mail.contoso.com',
    `Authorization: ${basic(administrator)}`,
    chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`,
    ...(waits ? ['Expect: 100-continue'] : []),
    ...(version === '1.0' ? ['Connection: Keep-Alive'] : []),
  ];
  const connection = await RawConnection.open(port);
  const line = `RPC_${kind}_DATA /rpc/rpcproxy.dll?EXCH-MSG-1:6001 HTTP/${version}`;
  connection.write(`${[line, ...headers].join('\r\n')}\r\n\r\n`);
  if (waits && version === '1.1') expect(await connection.head()).toBe('HTTP/1.1 100 Continue');
  const send = (bytes: Uint8Array): void => connection.write(chunked ? chunk(bytes) : bytes);
  send(pdu);
  return { connection, send, end: () => chunked && connection.write('0\r\n\r\n') };
}

const framings: Framing[] = (['1.0', '1.1'] as const).flatMap((version) =>
  [false, true].flatMap((chunked) => [false, true].map((waits) => ({ version, chunked, waits }))),
);

test.each(framings.filter(({ version, chunked }) => version === '1.1' || !chunked))(
  'channels by HTTP/$version, chunked: $chunked, waiting: $waits',
  async (framing) => {
    await using server = await startRpcHarness({ services: [testInterface(() => Promise.resolve(new Uint8Array()))] });
    const virtualConnectionCookie = systemIds.guid();
    const common = { version: 1, virtualConnectionCookie } as const;
    const a1 = connA1.build({ ...common, outChannelCookie: systemIds.guid(), receiveWindowSize: 65536 });
    const out = await open(server, 'OUT', framing, a1);
    out.end();
    const b1 = connB1.build({
      ...common,
      inChannelCookie: systemIds.guid(),
      channelLifetime: 0x40000000,
      clientKeepalive: 300_000,
      associationGroupId: systemIds.guid(),
    });
    const input = await open(server, 'IN', framing, b1);
    expect(await out.connection.head()).toMatch(/^HTTP\/1\.1 200 Success/);
    expect(connA3.match(rtsPdu.decode(await out.connection.pdu()))).toBeDefined();
    expect(connC2.match(rtsPdu.decode(await out.connection.pdu()))).toBeDefined();
    const contexts = [{ contextId: 0, abstractSyntax: testSyntax, transferSyntaxes: [ndrSyntax] }];
    const body = bindBody.encode({ maxTransmit: 5840, maxReceive: 5840, associationGroup: 0, contexts });
    const bind = buildPdu({ type: PduType.bind, callId: 1, body });
    // Where a chunk ends has nothing to do with where a PDU does.
    input.send(bind.subarray(0, 10));
    input.send(bind.subarray(10));
    expect(splitPdu(await out.connection.pdu()).header.type).toBe(PduType.bindAck);
    input.connection.close();
    out.connection.close();
  },
);
