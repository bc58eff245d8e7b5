import { seededRandom, type SeededRandom } from '@cutover/base';
import { ropBuffer, ropById, rops } from '@cutover/wire/rop';
import { expect, test } from 'vitest';
import { RpcFault } from '../../rpc-server/rpc-fault.ts';
import { runEveryRop } from './testing/every-rop.ts';
import { type StoreClient, startStore } from './testing/store-client.ts';

const runs = 5000;

/** A number below the limit. */
const below = (random: SeededRandom, limit: number): number => random.integer(0, limit - 1);

/** Changes a few bytes of the ROPs, or cuts them, or doubles them; the handles are live ones or none. */
function mutate(payload: Uint8Array, random: SeededRandom, liveHandles: number): Uint8Array {
  const { rops: bytes } = ropBuffer.decode(payload);
  let mutated = Uint8Array.from(bytes);
  // The ROP's number stays, so that each of them is reached.
  for (let count = below(random, 4); count > 0; count--)
    if (mutated.length > 1) mutated[1 + below(random, mutated.length - 1)] = below(random, 256);
  if (below(random, 6) === 0) mutated = mutated.subarray(0, below(random, mutated.length) + 1);
  if (below(random, 6) === 0) mutated = Uint8Array.from(Buffer.concat([mutated, bytes]));
  const handles = Array.from({ length: below(random, 4) + 1 }, () =>
    below(random, 5) === 0 ? 0xffffffff : below(random, liveHandles),
  );
  return ropBuffer.encode({ rops: mutated, handles });
}

async function send(
  client: StoreClient,
  payload: Uint8Array,
  options: { flags: number; outputRoom: number },
): Promise<void> {
  try {
    await client.send(payload, options);
  } catch (error) {
    // A fault is an answer; anything else would have been the end of a worse server.
    expect(error).toBeInstanceOf(RpcFault);
  }
}

test('mutated ROPs of every kind are answered, whatever they say', async () => {
  const random = seededRandom(20041101);
  const reached = new Map<string, number>();
  let client = await runEveryRop(startStore());
  const recorded = client.recorded.map(({ request }) => request);
  for (let run = 0; run < runs; run++) {
    // A fresh session now and then, as the old one's table of objects fills.
    if (run % 1000 === 999) client = await runEveryRop(startStore());
    const payload = recorded[below(random, recorded.length)]!;
    const name = ropById(ropBuffer.decode(payload).rops[0]!)!.name;
    reached.set(name, (reached.get(name) ?? 0) + 1);
    const flags = below(random, 8);
    await send(client, mutate(payload, random, 60), {
      flags,
      outputRoom: below(random, 2) === 0 ? 0x8008 : below(random, 0x40000),
    });
    client.recorded.length = 0;
  }
  const never = Object.values(rops).filter(({ name }) => !reached.has(name));
  expect(never.map(({ name }) => name)).toEqual([]);
}, 60_000);
