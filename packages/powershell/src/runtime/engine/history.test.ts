import { expect, test } from 'vitest';
import { History } from './history.ts';

const line = (commandLine: string) => ({ commandLine, started: 0, ended: 1, succeeded: true });

test('numbers its lines, and goes on behind what was removed', () => {
  const history = new History();
  for (const text of ['a', 'b', 'c']) history.add(line(text));
  history.remove(({ id }) => id === 3);
  history.add(line('d'));
  expect(history.entries.map(({ id, commandLine }) => `${id}${commandLine}`)).toEqual(['1a', '2b', '4d']);
});

test('forgets the oldest of more than 4,096 lines', () => {
  const history = new History();
  for (let count = 0; count < 4100; count++) history.add(line(''));
  expect([history.entries.length, history.entries[0]!.id]).toEqual([4096, 5]);
});
