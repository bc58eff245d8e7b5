import { defineInterface, defineOperation, ndr } from '@cutover/wire';
import { describe, expect, test } from 'vitest';
import { hex } from '../testing/hex.ts';
import { connA3, connC2, type ProxyScript, scriptedProxy, successHead } from '../testing/scripted-proxy.ts';
import { testProxy } from '../testing/test-proxy.ts';
import { openRpcLine, type RpcLineOptions } from './rpc-line.ts';

const echo = defineOperation({ name: 'Echo', opnum: 7, request: { value: ndr.u32 }, response: { value: ndr.u32 } });
const testInterface = defineInterface({
  name: 'Test',
  uuid: 'f5cc5a18-4264-101a-8c59-08002b2f8426',
  majorVersion: 56,
  minorVersion: 0,
  operations: { echo },
});
const request = { operation: 'Echo', opnum: 7, stub: hex`2a000000` };
const never = new AbortController().signal;

// [C706] 12.6.4.3, 12.6.4.4: NDR for NSPI, association group 0x1234, port "6004".
const bind = hex`05000b03 10000000 48000000 01000000 d016d016 00000000 01000000
  00000100 185accf56442 1a10 8c5908002b2f8426 38000000 045d888aeb1cc9119fe808002b104860 02000000`;
const bindAck = hex`05000c03 10000000 3c000000 01000000 b810b810 34120000 0500 3630303400 00
  01000000 00000000 045d888aeb1cc9119fe808002b104860 02000000`;
const response = hex`05000203 10000000 1c000000 02000000 04000000 00000000 2b000000`;
const twoFragments = hex`05000201 10000000 1a000000 02000000 04000000 00000000 2b00
  05000202 10000000 1a000000 02000000 02000000 00000000 0000`;

const answers =
  (...calls: Uint8Array[]): NonNullable<ProxyScript['answer']> =>
  (pdu) => {
    if (pdu[2] === 11) return [bindAck];
    return [calls.shift()!];
  };
const optionsFor = (port: number, more: Partial<RpcLineOptions> = {}): RpcLineOptions => ({
  proxy: testProxy(port),
  endpoint: { server: 'EXCH-MSG-1', port: 6004 },
  interface: testInterface,
  authentication: 'None',
  associationGroup: 0,
  stubLimit: 1000,
  ...more,
});

describe('openRpcLine', () => {
  test('says what the specifications ask for, and calls', async () => {
    await using proxy = await scriptedProxy({ answer: answers(response) });
    const line = await openRpcLine(optionsFor(proxy.port), never);
    expect(await line.call(request)).toEqual(hex`2b000000`);
    expect(line.associationGroup).toBe(0x1234);
    line.close();
    expect(proxy.heads.RPC_OUT_DATA).toMatchInlineSnapshot(`
      [
        "RPC_OUT_DATA /rpc/rpcproxy.dll?EXCH-MSG-1:6004 HTTP/1.1
      Cache-Control: no-cache
      Connection: Keep-Alive
      Pragma: no-cache
      Accept: application/rpc
      User-Agent: MSRPC
      Host: mail.contoso.com
      Content-Length: 76
      Authorization: Basic Q09OVE9TT1xhZG1pbmlzdHJhdG9yOlBhJCR3MHJk",
      ]
    `);
    const isRts = (pdu: Uint8Array): boolean => pdu[2] === 20;
    expect(proxy.received.filter(isRts).map((pdu) => pdu.length)).toEqual(expect.arrayContaining([76, 104]));
    expect(proxy.received.filter((pdu) => !isRts(pdu)).map((pdu) => Uint8Array.from(pdu))).toEqual([
      bind,
      hex`05000003 10000000 1c000000 02000000 04000000 00000700 2a000000`,
    ]);
  });

  test.each([1, 3, 16, 17, 29])('what comes in pieces of %i bytes is put together', async (pieces) => {
    await using proxy = await scriptedProxy({ answer: answers(twoFragments, response), pieces });
    const line = await openRpcLine(optionsFor(proxy.port), never);
    expect(await line.call(request)).toEqual(hex`2b000000`);
    line.close();
  });

  test('pings and flow control between the answers are no answers', async () => {
    const ping = hex`05001403 10000000 14000000 00000000 01000000`;
    await using proxy = await scriptedProxy({ answer: answers(Buffer.concat([ping, response, ping])) });
    const line = await openRpcLine(optionsFor(proxy.port), never);
    expect(await line.call(request)).toEqual(hex`2b000000`);
    line.close();
  });

  test('a second call at the same time is refused', async () => {
    await using proxy = await scriptedProxy({ answer: (pdu) => (pdu[2] === 11 ? [bindAck] : []) });
    const line = await openRpcLine(optionsFor(proxy.port), never);
    const first = line.call(request);
    await expect(line.call(request)).rejects.toMatchObject({ code: 'outlookAnywhere.callInProgress' });
    line.close();
    await expect(first).rejects.toMatchObject({ code: 'outlookAnywhere.closed' });
  });
});

describe('what a proxy or server refuses', () => {
  const head = (text: string): Uint8Array => Buffer.from(`${text}\r\n\r\n`);
  const unauthorized = 'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: NTLM\r\nWWW-Authenticate: Basic realm="x"';
  const fault = (status: string): Uint8Array =>
    hex`05000303 10000000 20000000 02000000 00000000 00000000 ${status} 00000000`;
  const bindNak = hex`05000d03 10000000 16000000 01000000 0800 01 0500 00`;
  const rejected = Buffer.from(bindAck);
  rejected.set([2, 0, 1, 0], 36);

  const cases: [what: string, script: ProxyScript, code: string][] = [
    ['401', { out: [head(unauthorized)] }, 'authenticationFailed'],
    [
      '401 with another scheme',
      { out: [head('HTTP/1.1 401 No\r\nWWW-Authenticate: Negotiate')] },
      'authenticationNotOffered',
    ],
    ['401 on IN alone', { out: [], in: head(unauthorized) }, 'authenticationFailed'],
    ['403', { out: [head('HTTP/1.1 403 Forbidden')] }, 'accessForbidden'],
    ['404', { out: [head('HTTP/1.1 404 Not Found')] }, 'rpcProxyNotFound'],
    ['503 RPC Error', { out: [head('HTTP/1.0 503 RPC Error: 6ba')] }, 'rpcServerUnavailable'],
    ['a page', { out: [head('HTTP/1.1 200 OK\r\nContent-Type: text/html')] }, 'httpFailed'],
    ['another protocol', { out: [head('220 mail.contoso.com SMTP')] }, 'notHttp'],
    ['a channel that ends', { out: [successHead, connA3, connC2], answer: () => 'close' }, 'connectionLost'],
    ['a PDU that is none', { out: [successHead, new Uint8Array(40)] }, 'protocolViolation'],
    ['bind_nak', { answer: () => [bindNak] }, 'bindRejected'],
    ['an interface not served', { answer: () => [rejected] }, 'bindRejected'],
    ['access denied', { answer: answers(fault('05000000')) }, 'rpcAccessDenied'],
    ['another fault', { answer: answers(fault('0200011c')) }, 'rpcFault'],
    ['an answer over the limit', { answer: answers(Buffer.concat([twoFragments])) }, 'protocolViolation'],
  ];

  test.each(cases)('%s', async (what, script, code) => {
    await using proxy = await scriptedProxy(script);
    const stubLimit = what === 'an answer over the limit' ? 3 : 1000;
    const attempt = openRpcLine(optionsFor(proxy.port, { stubLimit }), never).then((line) => line.call(request));
    await expect(attempt).rejects.toMatchObject({ code: `outlookAnywhere.${code}` });
    if (!code.startsWith('rpc') || code === 'rpcServerUnavailable') await expect.poll(() => proxy.open.size).toBe(0);
  });

  test('the password is in no error', async () => {
    await using proxy = await scriptedProxy({ out: [head(unauthorized)] });
    const error: unknown = await openRpcLine(optionsFor(proxy.port), never).catch((reason: unknown) => reason);
    expect(JSON.stringify(error) + String(error)).not.toContain('Pa$$w0rd');
    expect(String(error)).toMatchInlineSnapshot(
      `"OutlookAnywhereError: mail.contoso.com refused the credentials of CONTOSO\\administrator with Basic authentication (HTTP 401). Check the user name, as DOMAIN\\user, and the password."`,
    );
  });
});

describe('an abort', () => {
  test.each<[string, ProxyScript]>([
    ['before the head', { out: [] }],
    ['inside the handshake', { out: [successHead, connA3] }],
    ['inside the bind', { answer: () => [] }],
  ])('%s leaves nothing open', async (_when, script) => {
    await using proxy = await scriptedProxy(script);
    const controller = new AbortController();
    const opening = openRpcLine(optionsFor(proxy.port), controller.signal);
    await expect.poll(() => proxy.heads.RPC_IN_DATA.length + proxy.heads.RPC_OUT_DATA.length).toBe(2);
    controller.abort(new Error('stop'));
    await expect(opening).rejects.toThrow('stop');
    await expect.poll(() => proxy.open.size).toBe(0);
  });
});
