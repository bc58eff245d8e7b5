import { expect, test } from 'vitest';
import type { Cmdlet } from '../engine/command.ts';
import { createRunspace } from '../runspace.ts';

const command = (setOrder?: readonly string[]): Cmdlet => ({
  kind: 'cmdlet',
  name: 'Get-Thing',
  defaultSet: 'All',
  ...(setOrder && { setOrder }),
  parameters: [
    { name: 'Every', sets: { All: {} } },
    { name: 'Of', sets: { One: {}, Two: {} } },
    { name: 'Kind', sets: { Two: {} } },
  ],
  create: ({ out, parameterSet }) => ({ process: () => out.write(parameterSet) }),
});

function said(script: string, setOrder?: readonly string[]): string {
  let text = '';
  const write = (part: string): void => void (text += part);
  const host = { write, writeError: write, width: 80 };
  createRunspace({ host, commands: [command(setOrder)] }).invoke(script);
  return text.trim();
}

test('of several complete sets the first of the order is taken, where the default one is none of them', () => {
  expect(said('Get-Thing -Of x')).toContain('Parameter set cannot be resolved');
  expect(said('Get-Thing -Of x; Get-Thing -Of x -Kind y; Get-Thing', ['Two', 'One'])).toBe('Two\nTwo\nAll');
  expect(said('Get-Thing -Of x', ['All', 'One', 'Two'])).toBe('One');
  expect(said('Get-Thing -Of x -Every y', ['One'])).toContain('Parameter set cannot be resolved');
});
