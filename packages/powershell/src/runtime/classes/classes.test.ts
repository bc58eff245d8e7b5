import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

const shapes =
  "class A { [int]$x = 1; A() {} A([int]$x) { $this.x = $x } [string] Who() { return 'A' } [string] Call() { return $this.Who() } }; " +
  "class B : A { B() : base(7) { } [string] Who() { return 'B' + ([A]$this).Who() } }; ";

describe('classes', () => {
  checkScripts([
    { script: `${shapes}[A]::new().x; [A]::new(5).x; [B]::new().x; ([A]3).x`, output: '1\n5\n7\n3' },
    { script: `${shapes}[B]::new().Call(); [B]::new() -is [A]; [B].BaseType.Name`, output: 'BA\nTrue\nA' },
    { script: `${shapes}[A]::new(1, 2)`, errorId: 'MethodCountCouldNotFindBest' },
    { script: 'class P { [int] M() { "lost"; return "7" } }; [P]::new().M().GetType().Name', output: 'Int32' },
    { script: 'class P { M() { 1/0; Write-Host no } }; [P]::new().M()', output: '', errorId: 'RuntimeException' },
    {
      script: 'class P { static [int]$n = 1; static [int] Next() { return ++[P]::n } }; [P]::Next(); [P]::n',
      output: '2\n2',
    },
    { script: 'class P { static [string]$s = "a"; static P() { [P]::s = "b" } }; [P]::s', output: 'b' },
    {
      script: 'class P { [ValidateRange(1,3)][int]$n = 9 }; $p = [P]::new(); $p.n; $p.n = 2; $p.n = 4',
      output: '9',
      errorId: 'ExceptionWhenSetting',
    },
    {
      script:
        'class T : System.Collections.IEnumerable { [System.Collections.IEnumerator] GetEnumerator() { return (1, 2).GetEnumerator() } }; ' +
        'foreach ($n in [T]::new()) { $n }; [T]::new() | ForEach-Object { "p$_" }',
      output: '1\n2\np1\np2',
    },
    {
      script:
        'class I : System.Collections.IEnumerator { [int]$i; [bool] MoveNext() { return ++$this.i -le 2 } [void] Reset() {} [object] get_Current() { return $this.i } }; ' +
        'class T : System.Collections.IEnumerable { [System.Collections.IEnumerator] GetEnumerator() { return [I]::new() } }; foreach ($n in [T]::new()) { $n }',
      output: '1\n2',
    },
    {
      script: 'enum B : byte { X = 255 }; [B]::X.value__.GetType().Name; enum C { Y }; [C]::Y.value__.GetType().Name',
      output: 'Byte\nInt32',
    },
    {
      script:
        'class P { hidden [int]$h = 1; [int]$n = 2 }; [P]::new() | Add-Member t 3 -PassThru | ConvertTo-Json -Compress',
      output: '{"h":1,"n":2,"t":3}',
    },
    {
      script: 'class P { hidden [int]$h = 5; [int]$n }; $p = [P]::new(); $p.h; $p.psobject.Properties.Name',
      output: '5\nn',
    },
    {
      script: 'class P { [string] ToString() { return "me" } }; "$([P]::new())"; [string][P]::new()',
      output: 'me\nme',
    },
    {
      script: 'class P { [int]$n; [bool] Equals([object]$o) { return $o.n -eq $this.n } }; [P]@{n=1} -eq [P]@{n=1}',
      output: 'True',
    },
    {
      script:
        'class P : System.IComparable { [int]$n; [int] CompareTo([object]$o) { return $this.n - $o.n } }; [P]@{n=2} -gt [P]@{n=1}',
      output: 'True',
    },
    {
      script:
        'class V { [int]$n; static [V] op_Addition([V]$a, [V]$b) { return [V]@{n = $a.n + $b.n} } }; ([V]@{n=1} + [V]@{n=2}).n',
      output: '3',
    },
    {
      script:
        'class E : Exception { [int]$code = 4; E([string]$m) : base($m) { } }; try { throw [E]::new("m") } catch [E] { $_.Exception.Message; $_.Exception.code }',
      output: 'm\n4',
    },
    {
      script:
        'class L : System.Collections.ArrayList { [int] Twice() { return $this.Count * 2 } }; $l = [L]::new(); $null = $l.Add(1); $l.Twice()',
      output: '2',
    },
    { script: 'class P { static [int]$n = "zz" }; [P]::n', errorId: 'System.TypeInitializationException' },
    { script: '$c = [C]::new(); $c.n; class C { $n = 3 }', output: '3' },
    { script: '$v = 1; class P { [object] M() { return $script:v } }; [P]::new().M()', output: '1' },
    { script: 'class A { $x; $x }', errorId: 'MemberAlreadyDefined' },
    { script: 'class P { [int]$n }; [P]@{m=1}', errorId: 'ObjectCreationError' },
    {
      script:
        'using namespace System.Text\nclass P { [StringBuilder]$b = [StringBuilder]::new("x") }; [P]::new().b.ToString()',
      output: 'x',
    },
  ]);
});

describe('enumerations', () => {
  checkScripts([
    { script: 'enum C { Red = 5; Green }; [int][C]::Green; [C]"re"; [C]5', output: '6\nRed\nRed' },
    {
      script: '[Flags()] enum F { R = 1; W = 2; X = 4 }; [F]3; [F]"R, X"; ([F]7).HasFlag([F]::W)',
      output: 'R, W\nR, X\nTrue',
    },
    { script: 'enum S : byte { A = 255 }; [S].GetEnumUnderlyingType().Name', output: 'Byte' },
    { script: 'enum C { Red }; [C]"blue"', errorId: 'SubstringDisambiguationEnumParseThrewAnException' },
    { script: 'enum E { A; A }', errorId: 'MemberAlreadyDefined' },
  ]);
});
