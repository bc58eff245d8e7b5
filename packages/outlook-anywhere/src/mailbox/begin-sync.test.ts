import { stateTag } from '@cutover/wire/ics';
import { Reader } from '@cutover/wire';
import { errorCode, rops } from '@cutover/wire/rop';
import { describe, expect, test } from 'vitest';
import { beginSync } from './begin-sync.ts';
import { type EncodedRop, packRops } from './rop-batch.ts';
import type { RopAnswers, StoreSession } from './store-session.ts';

const request = {
  kind: 'contents',
  folder: 'f'.repeat(44),
  folderId: { replicaId: 1, counter: 0x12 },
  includeAssociated: true,
  logonHandle: 0,
  release: [],
} as const;

/** A session that answers every ROP by what `answer` says of its place, and keeps what it was asked. */
function fakeSession(answer: (one: EncodedRop) => number = () => 0) {
  const asked: EncodedRop[] = [];
  const session: StoreSession = {
    serverVersion: [6, 5, 7638, 1],
    execute: async (all, handles): Promise<RopAnswers> => {
      asked.push(...all);
      const answered = all.filter((one) => one.answered);
      return {
        answers: answered.map((one) => ({ handleIndex: 0, returnValue: answer(one), value: {} })),
        chained: [],
        handles: handles.map((_handle, index) => 100 + index),
      };
    },
    close: () => Promise.resolve(),
  };
  return { session, asked };
}

const namesOf = (all: readonly EncodedRop[]): string[] => all.map(({ rop }) => rop.name);

describe('beginSync', () => {
  test('a first sync is opened, configured and asked for at once', async () => {
    const { session, asked } = fakeSession();
    const begun = await beginSync(session, { ...request, state: new Map() });
    expect(namesOf(asked)).toEqual(['RopOpenFolder', 'RopSynchronizationConfigure', 'RopFastTransferSourceGetBuffer']);
    expect(begun).toMatchObject({ handle: 102, opened: [101, 102] });
    // [MS-OXCFXICS] 2.2.3.2.1.1: contents, Unicode + recover + force Unicode; flags, extra flags, no tags.
    expect(Buffer.from(asked[1]!.bytes).toString('hex')).toBe('70000102010d3921000007000000' + '0000');
  });

  test('a state is uploaded in pieces that fit, and what is idle is released on the way', async () => {
    const { session, asked } = fakeSession();
    const large = new Uint8Array(40_000).fill(7);
    const state = new Map([
      [stateTag.idsetGiven, large],
      [stateTag.cnsetSeen, Uint8Array.of(1, 2, 3)],
      [stateTag.cnsetRead, new Uint8Array()],
    ]);
    await beginSync(session, { ...request, state, release: [7, 8] });
    expect(namesOf(asked).slice(0, 2)).toEqual(['RopRelease', 'RopRelease']);
    const upload = asked.filter(({ rop }) => rop.id === rops.synchronizationUploadStateStreamContinue.id);
    const pieces = upload.map(({ bytes }) => {
      const reader = new Reader(bytes);
      reader.skip(1);
      return rops.synchronizationUploadStateStreamContinue.request.read(reader).streamData;
    });
    expect(Buffer.concat(pieces)).toEqual(Buffer.concat([large, Uint8Array.of(1, 2, 3)]));
    const begins = namesOf(asked).filter((name) => name === 'RopSynchronizationUploadStateStreamBegin');
    expect(begins).toHaveLength(2);
    for (const batch of packRops(asked, 5)) {
      const size = batch.reduce((sum, { bytes }) => sum + bytes.length, 2 + 5 * 4);
      expect(size).toBeLessThanOrEqual(0x8000);
    }
  });

  test.each([
    [rops.openFolder, errorCode.notFound, 'folderNotFound'],
    [rops.openFolder, errorCode.accessDenied, 'ropFailed'],
    [rops.synchronizationConfigure, errorCode.notSupported, 'ropFailed'],
  ])('a refusal is told by the first ROP that met it', async (refusing, returnValue, code) => {
    const { session } = fakeSession(({ rop }) => (rop.id === refusing.id ? returnValue : errorCode.nullObject));
    const begun = beginSync(fakeOnly(refusing, session), { ...request, state: new Map() });
    await expect(begun).rejects.toMatchObject({ code: `outlookAnywhere.${code}` });
  });
});

/** Every ROP before the refusing one succeeds. */
function fakeOnly(refusing: { id: number }, session: StoreSession): StoreSession {
  return {
    ...session,
    execute: async (all, handles) => {
      const { answers, ...rest } = await session.execute(all, handles);
      const from = all.findIndex(({ rop }) => rop.id === refusing.id);
      return { ...rest, answers: answers.map((one, index) => (index < from ? { ...one, returnValue: 0 } : one)) };
    },
  };
}
