import { compileText } from '../../runtime/compile/compile-text.ts';
import type { CompiledScriptBlock } from '../../runtime/compile/compiled.ts';
import type { ScriptFunction } from '../../runtime/engine/command.ts';

/**
 * Functions that every session begins with, by name. On Unix the original leaves `mkdir` to the program; here it is Windows' function, too,
 * where its parameters are named or scripts are given no programs, as what administrators write comes from there.
 */
const texts: Readonly<Record<string, string>> = {
  'cd..': 'Set-Location ..',
  'cd\\': 'Set-Location \\',
  'cd~': 'Set-Location ~',
  'Clear-Host': String.raw`if ($Host.UI.SupportsVirtualTerminal) { [Console]::Write("$([char]27)[H$([char]27)[2J$([char]27)[3J") }`,
  help: `[CmdletBinding(DefaultParameterSetName = 'AllUsersView')]
param(
  [Parameter(Position = 0, ValueFromPipelineByPropertyName = $true)] [string] $Name,
  [Parameter(ParameterSetName = 'DetailedView', Mandatory = $true)] [switch] $Detailed,
  [Parameter(ParameterSetName = 'AllUsersView')] [switch] $Full,
  [Parameter(ParameterSetName = 'Examples', Mandatory = $true)] [switch] $Examples,
  [Parameter(ParameterSetName = 'Parameters', Mandatory = $true)] [string[]] $Parameter
)
process { Get-Help @PSBoundParameters }`,
  mkdir: `$program = Get-Command mkdir -CommandType Application -TotalCount 1 -ErrorAction Ignore
$named = $args | Where-Object { $_ -is [string] -and $_ -match '^-(Path|Name|Value|Force|Confirm|WhatIf|Err\\w*|EA|Verb\\w*)(:|$)' }
if ($program -and -not $named) { & $program.Path @args } else { New-Item -ItemType Directory @args }`,
  oss: 'param([ValidateRange(2, 2147483647)] [int] $Width) $input | Out-String -Stream @PSBoundParameters',
  Pause: "$null = Read-Host 'Press Enter to continue...'",
  prompt: `"PS $($executionContext.SessionState.Path.CurrentLocation)$('>' * ($nestedPromptLevel + 1)) "`,
};

/** A function whose text is compiled when it is first looked at: most sessions call none of them. */
class BuiltInFunction implements ScriptFunction {
  readonly kind = 'function';
  readonly name: string;
  readonly #text: string;
  #code: CompiledScriptBlock | undefined;

  constructor(name: string, text: string) {
    this.name = name;
    this.#text = text;
  }

  get code(): CompiledScriptBlock {
    return (this.#code ??= compileText(this.#text).code);
  }
}

/** The functions of a new session. Source: InitialSessionState.BuiltInFunctions. */
export const builtInFunctions = (): readonly ScriptFunction[] =>
  Object.entries(texts).map(([name, text]) => new BuiltInFunction(name, text));

/** Their aliases. */
export const builtInFunctionAliases: Readonly<Record<string, string>> = { clear: 'Clear-Host', cls: 'Clear-Host' };
