import { errorCode } from '@cutover/wire/rop';
import { beforeEach, expect, test } from 'vitest';
import { emptyMailbox } from '../../store/testing/empty-mailbox.ts';
import { limits } from './limits.ts';
import type { Logon } from './objects/logon.ts';
import { Session } from './session.ts';
import { smallOrganisation } from './testing/small-organisation.ts';
import { Download } from './transfer/download.ts';

let session: Session;
beforeEach(() => {
  session = new Session({ account: smallOrganisation.accounts[0]!, codePage: 1252 });
});

const mailbox = emptyMailbox();
const logon = (id: number): Logon => ({ id, mailbox });
const tooMany = expect.objectContaining({ code: errorCode.maxObjects });

test('handles count over all logons of a session', () => {
  const handles = [logon(0), logon(12), logon(255)].map((one) => session.add({ kind: 'logon', logon: one }));
  expect(handles).toEqual([0x00000000, 0x0c000001, 0xff000002]);
  expect(session.find(0xffffffff)).toBeUndefined();
});

test('more objects than a session holds are refused; released ones make room', () => {
  const folder = { kind: 'folder', logon: logon(0), folderId: 1 } as const;
  for (let count = 0; count < limits.objects; count++) session.add(folder);
  expect(() => session.add(folder)).toThrow(tooMany);
  session.release(7);
  expect(session.add(folder)).toBe(limits.objects);
});

test('there are as many logons as a byte can tell', () => {
  for (let id = 0; id < limits.logons; id++) session.setLogon(logon(id));
  expect(() => session.setLogon(logon(256))).toThrow(tooMany);
});

test('what a download reads from is closed with its handle, and with the session', () => {
  let open = 0;
  const parts = function* (): Generator<never> {
    open++;
    try {
      for (;;) yield { tag: 0x00370102, value: new Uint8Array(100) } as never;
    } finally {
      open--;
    }
  };
  const handles = [1, 2].map(() => {
    const download = new Download(parts);
    download.next(new Uint8Array(50));
    return session.add({ kind: 'download', logon: logon(0), download });
  });
  expect(open).toBe(2);
  session.release(handles[0]!);
  expect(open).toBe(1);
  session.close();
  expect(open).toBe(0);
});
