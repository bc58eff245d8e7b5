import { expect, test } from 'vitest';
import { createRunspace } from '../runspace.ts';

test('a class uses a class that the session has from before', () => {
  let shown = '';
  const write = (text: string): void => void (shown += text);
  const runspace = createRunspace({ host: { write, writeError: write, width: 80 } });
  runspace.invoke('class Early { [int] $value = 3 }');
  runspace.invoke('class Late { [Early] $x; [int] m() { return [Early]::new().value } }; [Late]::new().m()');
  runspace.invoke("Invoke-Expression 'class Last { [int] m() { return [Late]::new().m() + 1 } }; [Last]::new().m()'");
  expect(shown).toBe('3\n4\n');
});
