import { steppedClock } from '@cutover/base';
import { describe, expect, test } from 'vitest';
import { errors } from '../errors.ts';
import { runSteps, type Step } from './run-steps.ts';
import type { ConnectivityNode } from './connectivity-node.ts';

const signal = new AbortController().signal;
const step = (id: string, run?: Step['run'], more: Partial<Step> = {}): Step => ({ id, name: id, run, ...more });
const good = async () => ({ detail: 'done' });
const warned = async () => ({ detail: 'done', warning: 'look at it' });
const failing = () => Promise.reject(errors.hostNotFound({ proxy: 'mail.contoso.com' }));
const never = () => {
  throw new Error('must not run');
};

/** id and status of each node, in order. */
const flat = (node: ConnectivityNode): string[] => [`${node.id} ${node.status}`, ...node.children.flatMap(flat)];

const treeOf = (...children: Step[]): Step => ({
  id: 'root',
  name: 'Testing.',
  summary: { success: 'All good.', failure: 'Not good.' },
  children,
});

describe('runSteps', () => {
  test('a tree whose steps all go well is a success', async () => {
    const node = await runSteps(
      treeOf(step('a', good), step('b', undefined, { children: [step('c', good)] })),
      steppedClock(),
      signal,
    );
    expect(flat(node)).toEqual(['root success', 'a success', 'b success', 'c success']);
    expect(node.detail).toBe('All good.');
  });

  test('after the first failure nothing else runs, and every parent has failed', async () => {
    const inner = step('b', undefined, { children: [step('c', failing), step('d', never)] });
    const node = await runSteps(treeOf(step('a', good), inner, step('e', never)), steppedClock(), signal);
    expect(flat(node)).toEqual(['root failed', 'a success', 'b failed', 'c failed', 'd skipped', 'e skipped']);
    expect(node.children[1]!.children[0]).toMatchObject({
      errorCode: 'outlookAnywhere.hostNotFound',
      detail: "The host name mail.contoso.com couldn't be resolved in DNS.",
      remedy: 'Check the name of the RPC proxy server and its DNS record.',
    });
  });

  test('a warning goes up but stops nothing', async () => {
    const node = await runSteps(treeOf(step('a', warned), step('b', good)), steppedClock(), signal);
    expect(flat(node)).toEqual(['root warning', 'a warning', 'b success']);
    expect(node.children[0]).toMatchObject({ remedy: 'look at it' });
  });

  test('a step that does not apply is skipped with its children, and says why', async () => {
    const skipped = step('a', never, { skip: 'no need', children: [step('b', never)] });
    const node = await runSteps(treeOf(skipped, step('c', good)), steppedClock(), signal);
    expect(flat(node)).toEqual(['root success', 'a skipped', 'b skipped', 'c success']);
    expect(node.children[0]!.detail).toBe('no need');
  });

  test('time is told by the clock', async () => {
    const clock = steppedClock();
    const waits = step('a', async () => {
      await clock.advance(250);
      return { detail: 'done' };
    });
    const node = await runSteps(treeOf(waits), clock, signal);
    expect([node.durationMs, node.children[0]!.durationMs]).toEqual([250, 250]);
  });

  test('an abort ends the test', async () => {
    const controller = new AbortController();
    const aborting = step('a', () => {
      controller.abort(new Error('stop'));
      return failing();
    });
    await expect(runSteps(treeOf(aborting), steppedClock(), controller.signal)).rejects.toThrow('stop');
  });
});
