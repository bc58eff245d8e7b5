import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodePcapng, MockExchange, type MockExchangeOptions } from '@cutover/mock-exchange';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAsking, recordWriting } from '../fuzz/record-writing.ts';
import { describeForeign, run } from './foreign-client.ts';
import { readMailbox } from './read-mailbox.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cutover-tshark-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What tshark says of each packet that the filter lets through. */
async function packets(capture: string, filter: string): Promise<string[]> {
  const { code, stdout, stderr } = await run('tshark', [
    '-r',
    capture,
    '-Y',
    filter,
    '-T',
    'fields',
    '-e',
    '_ws.col.Info',
  ]);
  expect(code, stderr).toBe(0);
  return stdout.split('\n').filter((line) => line !== '');
}

/** The file of what was said while `converse` spoke to a server. */
async function capturedIn(
  name: string,
  options: MockExchangeOptions,
  converse: (mock: MockExchange) => Promise<unknown>,
): Promise<string> {
  await using mock = await MockExchange.start({ httpPort: 0, tap: true, ...options });
  await converse(mock);
  const capture = join(folder, `${name}.pcapng`);
  await writeFile(capture, encodePcapng(mock.tap.pdus));
  return capture;
}

// Of PDUs that have one layout its dissector gives all names.
const expected = {
  sameProxy: [
    'OUT_R1/A2',
    'OUT_R2/A3',
    'OUT_R2/A6',
    'OUT_R2/A7',
    'OUT_R2/B3',
    'OUT_R2/C1',
    'IN_R2/A1',
    'IN_R2/A4',
    'IN_R2/A5',
  ],
  otherProxy: [
    'OUT_R1/A2',
    'OUT_R1/A3',
    'OUT_R1/A6',
    'OUT_R1/A7',
    'OUT_R1/A10',
    'OUT_R1/A11',
    'IN_R1/A1',
    'IN_R1/A4',
    'IN_R1/A5',
  ],
} as const;

describeForeign('tshark', 'knows the PDUs by which channels get successors', () => {
  test.each(['sameProxy', 'otherProxy'] as const)('of both ends, as by %s', { timeout: 60_000 }, async (recycling) => {
    const short = { outChannelLength: 30_000, recycling };
    const capture = await capturedIn(recycling, short, (mock) => readMailbox(mock, { channelBytes: 500 }));
    expect(await packets(capture, '_ws.malformed')).toEqual([]);
    const names = (await packets(capture, 'dcerpc.pkt_type == 20')).join(',').split(/,\s*/);
    expect(expected[recycling].filter((name) => !names.includes(name))).toEqual([]);
    expect(names.filter((name) => name === 'CONN/B1').length).toBeLessThan(4);
  });
});

describeForeign('tshark', 'reads what clients write', () => {
  test('without a malformed packet', { timeout: 60_000 }, async () => {
    const capture = await capturedIn('writing', {}, async (mock) => {
      const port = Number(new URL(mock.httpUrl!).port);
      await recordAsking(port);
      await recordWriting(port);
    });
    expect(await packets(capture, '_ws.malformed')).toEqual([]);
    expect((await packets(capture, 'dcerpc.opnum == 11')).length).toBeGreaterThan(100);
  });
});
