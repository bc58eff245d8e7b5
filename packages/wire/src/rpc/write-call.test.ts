import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSecurityContext } from '../ntlm/security-context.ts';
import { hex } from '../testing/hex.ts';
import { readFault, readRequest, readResponse } from './call.ts';
import { PduType, PfcFlag } from './common-header.ts';
import { type FragmentSecurity, openFragment } from './fragment-security.ts';
import { PduFramer } from './framer.ts';
import { AuthLevel, splitPdu } from './pdu.ts';
import { StubAssembler } from './stub-assembler.ts';
import { writeFault, writeRequest, writeResponse } from './write-call.ts';

const sessionKey = new Uint8Array(16).fill(0x55);
const flags = 0xe28a8233;

function security(role: 'client' | 'server', level: number): FragmentSecurity {
  return { level, authContextId: 79231, ntlm: createSecurityContext({ role, sessionKey, flags }) };
}

function fragmentsOf(bytes: Uint8Array): Uint8Array[] {
  const fragments: Uint8Array[] = [];
  new PduFramer().push(bytes, (pdu) => fragments.push(pdu));
  return fragments;
}

/** Reads fragments back as a receiver does. */
function assemble(bytes: Uint8Array, receiver: FragmentSecurity | undefined): Uint8Array | undefined {
  const assembler = new StubAssembler({ limit: 1 << 20 });
  let stub: Uint8Array | undefined;
  for (const fragment of fragmentsOf(bytes)) {
    const pdu = splitPdu(fragment);
    const { stubOffset, allocHint } = pdu.header.type === PduType.request ? readRequest(pdu) : readResponse(pdu);
    const part = openFragment(receiver, pdu, stubOffset);
    if (part === undefined) return undefined;
    stub = assembler.add(part, { allocHint, last: (pdu.header.flags & PfcFlag.lastFragment) !== 0 });
  }
  return stub;
}

describe('fragments of a call', () => {
  test('a request without protection', () => {
    const bytes = writeRequest({ callId: 2, contextId: 1, opnum: 10, maxFragment: 5840, stub: hex`aabbccdd` });
    expect(Uint8Array.from(bytes)).toEqual(hex`05000003 10000000 1c000000 02000000 04000000 0100 0a00 aabbccdd`);
  });

  test('a response in three fragments', () => {
    const stub = Uint8Array.from({ length: 40 }, (_, index) => index);
    const fragments = fragmentsOf(writeResponse({ callId: 2, contextId: 0, maxFragment: 40, stub }));
    expect(fragments.map((fragment) => [fragment.length, fragment[3], fragment[16]])).toEqual([
      [40, PfcFlag.firstFragment, 40],
      [40, 0, 24],
      [32, PfcFlag.lastFragment, 8],
    ]);
  });

  test('a fault that says that nothing was executed', () => {
    const bytes = writeFault({ callId: 3, contextId: 0, status: 0x1c010002, didNotExecute: true });
    expect(Uint8Array.from(bytes)).toEqual(
      hex`05000323 10000000 20000000 03000000 08000000 00000000 0200011c 00000000`,
    );
    expect(readFault(splitPdu(bytes))).toBe(0x1c010002);
  });

  test.each([AuthLevel.none, AuthLevel.connect, AuthLevel.packet, AuthLevel.integrity, AuthLevel.privacy])(
    'level %i: any stub in fragments of any size comes back whole, call after call',
    (level) => {
      const stubs = fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 4 });
      fc.assert(
        fc.property(stubs, fc.integer({ min: 72, max: 200 }), (sent, maxFragment) => {
          const [client, server] = [security('client', level), security('server', level)];
          for (const [callId, stub] of sent.entries()) {
            const call = { callId, contextId: 0, maxFragment, stub };
            const request = writeRequest({ ...call, opnum: 1, security: client });
            expect(fragmentsOf(request).every((fragment) => fragment.length <= maxFragment)).toBe(true);
            expect(Buffer.from(assemble(request, server)!).equals(stub)).toBe(true);
            const response = writeResponse({ ...call, security: server });
            expect(Buffer.from(assemble(response, client)!).equals(stub)).toBe(true);
          }
        }),
      );
    },
  );

  test.each([AuthLevel.integrity, AuthLevel.privacy])('level %i: no byte may change', (level) => {
    const stub = Uint8Array.from({ length: 20 }, (_, index) => index);
    const whole = writeRequest({
      callId: 1,
      contextId: 0,
      opnum: 1,
      maxFragment: 5840,
      stub,
      security: security('client', level),
    });
    // The lengths decide how the fragment is cut before any signature is looked at.
    const lengths = new Set([0, 4, 8, 9, 10, 11]);
    for (let at = 0; at < whole.length; at++) {
      if (lengths.has(at)) continue;
      const changed = Uint8Array.from(whole);
      changed[at]! ^= 0x01;
      const opened = attempt(() => assemble(changed, security('server', level)));
      expect(opened, `byte ${at}`).toBeUndefined();
    }
  });

  test('an unsigned fragment is refused where signatures are agreed', () => {
    const bytes = writeRequest({ callId: 1, contextId: 0, opnum: 1, maxFragment: 5840, stub: hex`00` });
    expect(assemble(bytes, security('server', AuthLevel.integrity))).toBeUndefined();
  });
});

function attempt<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}
