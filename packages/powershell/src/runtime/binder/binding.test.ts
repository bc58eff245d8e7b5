import { describe } from 'vitest';
import { checkScripts } from '../testing/check-scripts.ts';

describe('names', () => {
  checkScripts([
    { script: 'function f { [CmdletBinding()] param($Name) "n=$Name" }; f -na x', output: 'n=x' },
    { script: 'function f { [CmdletBinding()] param($Na, $Nb) }; f -n x', errorId: 'AmbiguousParameter,f' },
    { script: "function f { param([Alias('cn')]$Computer) $Computer }; f -cn x", output: 'x' },
    { script: 'function f { [CmdletBinding()] param($a) }; f -z 1', errorId: 'NamedParameterNotFound,f' },
    { script: 'function f { [CmdletBinding()] param($a) }; f -a 1 -a 2', errorId: 'ParameterAlreadyBound,f' },
    { script: 'function f { [CmdletBinding()] param($a) }; f -a', errorId: 'MissingArgument,f' },
    { script: 'function f { param([switch]$s) "$s" }; f -s; f -s:$false; f', output: 'True\nFalse\nFalse' },
    { script: 'function f { param($a) "$a|$args" }; f -z 1 2', output: '2|-z 1' },
    { script: 'function f { "$args" }; f a -- -b', output: 'a -b' },
    { script: 'function f { param([string]$a) $a }; f 007; f 1.10', output: '007\n1.10' },
    {
      script: 'function f { [CmdletBinding()] param($ErrorAction) }; f',
      errorId: 'ParameterNameAlreadyExistsForCommand,f',
    },
  ]);
});

describe('positions', () => {
  checkScripts([
    { script: 'function f { [CmdletBinding()] param($a) }; f 1 2', errorId: 'PositionalParameterNotFound,f' },
    {
      script: 'function f { [CmdletBinding(PositionalBinding=$false)] param($a) }; f 1',
      errorId: 'PositionalParameterNotFound,f',
    },
    {
      script: 'function f { param([Parameter(Position=1)]$a, [Parameter(Position=0)]$b) "$a$b" }; f x y',
      output: 'yx',
    },
    {
      script: 'function f { param($a, [Parameter(ValueFromRemainingArguments)]$r) "$a/$r" }; f 1 2 3',
      output: '1/2 3',
    },
    {
      script: 'function f { param([Parameter(ValueFromRemainingArguments)]$r) "$r" }; f -x 1 --y z',
      output: '-x 1 --y z',
    },
  ]);
});

const twoSets =
  "function f { [CmdletBinding(DefaultParameterSetName='ById')] param(" +
  "[Parameter(ParameterSetName='ById',Position=0)][int]$Id,[Parameter(ParameterSetName='ByName',Position=0)][string]$Name)" +
  ' "$($PSCmdlet.ParameterSetName) $Id$Name" }; ';

describe('parameter sets', () => {
  checkScripts([
    { script: `${twoSets}f 5; f abc; f -Name 5; f`, output: 'ById 5\nByName 0abc\nByName 05\nById 0' },
    { script: `${twoSets}f -Id 1 -Name x`, errorId: 'AmbiguousParameterSet,f' },
    {
      script: "function f { param([Parameter(ParameterSetName='A')]$a,[Parameter(ParameterSetName='B')]$b) }; f",
      errorId: 'AmbiguousParameterSet,f',
    },
    {
      script:
        "function f { param([Parameter(ParameterSetName='A',Mandatory)]$a,[Parameter(ParameterSetName='B')]$b) $PSCmdlet.ParameterSetName }; f",
      output: 'B',
    },
    {
      script:
        "function f { param([Parameter(ValueFromPipeline,ParameterSetName='S')][string]$s,[Parameter(ValueFromPipeline,ParameterSetName='I')][int]$i) process { $PSCmdlet.ParameterSetName } }; 5,'a' | f",
      output: 'I\nS',
    },
  ]);
});

describe('mandatory parameters', () => {
  const mandatory = 'function f { param([Parameter(Mandatory)][string[]]$Name) "$Name" }; ';
  checkScripts([
    { script: `${mandatory}f`, errorId: 'MissingMandatoryParameter,f' },
    {
      script: `${mandatory}f`,
      answers: ['x', 'y', ''],
      output: '\ncmdlet f at command pipeline position 1\nSupply values for the following parameters:\nx y',
    },
    { script: `${mandatory}f @()`, errorId: 'ParameterArgumentValidationErrorEmptyArrayNotAllowed,f' },
    { script: `${mandatory}f 'a',''`, errorId: 'ParameterArgumentValidationErrorEmptyStringNotAllowed,f' },
    {
      script: 'function f { param([Parameter(Mandatory)]$x) }; f $null',
      errorId: 'ParameterArgumentValidationErrorNullNotAllowed,f',
    },
    { script: 'function f { param([Parameter(Mandatory)][AllowNull()]$x) "[$x]" }; f $null', output: '[]' },
  ]);
});

const byProperty =
  "function f { param([Parameter(ValueFromPipelineByPropertyName)][Alias('Mail')]$Address = 'none') process { $Address } }; ";

describe('the pipeline', () => {
  checkScripts([
    { script: `${byProperty}[pscustomobject]@{Address=1},[pscustomobject]@{Mail=2} | f`, output: '1\n2' },
    { script: `${byProperty}@{Address=1} | f`, errorId: 'InputObjectNotBound,f' },
    { script: 'function f { [CmdletBinding()] param($x) }; 1 | f', errorId: 'InputObjectNotBound,f' },
    {
      script: "function f { param([Parameter(ValueFromPipeline)][int]$x) process { $x } }; 1,'a',3 | f",
      output: '1\n3',
      errorId: 'InputObjectNotBound,f',
    },
    {
      script:
        'function f { param([Parameter(ValueFromPipeline)][int]$x, [string]$s) process { "$x$s" } }; 1,2 | f -s b',
      output: '1b\n2b',
    },
    {
      script:
        'function f { param([Parameter(ValueFromPipeline)]$i, [Parameter(ValueFromPipelineByPropertyName)][string]$Name) process { $Name } }; 1,2 | f -Name { "n$_" }',
      output: 'n1\nn2',
    },
    {
      script:
        'function f { param([Parameter(ValueFromPipelineByPropertyName)][string]$Name) process { } }; f -Name { 1 }',
      errorId: 'ScriptBlockArgumentNoInput,f',
    },
    {
      script:
        'function f { param([Parameter(ValueFromPipeline)]$i,[Parameter(Mandatory,ValueFromPipelineByPropertyName)]$Name) process { } }; 1 | f',
      errorId: 'InputObjectMissingMandatory,f',
    },
  ]);
});

describe('splatting', () => {
  checkScripts([
    { script: 'function f { param($a,$b) "$a$b" }; $h = @{b=2}; f @h -a 1', output: '12' },
    { script: 'function f { param($a) $a }; $h = @{a=1}; f @h -a 2', output: '2' },
    { script: 'function g { param($a,$b) "$a$b" }; function f { g @args }; f -b 1 -a 2', output: '21' },
    {
      script: 'function g { param($a,$b) "$a$b" }; function f { param($a,$b) g @PSBoundParameters }; f 1 2',
      output: '12',
    },
    { script: 'function f { "$args" }; $l = 1,2; f 0 @l', output: '0 1 2' },
  ]);
});

describe('defaults', () => {
  checkScripts([
    {
      script:
        "$PSDefaultParameterValues['Get-*:Name'] = 'w'; function Get-It { [CmdletBinding()] param($Name) $Name }; Get-It",
      output: 'w',
    },
    {
      script:
        "$PSDefaultParameterValues = @{'f:n'={ 'sb' }; Disabled=$true}; function f { [CmdletBinding()] param($n) \"[$n]\" }; f; $PSDefaultParameterValues.Disabled = $false; f",
      output: '[]\n[sb]',
    },
    {
      script: 'function f { param([int]$i, [string]$s, [bool]$b, $o = $i + 1) "$i|$s|$b|$o" }; f',
      output: '0||False|1',
    },
  ]);
});

describe('dynamic parameters', () => {
  const dynamic =
    "function f { [CmdletBinding()] param($Mode) dynamicparam { if ($Mode -eq 'x') { " +
    '$a = [System.Management.Automation.ParameterAttribute]::new(); $a.Mandatory = $true; ' +
    "$s = [System.Management.Automation.ValidateSetAttribute]::new('p','q'); " +
    '$d = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new(); ' +
    "$d.Add('Extra', [System.Management.Automation.RuntimeDefinedParameter]::new('Extra', [string], [System.Attribute[]]@($a, $s))); $d } } " +
    'process { "$Mode $($PSBoundParameters.Extra)" } }; ';
  checkScripts([
    { script: `${dynamic}f -Mode x -Extra p`, output: 'x p' },
    { script: `${dynamic}f -Mode x -Extra z`, errorId: 'ParameterArgumentValidationError,f' },
    { script: `${dynamic}f -Mode x`, errorId: 'MissingMandatoryParameter,f' },
    { script: `${dynamic}f -Mode y -Extra p`, errorId: 'NamedParameterNotFound,f' },
  ]);
});

describe('common parameters', () => {
  checkScripts([
    { script: 'function f { [CmdletBinding()] param() Write-Error \'e\' }; f -ea 0 -ev x; "$x"', output: 'e' },
    { script: 'function f { [CmdletBinding()] param() 1; 2 }; f -ov x | Out-Null; "$x"', output: '1 2' },
    {
      script: 'function f { [CmdletBinding()] param() 1 }; f -ov x | Out-Null; f -ov +x | Out-Null; "$x"',
      output: '1 1',
    },
    {
      script: 'function f { [CmdletBinding()] param() 1,2 | Write-Output }; f -pv p | ForEach-Object { "$p" }',
      output: '1\n2',
    },
    {
      script: 'function f { [CmdletBinding()] param($a) $PSBoundParameters.Keys -join "," }; f -a 1 -Verbose',
      output: 'a,Verbose',
    },
  ]);
});
