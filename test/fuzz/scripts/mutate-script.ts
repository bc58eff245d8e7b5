import type { SeededRandom } from '@cutover/base';

type Mutation = (script: string, random: SeededRandom, others: readonly string[]) => string;

/** Words and marks on which parsers and runtimes break. */
const words = [
  ...'{ } ( ) [ ] @( @{ $( ${ , ; | & && || = += ++ -- .. . :: ? ?? ?. ! - -- --% ` ` " \' @" "@ # <# #> > 2>&1 *> $null'.split(
    ' ',
  ),
  ...'if else elseif for foreach in while do until switch default function filter param begin process end clean'.split(
    ' ',
  ),
  ...'try catch finally trap throw return break continue exit data class enum using hidden static dynamicparam'.split(
    ' ',
  ),
  ...'-eq -like -match -replace -split -join -f -is -as -in -contains -band -shl -and -not -bnot -xor'.split(' '),
  ...'$_ $args $input $this $Error $? $PSItem $x $script:x $global:x $env:PATH @args [int] [string[]] [ordered] [ref]'.split(
    ' ',
  ),
  ...'0 -1 1kb 2147483647 2147483648 9223372036854775808 1e400 0x7fffffff 1.5d 1..5 1..-5 "" @() @{} $true NaN'.split(
    ' ',
  ),
  ...'ForEach-Object Where-Object Select-Object Sort-Object Group-Object Measure-Object Format-Table Out-String'.split(
    ' ',
  ),
  ...'Write-Error Write-Output Get-Variable Set-Variable Invoke-Expression Get-Member New-Object ConvertTo-Json'.split(
    ' ',
  ),
  '\n',
  '\r\n',
  '\0',
  '\u2019',
  '\u{1F600}',
  '\uD800',
];

const place = (script: string, random: SeededRandom): number => random.integer(0, script.length);

/** A part of the script of some characters. */
function part(script: string, random: SeededRandom): [start: number, end: number] {
  const start = place(script, random);
  return [start, Math.min(script.length, start + random.integer(1, 30))];
}

const insertWord: Mutation = (script, random) => {
  const at = place(script, random);
  return `${script.slice(0, at)} ${random.pick(words)} ${script.slice(at)}`;
};

const remove: Mutation = (script, random) => {
  const [start, end] = part(script, random);
  return script.slice(0, start) + script.slice(end);
};

const repeat: Mutation = (script, random) => {
  const [start, end] = part(script, random);
  return script.slice(0, end) + script.slice(start, end).repeat(random.integer(1, 3)) + script.slice(end);
};

const move: Mutation = (script, random) => {
  const [start, end] = part(script, random);
  const rest = script.slice(0, start) + script.slice(end);
  const at = place(rest, random);
  return rest.slice(0, at) + script.slice(start, end) + rest.slice(at);
};

const splice: Mutation = (script, random, others) => {
  const other = random.pick(others);
  const [start, end] = [place(other, random), place(other, random)].toSorted((a, b) => a - b);
  const at = place(script, random);
  return script.slice(0, at) + other.slice(start, end) + script.slice(at);
};

const truncate: Mutation = (script, random) => script.slice(0, place(script, random));

const replaceWord: Mutation = (script, random) => {
  const found = [...script.matchAll(/\$?\w+/g)];
  if (found.length === 0) return script;
  const { 0: word, index } = random.pick(found);
  return script.slice(0, index) + random.pick(words) + script.slice(index + word.length);
};

const wrap: Mutation = (script, random) => {
  const [before, after] = random.pick([
    ['& { ', ' }'],
    ['try { ', ' } catch { $_ } finally { 1 }'],
    ['$x = @(', ')'],
    ['foreach ($i in 1..3) { ', ' }'],
    ['function f { ', ' }; f; f'],
    ['1..3 | ForEach-Object { ', ' }'],
    ['"$(', ')"'],
  ] as const);
  return before + script + after;
};

const mutations = [
  insertWord,
  insertWord,
  remove,
  remove,
  repeat,
  move,
  splice,
  truncate,
  replaceWord,
  replaceWord,
  wrap,
];

/** A script with a few damages; `others` lend their parts. */
export function mutateScript(script: string, random: SeededRandom, others: readonly string[]): string {
  let mutated = script;
  for (let count = random.integer(1, 4); count > 0; count--) mutated = random.pick(mutations)(mutated, random, others);
  return mutated.slice(0, 20_000);
}
