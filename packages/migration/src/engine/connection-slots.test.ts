import { expect, test } from 'vitest';
import { createConnectionSlots } from './connection-slots.ts';

const forever = new AbortController().signal;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('places go round first come first served, each key by itself, and never too many', async () => {
  const slots = createConnectionSlots();
  const order: string[] = [];
  let now = 0;
  let most = 0;
  const work = async (name: string): Promise<void> => {
    const slot = await slots.take('a', { most: 2, signal: forever });
    most = Math.max(most, ++now);
    order.push(name);
    await turn();
    now--;
    slot.release();
  };
  await Promise.all(['1', '2', '3', '4', '5'].map(work));
  expect([order, most]).toEqual([['1', '2', '3', '4', '5'], 2]);
  const other = await slots.take('b', { most: 1, signal: forever });
  other.release();
});

test('who is aborted while he waits takes no place', async () => {
  const slots = createConnectionSlots();
  const first = await slots.take('a', { most: 1, signal: forever });
  const controller = new AbortController();
  const waiting = slots.take('a', { most: 1, signal: controller.signal });
  const next = slots.take('a', { most: 1, signal: forever });
  controller.abort(new Error('stopped'));
  await expect(waiting).rejects.toThrow('stopped');
  first.release();
  (await next).release();
  await expect(slots.take('a', { most: 1, signal: controller.signal })).rejects.toThrow('stopped');
});

test('a place given back twice is one place', async () => {
  const slots = createConnectionSlots();
  const first = await slots.take('a', { most: 1, signal: forever });
  first.release();
  first.release();
  await slots.take('a', { most: 1, signal: forever });
  let second = false;
  void slots.take('a', { most: 1, signal: forever }).then(() => (second = true));
  await turn();
  expect(second).toBe(false);
});
