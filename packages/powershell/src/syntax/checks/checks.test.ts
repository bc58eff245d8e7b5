import { expect, test } from 'vitest';
import { parse } from '../parser/parse.ts';

const idsOf = (script: string): string[] => parse(script).errors.map(({ id, start }) => `${id} ${start}`);

test.each([
  ['class C { m() { if ($true) { $x = 1 } $x } }', ['VariableNotLocal 38']],
  ['class C { m() { if ($true) { $x = 1 } else { $x = 2 }; $x } }', []],
  ['class C { m() { if ($true) { $x = 1 } else { return }; $x } }', []],
  ['class C { m() { while ($true) { $x = 1; break }; $x } }', []],
  ['class C { m() { do { if ($true) { break }; $x = 1 } while ($true); $x } }', ['VariableNotLocal 67']],
  ['class C { m() { foreach ($i in 1..2) { $x = $i }; $i; $x } }', ['VariableNotLocal 54']],
  ['class C { m() { try { $x = 1 } catch { }; $x } }', ['VariableNotLocal 42']],
  ['class C { m() { try { $x = 1 } catch { $x = 2 }; $x } }', []],
  ['class C { m() { try { $x = 1 } finally { }; $x } }', ['VariableNotLocal 44']],
  ['class C { m() { switch (1) { default { $x = 1 } } $x } }', ['VariableNotLocal 50']],
  ['class C { m() { $x += 1 } }', ['VariableNotLocal 16']],
])('a method reads what every way has assigned: %s', (script, errors) => {
  expect(idsOf(script)).toEqual(errors);
});

test.each([
  ['class C { $p; m() { $p = 1 } }', ['MissingThis 20']],
  ['class C { static $p; m() { [int] $p = 1 } }', ['MissingTypeInStaticPropertyAssignment 33']],
  ['class C { $p; m($p) { $p = 1 } }', []],
  ['class C { $p; m() { $local:p = 1 } }', []],
  ['class C { m() { while (1) { break other } } }', ['LabelNotFound 28']],
  ['class C { m() { :other while (1) { foreach ($i in 1) { continue other } } } }', []],
  [
    'foreach -throttlelimit 2 ($i in 1) { }',
    ['KeywordParameterReservedForFutureUse 0', 'ThrottleLimitRequiresParallelFlag 0'],
  ],
  ['try {} catch [Exception],[System.ArgumentException] {}', []],
  ['try {} catch [System.ArgumentException] {} catch [ArgumentException] {}', ['ExceptionTypeAlreadyCaught 49']],
  ['try {} catch [Exception] {} catch [IO.IOException] {} catch {}', ['ExceptionTypeAlreadyCaught 34']],
  ['try {} catch [Nosuch] {} catch [Nosuch] {}', []],
  ['class C { m() { end { } } }', ['NamedBlockNotAllowedInMethod 16']],
  ['class C { m([string][int]$a) { } }', ['MultipleTypeConstraintsOnMethodParam 20']],
  ['class C { m([Parameter()]$a) { } }', ['AttributeNotAllowedOnDeclaration 12']],
  ['[Flags()] class C { }', ['AttributeNotAllowedOnDeclaration 0']],
  ['class C { [ValidateScript({ })] $p }', ['ParameterAttributeArgumentNeedsToBeConstant 26']],
  ['param([ValidateScript({ })] $p)', []],
  ['function f(@a) { }', ['SplattingNotPermitted 11']],
  ['[ref][ref]$x', ['ReferenceNeedsToBeByItselfInTypeSequence 5']],
  ['[int][ref]$x', ['ReferenceNeedsToBeLastTypeInTypeConversion 5']],
  ['[int][ref]$x = 1', ['ReferenceNeedsToBeByItselfInTypeConstraint 5']],
])('%s', (script, errors) => {
  expect(idsOf(script)).toEqual(errors);
});

// What PowerShell's own parser says of each.
test.each([
  ['class A { m() { $y = [Nope]1 } }', ['TypeNotFound 22']],
  ['class A { m() { [Nope]::x } }', ['TypeNotFound 17']],
  ['class A { m() { $y = 1 -is [Nope] } }', ['TypeNotFound 28']],
  ['class A { m() { try {} catch [Nope] {} } }', ['TypeNotFound 30']],
  ['class A { m() { function q { [Nope]1 } } }', ['TypeNotFound 30']],
  ['class A { $x = [Nope]1 }', ['TypeNotFound 16']],
  ['class A : Nope { m() { [Nope]$this } }', ['TypeNotFound 10', 'TypeNotFound 24']],
  ['class A { m() { [A]::new(); [int]1; [xml]$x = $null; [Console]::Beep(); [Convert]::ToInt32(1) } }', []],
  ['class A { m() { try { } catch [FormatException] { [BitConverter]::ToString(1) } } }', []],
  ['class A { } [Nope]1', []],
])('types in the body of a class are known when it is read: %s', (script, errors) => {
  expect(idsOf(script)).toEqual(errors);
});

test.each([
  ['1\n[CmdletBinding()]\nparam($a)', ['UnexpectedAttribute 2', 'UnexpectedToken 20']],
  ["[DllImport('a')] public static", ['UnexpectedAttribute 0', 'UnexpectedToken 17']],
  ['[CmdletBinding()] param($a) 1', []],
])('attributes before what is no statement: %s', (script, errors) => {
  expect(idsOf(script)).toEqual(errors);
});
