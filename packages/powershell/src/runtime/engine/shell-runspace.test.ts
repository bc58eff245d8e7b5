import { expect, test } from 'vitest';
import { createRunspace } from '../runspace.ts';

function outputOf(script: string): string {
  let [text, errors] = ['', ''];
  const host = {
    write: (part: string) => void (text += part),
    writeError: (part: string) => void (errors += part),
    width: 120,
  };
  createRunspace({ host }).invoke(script);
  expect(errors).toBe('');
  return text;
}

test.each([
  [
    'a shell keeps what its scripts leave',
    '$p.AddScript("`$a = 5").Invoke(); $p.Commands.Clear(); $p.AddScript("`$a").Invoke()',
    '5',
  ],
  ['and does not see what is outside', '$b = 1; $p.AddScript("[string]`$b").Invoke().Count; "b=$b"', '1\nb=1'],
  [
    'commands by name, with arguments',
    '$p.AddCommand("Join-Path").AddArgument("a").AddParameter("ChildPath", "b").Invoke()',
    'a/b',
  ],
  ['pipelines of several commands', '$p.AddScript("1..3").AddCommand("Measure-Object").Invoke()[0].Count', '3'],
  [
    'errors are kept, and the script goes on',
    '$p.AddScript("gurk; 1").Invoke(); $p.HadErrors; $p.Streams.Error.FullyQualifiedErrorId',
    '1\nTrue\nCommandNotFoundException',
  ],
  [
    'a throw comes out',
    'try { $p.AddScript("throw 1").Invoke() } catch { $_.FullyQualifiedErrorId }',
    'RuntimeException',
  ],
  [
    'a text that ends too early',
    'try { $p.AddScript("(").Invoke() } catch { $_.FullyQualifiedErrorId }',
    'IncompleteParseException',
  ],
])('%s', (_what, script, expected) => {
  expect(outputOf(`$p = [powershell]::Create(); ${script}`)).toBe(`${expected}\n`);
});
