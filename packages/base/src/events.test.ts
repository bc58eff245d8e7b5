import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { expect, test } from 'vitest';
import { defineEvent, redact } from './events.ts';

test('a secret is hidden at any depth, other values stay', () => {
  expect(redact({ user: 'ann', endpoint: { Password: 'Pa$$', headers: [{ authorization: 'Basic x' }] } })).toEqual({
    user: 'ann',
    endpoint: { Password: '(hidden)', headers: [{ authorization: '(hidden)' }] },
  });
});

test('a cycle ends', () => {
  const loop: { self?: unknown } = {};
  loop.self = loop;
  expect(JSON.stringify(redact(loop))).toContain('…');
});

test('a listener gets the redacted event, and nobody else costs nothing', () => {
  const event = defineEvent<{ step: string; password: string }>('test');
  const seen: unknown[] = [];
  const listener = (message: unknown): void => void seen.push(message);
  event.publish({ step: 'unheard', password: 'x' });
  subscribe('cutover:test', listener);
  event.publish({ step: 'heard', password: 'x' });
  unsubscribe('cutover:test', listener);
  expect(seen).toEqual([{ step: 'heard', password: '(hidden)' }]);
});
