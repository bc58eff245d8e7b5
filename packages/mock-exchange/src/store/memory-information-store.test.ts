import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import type { Mailbox } from './mailbox.ts';
import { createInformationStore, type MemoryInformationStore } from './memory-information-store.ts';
import { emptyMailbox } from './testing/empty-mailbox.ts';
import { simpleMessage } from './testing/simple-message.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Lets go what nobody holds: what a turn of the event loop has looked at stays until its end. */
async function letGo(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  collectGarbage();
}

const owner = '/o=x/cn=ann';
/** A store, and how often its mailbox was made. */
function storeOf(options: { isRepeatable: boolean }): { store: MemoryInformationStore; made: () => number } {
  const store = createInformationStore();
  let count = 0;
  const open = (inUse: () => void): Mailbox => {
    count++;
    return emptyMailbox({ inUse });
  };
  store.add(owner, open, options);
  return { store, made: () => count };
}

const inboxOf = (store: MemoryInformationStore): number => {
  const mailbox = store.mailbox(owner)!;
  return mailbox.counts(mailbox.wellKnown('inbox')).normal;
};
const deliver = (store: MemoryInformationStore): void => {
  const mailbox = store.mailbox(owner)!;
  mailbox.deliver(mailbox.wellKnown('inbox'), { content: simpleMessage('new') });
};

test('a mailbox that can be made again is let go when nobody uses it', async () => {
  const { store, made } = storeOf({ isRepeatable: true });
  inboxOf(store);
  inboxOf(store);
  expect(made()).toBe(1);
  await letGo();
  inboxOf(store);
  expect(made()).toBe(2);
});

test('it stays as long as somebody uses it, and for ever once it was changed', async () => {
  const { store, made } = storeOf({ isRepeatable: true });
  const used = store.mailbox(owner);
  await letGo();
  expect(store.mailbox(owner)).toBe(used);
  deliver(store);
  await letGo();
  expect([inboxOf(store), made()]).toEqual([1, 1]);
});

test('it stays for whom watches it, whoever holds it', async () => {
  const { store, made } = storeOf({ isRepeatable: true });
  let told = 0;
  const stop = store.mailbox(owner)!.watch(() => void told++);
  await letGo();
  deliver(store);
  stop();
  expect([told > 0, made()]).toEqual([true, 1]);
});

test('a fork has what was changed, and makes the others itself', async () => {
  const { store } = storeOf({ isRepeatable: true });
  inboxOf(store);
  const early = store.fork();
  deliver(store);
  expect([inboxOf(early), inboxOf(store.fork())]).toEqual([0, 1]);
});

test('after a reset a change of the mailbox from before is not seen', () => {
  const { store } = storeOf({ isRepeatable: true });
  const before = store.mailbox(owner)!;
  store.reset();
  inboxOf(store);
  before.deliver(before.wellKnown('inbox'), { content: simpleMessage('lost') });
  expect(inboxOf(store)).toBe(0);
});

test('one that cannot be made again is made once', async () => {
  const { store, made } = storeOf({ isRepeatable: false });
  inboxOf(store);
  await letGo();
  inboxOf(store);
  expect(made()).toBe(1);
});
