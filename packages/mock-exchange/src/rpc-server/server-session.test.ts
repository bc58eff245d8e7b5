import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { wireErrors } from '@cutover/wire';
import {
  AuthLevel,
  AuthType,
  bindAckBody,
  bindBody,
  bindNakBody,
  buildPdu,
  type FragmentSecurity,
  ndr64Syntax,
  ndrSyntax,
  openFragment,
  PduType,
  type PresentationContext,
  readFault,
  readResponse,
  splitPdu,
  type SyntaxId,
  writeRequest,
} from '@cutover/wire/rpc';
import { describe, expect, test } from 'vitest';
import type { Account } from '../organisation/account.ts';
import { answerChallenge, negotiation } from '../testing/ntlm-login.ts';
import { bindPlain, openRawClient, type RawClient, sendPlain } from '../testing/raw-client.ts';
import { startRpcHarness, testInterface, testSyntax } from '../testing/rpc-harness.ts';
import { administrator, ann } from '../testing/two-accounts.ts';
import { RpcFault } from './rpc-fault.ts';
import type { RpcInterface } from './rpc-interface.ts';

const echoing = testInterface((_connection, _opnum, stub) => stub.slice());
const whoAmI = testInterface((connection) => Buffer.from(connection.account.userName));

async function connected(service: RpcInterface = echoing) {
  const harness = await startRpcHarness({ services: [service] });
  const client = await openRawClient(harness);
  return { client, [Symbol.asyncDispose]: () => harness[Symbol.asyncDispose]() };
}

const next = async (client: RawClient) => splitPdu(await client.outChannel.pdu());

describe('bind', () => {
  const featureQuestion: SyntaxId = {
    uuid: '6cb71c2c-9812-4540-0300-000000000000',
    majorVersion: 1,
    minorVersion: 0,
  };
  const context = (abstractSyntax: SyntaxId, ...transferSyntaxes: SyntaxId[]): PresentationContext => ({
    contextId: 0,
    abstractSyntax,
    transferSyntaxes,
  });

  async function outcomeOf(offered: PresentationContext) {
    await using connection = await connected();
    const body = bindBody.encode({ maxTransmit: 4280, maxReceive: 4280, associationGroup: 0, contexts: [offered] });
    connection.client.inChannel.write(buildPdu({ type: PduType.bind, callId: 1, body }));
    return bindAckBody.decode((await next(connection.client)).body);
  }

  test('is acknowledged with the port, an association group and the smaller fragment size', async () => {
    const ack = await outcomeOf(context(testSyntax, ndrSyntax));
    expect(ack).toMatchObject({ maxTransmit: 4280, maxReceive: 5840, secondaryAddress: '6001' });
    expect(ack.associationGroup).not.toBe(0);
    expect(ack.results).toEqual([{ result: 0, reason: 0, transferSyntax: ndrSyntax }]);
  });

  test.each([
    ['NDR64 alone', context(testSyntax, ndr64Syntax), 2, 2],
    ['NDR64 and NDR', context(testSyntax, ndr64Syntax, ndrSyntax), 0, 0],
    ['an unknown interface', context(ndrSyntax, ndrSyntax), 2, 1],
    ['another major version', context({ ...testSyntax, majorVersion: 2 }, ndrSyntax), 2, 1],
    ['a newer minor version', context({ ...testSyntax, minorVersion: 1 }, ndrSyntax), 2, 1],
    ['a question for features', context(testSyntax, featureQuestion), 3, 0],
  ])('%s', async (_name, offered, result, reason) => {
    expect((await outcomeOf(offered)).results).toMatchObject([{ result, reason }]);
  });

  test('an interface of another port is unknown', async () => {
    await using harness = await startRpcHarness({ services: [testInterface(() => new Uint8Array(), [6004])] });
    const client = await openRawClient(harness);
    expect(bindAckBody.decode((await bindPlain(client, testSyntax)).body).results).toMatchObject([{ reason: 1 }]);
  });

  test.each([AuthType.spnego, AuthType.kerberos, AuthType.netlogon])(
    'authentication of type %i is not recognised',
    async (type) => {
      await using connection = await connected();
      const body = bindBody.encode({ maxTransmit: 5840, maxReceive: 5840, associationGroup: 0, contexts: [] });
      const auth = { type, level: AuthLevel.privacy, contextId: 1, value: new Uint8Array(4) };
      connection.client.inChannel.write(buildPdu({ type: PduType.bind, callId: 1, body, auth }));
      const answer = await next(connection.client);
      expect(answer.header.type).toBe(PduType.bindNak);
      expect(bindNakBody.decode(answer.body).reason).toBe(8);
    },
  );

  test('an association that nobody began is refused; the connection may begin one', async () => {
    await using connection = await connected();
    const { client } = connection;
    const contexts = [context(testSyntax, ndrSyntax)];
    const body = bindBody.encode({ maxTransmit: 5840, maxReceive: 5840, associationGroup: 0x7777, contexts });
    client.inChannel.write(buildPdu({ type: PduType.bind, callId: 1, body }));
    const answer = await next(client);
    expect(answer.header.type).toBe(PduType.bindNak);
    expect(bindNakBody.decode(answer.body).reason).toBe(0);
    expect((await bindPlain(client, testSyntax)).header.type).toBe(PduType.bindAck);
  });

  test('alter_context adds an interface and answers without an address', async () => {
    await using connection = await connected();
    const { client } = connection;
    await bindPlain(client, ndrSyntax);
    const contexts = [context(testSyntax, ndrSyntax)];
    const body = bindBody.encode({ maxTransmit: 5840, maxReceive: 5840, associationGroup: 7, contexts });
    client.inChannel.write(buildPdu({ type: PduType.alterContext, callId: 2, body }));
    const answer = await next(client);
    expect(answer.header.type).toBe(PduType.alterContextResponse);
    expect(bindAckBody.decode(answer.body)).toMatchObject({ secondaryAddress: '', associationGroup: 7 });
    sendPlain(client, { callId: 3, opnum: 0 });
    expect((await next(client)).header.type).toBe(PduType.response);
  });
});

describe('calls', () => {
  test.each([
    ['a fault that the service wants', () => new RpcFault(0x1c010002), 0x1c010002],
    ['a stub that cannot be read', () => wireErrors.truncated({ path: 'X', offset: 1 }), 0x6f7],
    ['an error of the service', () => new TypeError('bug'), 0x6be],
  ])('%s', async (_name, error, status) => {
    await using connection = await connected(
      testInterface(() => {
        throw error();
      }),
    );
    await bindPlain(connection.client, testSyntax);
    sendPlain(connection.client, { callId: 2, opnum: 0 });
    expect(readFault(await next(connection.client))).toBe(status);
    sendPlain(connection.client, { callId: 3, opnum: 0 });
    expect((await next(connection.client)).header).toMatchObject({ type: PduType.fault, callId: 3 });
  });

  test('an error of the service is told to whoever listens', async () => {
    const seen: unknown[] = [];
    const listener = (message: unknown): void => void seen.push(message);
    subscribe('cutover:mock-exchange.connection-failed', listener);
    await using connection = await connected(
      testInterface(() => {
        throw new TypeError('bug');
      }),
    );
    await bindPlain(connection.client, testSyntax);
    sendPlain(connection.client, { callId: 2, opnum: 0 });
    await next(connection.client);
    unsubscribe('cutover:mock-exchange.connection-failed', listener);
    expect(seen).toMatchObject([{ error: { message: 'bug' } }]);
  });

  test('a context that was never bound is unknown', async () => {
    await using connection = await connected();
    sendPlain(connection.client, { callId: 2, opnum: 0 });
    const fault = await next(connection.client);
    expect(readFault(fault)).toBe(0x1c010003);
    expect(fault.header.flags & 0x20).toBe(0x20);
  });

  test('fragments both ways, and calls that come all at once are answered in order', async () => {
    await using connection = await connected();
    const { client } = connection;
    await bindPlain(client, testSyntax);
    const stubs = [20_000, 0, 5_808, 5_809].map((size, index) => new Uint8Array(size).fill(index + 1));
    for (const [index, stub] of stubs.entries()) sendPlain(client, { callId: index + 2, opnum: 0, stub });
    for (const [index, stub] of stubs.entries()) {
      const parts: Uint8Array[] = [];
      for (let last = false; !last;) {
        const pdu = await next(client);
        expect(pdu.header).toMatchObject({ type: PduType.response, callId: index + 2 });
        parts.push(pdu.body.subarray(8));
        last = (pdu.header.flags & 2) !== 0;
      }
      expect(Buffer.concat(parts).equals(stub)).toBe(true);
    }
  });

  test.each([
    ['a later fragment without a first', [fragment(2, 0)]],
    ['a fragment of another call between two', [fragment(2, 1), fragment(3, 2)]],
    ['a first fragment while another call is open', [fragment(2, 1), fragment(3, 1)]],
    ['a PDU that only servers send', [buildPdu({ type: PduType.response, callId: 2, body: new Uint8Array(8) })]],
    ['a stub beyond the limit', Array.from({ length: 200 }, (_, index) => fragment(2, index === 0 ? 1 : 0, 5800))],
  ])('%s ends the connection', async (_name, pdus) => {
    await using connection = await connected();
    await bindPlain(connection.client, testSyntax);
    for (const pdu of pdus) connection.client.inChannel.write(pdu);
    await expect(connection.client.inChannel.rest()).resolves.toHaveLength(0);
  });

  test('orphaned ends a call whose fragments were coming in', async () => {
    await using connection = await connected();
    const { client } = connection;
    await bindPlain(client, testSyntax);
    client.inChannel.write(fragment(2, 1));
    client.inChannel.write(buildPdu({ type: PduType.orphaned, callId: 2, body: new Uint8Array() }));
    sendPlain(client, { callId: 3, opnum: 0 });
    expect((await next(client)).header.callId).toBe(3);
  });
});

/** One fragment of a request with its flags: 1 first, 2 last. */
function fragment(callId: number, flags: number, size = 8): Uint8Array {
  const pdu = writeRequest({ callId, contextId: 0, opnum: 0, maxFragment: 5840, stub: new Uint8Array(size) });
  pdu[3] = flags;
  return pdu;
}

describe('NTLM', () => {
  async function logIn(
    client: RawClient,
    { account, level }: { account: Account; level: number },
  ): Promise<FragmentSecurity> {
    const contexts = [{ contextId: 0, abstractSyntax: testSyntax, transferSyntaxes: [ndrSyntax] }];
    const body = bindBody.encode({ maxTransmit: 5840, maxReceive: 5840, associationGroup: 0, contexts });
    const trailer = { type: AuthType.ntlm, level, contextId: 79231 };
    client.inChannel.write(buildPdu({ type: PduType.bind, callId: 1, body, auth: { ...trailer, value: negotiation } }));
    const ack = await next(client);
    const { message, context } = answerChallenge(ack.auth!.value, account);
    const auth3 = buildPdu({
      type: PduType.auth3,
      callId: 1,
      body: new Uint8Array(4),
      auth: { ...trailer, value: message },
    });
    client.inChannel.write(auth3);
    return { level, authContextId: 79231, ntlm: context };
  }

  async function call(client: RawClient, security: FragmentSecurity, stub: Uint8Array): Promise<Uint8Array | number> {
    client.inChannel.write(writeRequest({ callId: 2, contextId: 0, opnum: 0, maxFragment: 5840, security, stub }));
    const parts: Uint8Array[] = [];
    for (;;) {
      const pdu = await next(client);
      if (pdu.header.type === PduType.fault) return readFault(pdu);
      parts.push(openFragment(security, pdu, readResponse(pdu).stubOffset)!);
      if (pdu.header.flags & 2) return Buffer.concat(parts);
    }
  }

  test.each([AuthLevel.connect, AuthLevel.packet, AuthLevel.integrity, AuthLevel.privacy])(
    'level %i: calls of many fragments, one after the other',
    async (level) => {
      await using connection = await connected();
      const security = await logIn(connection.client, { account: administrator, level });
      for (const size of [0, 20_000, 1, 5_776, 5_777]) {
        const stub = new Uint8Array(size).fill(size & 255);
        expect(Buffer.from((await call(connection.client, security, stub)) as Uint8Array).equals(stub)).toBe(true);
      }
    },
  );

  test('the caller is whom RPC knows, else whom HTTP knows', async () => {
    await using connection = await connected(whoAmI);
    const security = await logIn(connection.client, { account: ann, level: AuthLevel.integrity });
    expect(Buffer.from((await call(connection.client, security, new Uint8Array())) as Uint8Array).toString()).toBe(
      'annb',
    );
    await using anonymous = await connected(whoAmI);
    await bindPlain(anonymous.client, testSyntax);
    sendPlain(anonymous.client, { callId: 2, opnum: 0 });
    expect(Buffer.from((await next(anonymous.client)).body.subarray(8)).toString()).toBe('administrator');
  });

  test.each([
    ['a wrong password', { ...ann, password: 'wrong' }],
    ['an unknown account', { ...ann, userName: 'nobody' }],
  ])('%s shows as access denied with the first call', async (_name, account) => {
    await using connection = await connected();
    const security = await logIn(connection.client, { account, level: AuthLevel.connect });
    expect(await call(connection.client, security, new Uint8Array())).toBe(5);
  });

  test('a call before the proof is denied, and an unsigned one after it', async () => {
    await using connection = await connected();
    const { client } = connection;
    const contexts = [{ contextId: 0, abstractSyntax: testSyntax, transferSyntaxes: [ndrSyntax] }];
    const body = bindBody.encode({ maxTransmit: 5840, maxReceive: 5840, associationGroup: 0, contexts });
    const auth = { type: AuthType.ntlm, level: AuthLevel.integrity, contextId: 1, value: negotiation };
    client.inChannel.write(buildPdu({ type: PduType.bind, callId: 1, body, auth }));
    await next(client);
    sendPlain(client, { callId: 2, opnum: 0 });
    expect(readFault(await next(client))).toBe(5);
    await using other = await connected();
    await logIn(other.client, { account: ann, level: AuthLevel.integrity });
    sendPlain(other.client, { callId: 2, opnum: 0 });
    expect(readFault(await next(other.client))).toBe(5);
  });
});

test('the stream of a whole conversation may be cut anywhere', async () => {
  await using connection = await connected();
  const { client } = connection;
  const contexts = [{ contextId: 0, abstractSyntax: testSyntax, transferSyntaxes: [ndrSyntax] }];
  const body = bindBody.encode({ maxTransmit: 5840, maxReceive: 5840, associationGroup: 0, contexts });
  const bind = buildPdu({ type: PduType.bind, callId: 1, body });
  client.inChannel.write(bind);
  await next(client);
  const request = writeRequest({ callId: 2, contextId: 0, opnum: 0, maxFragment: 5840, stub: new Uint8Array(5) });
  for (let cut = 1; cut < request.length; cut++) {
    client.inChannel.write(request.subarray(0, cut));
    await new Promise((resolve) => setImmediate(resolve));
    client.inChannel.write(request.subarray(cut));
    expect((await next(client)).header.type).toBe(PduType.response);
  }
});
