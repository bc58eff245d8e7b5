import { createRunspace } from '@cutover/powershell';
import { expect, test } from 'vitest';
import { declareType } from './declare-type.ts';

const name = 'Contoso.Size';

/** A runspace with a command that declares the type, and what its scripts printed. */
function createPlace() {
  let printed = '';
  const command = {
    kind: 'cmdlet' as const,
    name: 'Add-Size',
    parameters: [],
    create: () => ({ process: () => void declareType(name, () => ({ name, base: 'System.Object' })) }),
  };
  const host = { write: (text: string) => void (printed += text), writeError: () => undefined, width: 80 };
  const runspace = createRunspace({ host, commands: [command] });
  return { say: (script: string) => ((printed = ''), runspace.invoke(script), printed.trim()) };
}

test('what one session declares another does not know', () => {
  const [first, second] = [createPlace(), createPlace()];
  expect(first.say(`Add-Size; Add-Size; '${name}' -as [type]`)).toContain('Size');
  expect(second.say(`$null -eq ('${name}' -as [type])`)).toBe('True');
});
