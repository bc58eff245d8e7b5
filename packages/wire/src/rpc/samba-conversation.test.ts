import { describe, expect, test } from 'vitest';
import {
  authenticateMessage,
  challengeMessage,
  createSecurityContext,
  exchangeSessionKey,
  negotiateMessage,
  ntHash,
  ntlmV2Key,
  ntlmV2Proof,
  sessionBaseKey,
} from '../ntlm/index.ts';
import { isWireError } from '../errors.ts';
import { hex } from '../testing/hex.ts';
import { bindAckBody, bindBody } from './bind.ts';
import { readRequest, readResponse } from './call.ts';
import { PduType } from './common-header.ts';
import { type FragmentSecurity, openFragment } from './fragment-security.ts';
import { splitPdu } from './pdu.ts';
import { isFeatureNegotiation, ndrSyntax } from './syntax.ts';

// Samba 4.17 binds MGMT with NTLM at level 6 and asks three times for the interfaces; it accepted every signature of
// the answers. The account is CONTOSO\administrator.
const password = 'Birch-Indigo-4527';
const bind = hex`
  05000b0710000000a400280001000000d016d01600000000020000000000010080bda8af8a7dc911bef408002b10298901000000045d888aeb1cc911
  9fe808002b104860020000000100010080bda8af8a7dc911bef408002b102989010000002c1cb76c129840450300000000000000010000000a060000
  010000004e544c4d53535000010000003582086200000000280000000000000028000000060100000000000f`;
const bindAck = hex`
  05000c03100000003401d80001000000d016d0160110000005003630303100000200000000000000045d888aeb1cc9119fe808002b10486002000000
  0300000000000000000000000000000000000000000000000a060000010000004e544c4d53535000020000000e000e0038000000358289621045453d
  4b95d57c000000000000000092009200460000000502ce0e0000000f43004f004e0054004f0053004f0002000e0043004f004e0054004f0053004f00
  0100140045005800430048002d004d00530047002d0031000400160063006f006e0074006f0073006f002e0063006f006d0003002c00450058004300
  48002d004d00530047002d0031002e0063006f006e0074006f0073006f002e0063006f006d000500160063006f006e0074006f0073006f002e006300
  6f006d0000000000`;
const auth3 = hex`
  0500100310000000f001d40102000000000000000a060000010000004e544c4d53535000030000001800180058000000280128017000 00000e000e00
  980100001a001a00a601000004000400c001000010001000c401000035820862060100000000000f04853e35c8913b058a81c573b468297b00000000
  0000000000000000000000000000000000000000fa513735ff3fe3f5eeb1ad7aa709c80b010100000000000040dfa5907479dd013f1513c5a75994f7
  0000000002000e0043004f004e0054004f0053004f000100140045005800430048002d004d00530047002d0031000400160063006f006e0074006f00
  73006f002e0063006f006d0003002c0045005800430048002d004d00530047002d0031002e0063006f006e0074006f0073006f002e0063006f006d00
  0500160063006f006e0074006f0073006f002e0063006f006d00080030003000000000000000000000000000000019e55c294f56499e9f7cba49f9a4
  004b87739e84fa882253a4253561b231b9630a0010000000000000000000000000000000000009001e0068006f00730074002f004500580043004800
  2d004d00530047002d0031000000000043004f004e0054004f0053004f00610064006d0069006e006900730074007200610074006f00720056004d00
  b3ceb50f1df5e55d36a611d3268f8ae1`;
const calls: [request: Uint8Array, response: Uint8Array][] = [
  [
    hex`0500000310000000800010000300000050000000000000007db9bf2514eb9c2f013d30a99d56dd9a1ca5d6d074f3c63f0f7851946c1803e5
        8ed6da97d32dd332a6463a3c2f344d0b7f88fdd7aa56db79f816abf3e81de1ca7c6c53035beed1f14814ac68f996fa950a06000001000000
        0100000038d8016a0ecea1ba00000000`,
    hex`0500020310000000700010000300000040000000000000003a819bd7c7226b5735f01eb8ca499579316263a9ac69bd34a22d35cd19e15587
        07dd63b607b0c07e466357cc8bae7c7c8d9334585ba2bf5873f88fbcb385a0ff0a0600000100000001000000288ba53a3c5a3b8300000000`,
  ],
  [
    hex`050000031000000050001000040000001c0000000000000081af2b3c1e3c760ea16bac42d24f586cd7de43b4ad76a35fc854dc3f97553a25
        0a06040001000000010000000601073f6a37490601000000`,
    hex`050002031000000070001000040000004000000000000000148b1c5600a7d8e3ca8659e1fc47f39cce0d209c6febfa5bf9280bd812511634
        5262ec1d7b3f0fdba41688780854085c29244940d1eda9cfb75d9cf45e3154830a060000010000000100000063e3a5a4b9baab7f01000000`,
  ],
  [
    hex`050000031000000050001000050000001c0000000000000063a45067bf09219bb4a4f65eeb2db61c0ada14c4cce4de656ca35eaed21f2d2b
        0a06040001000000010000001614a30760836b6b02000000`,
    hex`050002031000000070001000050000004000000000000000e750b580b5df4aa9e3ab7b4ed54db4118fb1750c3441dc8df46046c41d514bab
        32737443a503559e43c94e0b1407131fecf1b8333edcc385ace684ec1f2ccb520a0600000100000001000000acf2a2b552d8bbbd02000000`,
  ],
];

/** Session key and flags, by what the password proves. */
function logOn(): { sessionKey: Uint8Array; flags: number } {
  const { serverChallenge } = challengeMessage.decode(splitPdu(bindAck).auth!.value);
  const message = authenticateMessage.decode(splitPdu(auth3).auth!.value);
  const key = ntlmV2Key(ntHash(password), message);
  const proof = ntlmV2Proof(key, serverChallenge, message.ntResponse.subarray(16));
  expect(Buffer.from(proof).equals(message.ntResponse.subarray(0, 16))).toBe(true);
  const sessionKey = exchangeSessionKey(sessionBaseKey(key, proof), message.encryptedSessionKey);
  return { sessionKey, flags: message.flags };
}

/** Reads everything of a PDU that can be read without keys. */
function readAll(bytes: Uint8Array): void {
  const { header, body, auth } = splitPdu(bytes);
  if (header.type === PduType.bind) bindBody.decode(body, { trailing: 'ignore' });
  if (header.type === PduType.bindAck) bindAckBody.decode(body, { trailing: 'ignore' });
  if (header.type === PduType.request) readRequest(splitPdu(bytes));
  if (header.type === PduType.response) readResponse(splitPdu(bytes));
  if (auth && header.type === PduType.auth3) authenticateMessage.decode(auth.value);
}

function expectWireErrorAtMost(read: () => void): void {
  try {
    read();
  } catch (error) {
    expect(isWireError(error)).toBe(true);
  }
}

describe('a sealed conversation with Samba', () => {
  test('bind offers NDR and asks for features, NTLM goes with it', () => {
    const pdu = splitPdu(bind);
    const { contexts } = bindBody.decode(pdu.body);
    expect(contexts.map(({ transferSyntaxes }) => transferSyntaxes.map(isFeatureNegotiation))).toEqual([
      [false],
      [true],
    ]);
    expect(contexts[0]?.transferSyntaxes).toEqual([ndrSyntax]);
    expect(negotiateMessage.decode(pdu.auth!.value)).toMatchObject({ flags: 0x62088235, domain: '', workstation: '' });
    expect(bindAckBody.decode(splitPdu(bindAck).body).results.map(({ result }) => result)).toEqual([0, 3]);
  });

  test('the proof is that of the password', () => {
    const { domain, userName, workstation } = authenticateMessage.decode(splitPdu(auth3).auth!.value);
    expect({ domain, userName, workstation }).toEqual({
      domain: 'CONTOSO',
      userName: 'administrator',
      workstation: 'VM',
    });
    expect(logOn().sessionKey).toHaveLength(16);
  });

  test('every request and every response opens in its order, with its signature', () => {
    const session = logOn();
    const side = (role: 'client' | 'server'): FragmentSecurity => ({
      level: 6,
      authContextId: 1,
      ntlm: createSecurityContext({ role, ...session }),
    });
    const [server, client] = [side('server'), side('client')];
    for (const [request, response] of calls) {
      const asked = splitPdu(Uint8Array.from(request));
      expect(openFragment(server, asked, readRequest(asked).stubOffset)).toBeDefined();
      const answered = splitPdu(Uint8Array.from(response));
      const stub = openFragment(client, answered, readResponse(answered).stubOffset)!;
      // MGMT is in the list that was asked for.
      expect(Buffer.from(stub).toString('hex').includes('80bda8af8a7dc911bef408002b102989')).toBe(true);
    }
  });

  const pdus = [bind, bindAck, auth3, ...calls.flat()];
  test.each(pdus.map((pdu) => [pdu[2]!, pdu] as const))(
    'type %i: every cut is reported, or is a shorter PDU',
    (_type, pdu) => {
      for (let end = 0; end < pdu.length; end++) {
        const cut = pdu.slice(0, end);
        expect(() => splitPdu(cut), `cut at ${end}`).toThrow(/^wire\./);
        if (end < 12) continue;
        // With the length of what is left, and sometimes without a trailer, readers must come to an end by themselves.
        cut.set([end & 255, end >> 8], 8);
        expectWireErrorAtMost(() => readAll(cut));
        cut.set([0, 0], 10);
        expectWireErrorAtMost(() => readAll(cut));
      }
    },
  );

  test('a response that is left out makes the next one invalid', () => {
    const client = { level: 6, authContextId: 1, ntlm: createSecurityContext({ role: 'client', ...logOn() }) };
    const second = splitPdu(Uint8Array.from(calls[1]![1]));
    expect(openFragment(client, second, readResponse(second).stubOffset)).toBeUndefined();
  });
});
