import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allSets, type ParameterSpec, type ParameterUse } from '../runtime/binder/parameter-spec.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import { cmdletShelves } from './cmdlets.ts';

interface ParameterFacts extends ParameterUse {
  readonly type: string;
  readonly aliases?: readonly string[];
  readonly sets?: Readonly<Record<string, ParameterUse>>;
}

interface CmdletFacts {
  readonly module: string;
  readonly aliases?: readonly string[];
  readonly defaultSet?: string;
  readonly confirms?: true;
  readonly parameters: Readonly<Record<string, ParameterFacts>>;
}

const factsFile = join(import.meta.dirname, '../../../../test/facts/general-cmdlets.json');
const facts = (JSON.parse(readFileSync(factsFile, 'utf8')) as { cmdlets: Record<string, CmdletFacts> }).cmdlets;

/** `Cmdlet -Parameter` where the documentation errs against the original's source, with what the source says. */
const documentationErrors: Readonly<Record<string, string>> = {
  'Add-Member -TypeName': 'is mandatory in its own set alone',
  'Get-Credential -Credential': 'takes a name, too, and is the first position',
  'Get-Credential -UserName': 'is the first position',
  'Get-Culture -Name': 'is the first position',
  'Get-Date -UFormat': 'is mandatory in its sets',
  'Invoke-Command -ScriptBlock': 'has the local set only: the others are refused',
  'Import-PowerShellDataFile -SkipLimitCheck': 'is a switch without a position',
  'New-Guid -InputObject': 'is the first position',
  'New-Module -ScriptBlock': 'is the first position where it stands alone',
  'New-Item -Path': 'is not mandatory beside -Name',
  'Push-Location -Path': 'is the first position',
  'Resolve-Path -Relative': 'is not mandatory',
  'Select-Object -Skip': 'goes with -SkipLast, too',
  'Set-Clipboard -Value': 'is the first position',
  'Start-Sleep -Duration': 'is the first position',
  'Test-Connection -Repeat': 'is mandatory in its own set alone',
  'Test-Path -NewerThan': 'is a nullable date',
  'Test-Path -OlderThan': 'is a nullable date',
  'Write-Error -Message': 'takes the pipeline in its own set alone',
  'Write-Output -InputObject': 'is one PSObject',
};

/** Types whose parameters take names: an attribute of the original converts them, and here the cmdlet itself. */
const convertedByCmdlet = /Text\.Encoding$|^FlagsExpression/;

/** The last part of a type's name without its spelling: `System.String[]` and `string[]` are the same. */
const plainType = (name = 'Object'): string =>
  name
    .toLowerCase()
    .replace(/^(?:system\.)?nullable(?:`1)?\[(.+)\]$/, '$1')
    .replace(/^.*[.+]/, '');

const useOf = ({ position, mandatory, pipeline }: ParameterUse): ParameterUse => ({
  position,
  mandatory: mandatory ?? false,
  pipeline,
});

/** How a parameter is used in each of its sets. */
function usesOf(parameter: ParameterSpec | ParameterFacts): Record<string, ParameterUse> {
  const sets = Object.entries(parameter.sets ?? { [allSets]: {} });
  return Object.fromEntries(sets.map(([set, use]) => [set, useOf({ ...parameter, ...use })]));
}

const lower = (names: readonly string[] = []): string[] => names.map((name) => name.toLowerCase()).toSorted();

const described = cmdletShelves
  .flatMap(({ load }) => load())
  .filter(({ module, name }) => module !== undefined && facts[name]);

describe.each(described.map((cmdlet) => [cmdlet.name, cmdlet, facts[cmdlet.name]!] as const))('%s', checkContract);

function checkContract(name: string, cmdlet: Cmdlet, known: CmdletFacts): void {
  const specs = new Map(cmdlet.parameters.map((spec) => [spec.name, spec]));
  const supported = Object.entries(known.parameters).filter(
    ([parameter]) => !specs.get(parameter)?.unsupported && !documentationErrors[`${name} -${parameter}`],
  );

  test('is of its module and names its class', () => {
    expect(cmdlet.module).toBe(known.module);
    expect(cmdlet.implementingType).toMatch(/^Microsoft\..+(?:Command|FormatHex|ImportLocalizedData|SendMailMessage)$/);
    expect(cmdlet.confirms !== undefined).toBe(known.confirms === true);
    if (known.defaultSet !== undefined && cmdlet.defaultSet !== undefined) {
      expect(cmdlet.defaultSet).toBe(known.defaultSet);
    }
  });

  test('has every parameter of the original, supported or refused by name', () => {
    expect(Object.keys(known.parameters).filter((parameter) => !specs.has(parameter))).toEqual([]);
  });

  test('types and names them as the original', () => {
    for (const [parameter, { type, aliases }] of supported) {
      const spec = specs.get(parameter)!;
      if (!convertedByCmdlet.test(type)) expect(plainType(spec.type), `type of -${parameter}`).toBe(plainType(type));
      expect(lower(spec.aliases), `aliases of -${parameter}`).toEqual(lower(aliases));
    }
  });

  test('uses them in its sets as the original', () => {
    for (const [parameter, fact] of supported) {
      expect(usesOf(specs.get(parameter)!), `-${parameter}`).toEqual(usesOf(fact));
    }
  });
}
