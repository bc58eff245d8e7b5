import { expect, test } from 'vitest';
import { parse } from '../../../syntax/parser/parse.ts';
import { createRunspace } from '../../runspace.ts';
import { ScriptSource } from '../../errors/script-position.ts';
import { testCompiler } from '../testing/test-compiler.ts';
import type { LoopAst } from './emit-loop.ts';
import { generateLoop } from './generated-loop.ts';

function shownBy(script: string): string {
  let shown = '';
  const add = (text: string): void => void (shown += text);
  createRunspace({ host: { write: add, writeError: add, width: 120 } }).invoke(script);
  return shown;
}

// A command is more than expressions, so that the second script runs as closures throughout.
const asClosures = (script: string): string => script.replaceAll('<>', '$null = . {};');
const generated = (script: string): string => script.replaceAll('<>', '');

test.each([
  ['sum beyond Int32', '$s = 0; for ($i = 0; $i -lt 100000; $i++) { <> $s += $i }; $s; $i; $s.GetType().Name'],
  ['down to a Double that is whole', '$s = 3e9; while ($s -gt 5) { <> $s -= 1000000.5; $s += 0.5 }; $s; $s.GetType().Name'],
  ['product', '$p = 1; $i = 0; do { <> $p = $p * -3 % 1000; $i++ } while ($i -lt 3000); $p'],
  ['negative zero', '$z = 0; $i = 0; do { <> $z = $z * -1; $i++ } until ($i -ge 3000); "$z"'],
  ['types that change', '$x = 0; for ($i = 0; $i -lt 2000; $i++) { <> if ($i -eq 1500) { $x = "a" }; $x += 1 }; $x.Length'],
  ['strings', '$n = 0; for ($i = 0; $i -lt 2000; $i++) { <> if ("10" -eq $i -or $i -eq "11") { $n++ } }; $n'],
  ['null counts as nothing', '$u = $null; for ($i = 0; $i -lt 2000; $i++) { <> $u++; $v = $u + $null }; $u; $v'],
  ['break out of two', ':a for ($i = 0; ; $i++) { for ($j = 0; $j -lt 9; $j++) { <> if ($i * $j -gt 9000) { break a } } }; "$i $j"'],
  ['continue', '$n = 0; for ($i = 0; $i -lt 5000; $i++) { <> if ($i % 3) { continue } elseif (!($i % 2)) { $n += 2 } else { $n-- } }; $n'],
  ['continue outside', '$n = 0; :o for ($i = 0; $i -lt 900; $i++) { $j = 0; while ($true) { <> $j++; if ($j -gt 5) { continue o }; $n++ } }; $n'],
  ['an error in each of some rounds', '$n = 0; for ($i = 0; $i -lt 1010; $i++) { <> if ($i -gt 1005) { $x = 1 % ($i - 1007); $n++ } }; "$n $x $?"'],
  ['an error that is caught', 'try { for ($i = 0; $i -lt 5000; $i++) { <> $x = 1 / (4000 - $i) } } catch { "$i $_" }'],
  ['a variable with a type', '[byte]$b = 0; for ($i = 0; $i -lt 1000; $i++) { <> $b = $i % 250 }; $b.GetType().Name; $b'],
  ['a constant', 'Set-Variable c 5 -Option Constant; $n = 0; for ($i = 0; $i -lt 1000; $i++) { <> $c = $i; $n++ }; "$c $n"'],
  ['variables around', '$limit = 3000; function f { $n = 0; while ($n -lt $limit) { <> $n++ }; $limit = 1; $n }; f; $limit'],
  ['a variable of that name around', '$n = 7; function f { for ($i = 0; $i -lt 3000; $i++) { <> $n = $n + 1 }; $n }; f; $n'],
  ['booleans', '$n = 0; for ($i = 0; $i -lt 3000; $i++) { <> $t = $i -gt 5 -and -not ($i -gt 2000); if ($t -eq $true) { $n++ } }; "$n $t"'],
  ['before and behind', '$a = 0; for ($i = 0; $i -lt 3000; ++$i) { <> $a = $i++ + --$i - $i--; $i++ }; "$a $i"'],
  ['a list that grows', '$l = @(); for ($i = 0; $i -lt 1500; $i++) { <> $l += $i }; $l.Count; $l[-1]'],
  ['a list filtered', '$l = 1, 2, 3; for ($i = 0; $i -lt 1500; $i++) { <> $x = $l -gt $i % 3 }; "$x"'],
  ['a map filled and asked', '$h = @{}; for ($i = 0; $i -lt 3000; $i++) { <> $h["k$($i % 7)"] = $i; if (!$h.ContainsKey("K$i")) { $n++ } }; $h.Count; $h.k3; $n'],
  ['each of a list', '$s = ""; foreach ($x in 1..2000 + "a", $null) { <> $s = "$x,$($s.Length)"; if ($x -eq 1990) { continue } }; $s; $x; $foreach'],
  ['left early', 'foreach ($x in 1..3000) { <> $foreach.MoveNext() > $null; if ($x -gt 2000) { break } }; $x; $?'],
  ['a list that changes meanwhile', '$l = [System.Collections.ArrayList](1..2000); foreach ($x in $l) { <> if ($x -eq 1900) { $l.Add(1) } }; "$x $($Error[0].FullyQualifiedErrorId)"'],
  ['what is written', '$o = for ($i = 0; $i -lt 2000; $i++) { <> $i; , ($i, 2); "t$i"; $null; $i++ }; $o.Count; "$($o[-3..-1])"'],
  ['methods and members', '$l = [System.Collections.Generic.List[int]]::new(); for ($i = 0; $i -lt 2000; $i++) { <> $l.Add($i); $t = "abc".Substring($i % 3).ToUpper() }; $l.Count; $t'],
  ['arguments that change their type', '$n = 0; foreach ($x in 1..900 + 1.5, "12", [char]"z", $null) { <> $n += "a12z".IndexOf($x) }; $n'],
  ['errors of methods', '$n = 0; for ($i = 0; $i -lt 902; $i++) { <> if ($i -gt 899) { $t = "abc".Substring($i); $n++ } }; $n; $Error.Count'],
  ['elements', '$a = 1, 2, 3; for ($i = 0; $i -lt 2000; $i++) { <> $s += $a[$i % 5] + $a[-1]; $a[1] = $i; $a[0]++ }; "$s $a"'],
  ['matches', '$n = 0; foreach ($t in @("ab12") * 1000 + "cd") { <> if ($t -match "b(\\d+)") { $n += [int]$Matches[1] } }; $n; $Matches[0]'],
  ['nothing as a value', '$l = [System.Collections.ArrayList]::new(); $x = 1; for ($i = 0; $i -lt 1000; $i++) { <> $x = $l.Clear(); $y = "a$x" }; $null -eq $x; $y'],
  ['members set', '$o = [pscustomobject]@{ n = 0 }; for ($i = 0; $i -lt 2000; $i++) { <> $o.n += 2; $o.n = $o.n - 1 }; $o.n'],
])('%s: the same as without generated code', (_name, script) => {
  expect(shownBy(generated(script))).toBe(shownBy(asClosures(script)));
});

const compiled = (script: string): boolean => {
  const { ast } = parse(script);
  return generateLoop(testCompiler(new ScriptSource(script)), ast.endBlock!.statements[0] as LoopAst) !== undefined;
};

test('loops of expressions are generated, no others', () => {
  const loops = [
    'for ($i = 0; $i -lt 5; $i++) { $s += $i }',
    'while ($a) { do { $b = $a -band 3 } until ($b -gt 3) }',
    'foreach ($x in $l) { $h["k$x"] = $x; $h.Keys.Count; if ($x -match "a") { $Matches[0] } }',
    'while ($a) { $x.y += [int]$a; [pscustomobject]@{ a = "$($a.b)"; b = $script:c, @(1) } }',
  ];
  for (const loop of loops) expect(compiled(loop), loop).toBe(true);
  const others = [
    'Get-Date',
    '"$(Get-Date)"',
    '$script:x = 1',
    '$env:x = 1',
    '$x = $?',
    '[int]$x = 1',
    'return',
    '$x.Where({ $_ })',
    '[int]::TryParse($a, [ref]$b)',
    '$x = ($b = 1)',
    'foreach ($b in $c) { $b }',
  ];
  for (const body of others) expect(compiled(`while ($a) { ${body} }`), body).toBe(false);
});
