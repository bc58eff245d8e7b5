import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cmdletShelves } from './cmdlets.ts';

const reasons = {
  alreadyTrue: 'asks for what is always so here',
  inTurn: 'jobs and blocks apart run one after the other and have ended when they are asked for',
  noEvents: 'no object has events: whatever is asked for, the original error is the answer',
  noChildren: 'nothing here has such parts',
  nobodyAsked: 'skips a question that is not asked here',
  oneSession: 'drives belong to the session, whatever scope they are made in',
  byTable: 'is read by its name in a table',
  noProvider: 'belongs to the registry: the cmdlet says that no provider has such properties',
} as const;

/** Parameters that nothing reads, with why they have no effect by nature. */
const withoutEffect: Readonly<Record<string, readonly [why: keyof typeof reasons, parameters: string]>> = {
  'Get-Command': ['alreadyTrue', 'ListImported'],
  'Get-Culture': ['noChildren', 'NoUserOverrides'],
  'Get-EventSubscriber': ['alreadyTrue', 'Force'],
  'Get-Module': ['noChildren', 'All Refresh SkipEditionCheck'],
  'Get-PSDrive': ['oneSession', 'Scope'],
  'Import-Module': ['noChildren', 'SkipEditionCheck'],
  'Import-PowerShellDataFile': ['noChildren', 'SkipLimitCheck'],
  'Invoke-RestMethod': ['alreadyTrue', 'DisableKeepAlive SkipHeaderValidation UseBasicParsing'],
  'Invoke-WebRequest': ['alreadyTrue', 'DisableKeepAlive SkipHeaderValidation UseBasicParsing'],
  'New-ItemProperty': ['noProvider', 'Name PropertyType Value Exclude Filter Include Force LiteralPath Path'],
  'New-PSDrive': ['oneSession', 'Scope'],
  'Out-Null': ['alreadyTrue', 'InputObject'],
  'Receive-Job': ['noChildren', 'NoRecurse'],
  'Register-ObjectEvent': ['noEvents', 'InputObject SourceIdentifier'],
  'Remove-ItemProperty': ['noProvider', 'Name Exclude Filter Include Force LiteralPath Path'],
  'Remove-Module': ['nobodyAsked', 'Force'],
  'Remove-PSDrive': ['oneSession', 'Scope'],
  'Resolve-DnsName': ['alreadyTrue', 'DnsOnly'],
  'Select-String': ['alreadyTrue', 'NoEmphasis'],
  'Set-ExecutionPolicy': ['nobodyAsked', 'Force'],
  'Sort-Object': ['alreadyTrue', 'Stable'],
  'Start-Process': ['alreadyTrue', 'NoNewWindow'],
  'Start-ThreadJob': ['inTurn', 'ThrottleLimit'],
  'Stop-Process': ['nobodyAsked', 'Force'],
  'ForEach-Object': ['inTurn', 'ThrottleLimit UseNewRunspace'],
  'Test-Connection': ['alreadyTrue', 'Ping'],
  'Wait-Job': ['inTurn', 'Timeout'],
  'Unregister-Event': ['nobodyAsked', 'Force'],
  'Where-Object': [
    'byTable',
    'CEQ CMatch CNE CGT CLT CGE CLE CLike CNotLike CNotMatch CContains CNotContains CIn CNotIn Is IsNot',
  ],
  'Write-Debug': ['byTable', 'Message'],
  'Write-Progress': ['noChildren', 'SourceId'],
  'Write-Verbose': ['byTable', 'Message'],
  'Write-Warning': ['byTable', 'Message'],
};

const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
  .map((name) => join(root, name));
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));

/** A file with those of this folder that it imports. */
function withImports(file: string, found = new Set<string>()): Set<string> {
  const text = sources.get(file);
  if (text === undefined || found.has(file)) return found;
  found.add(file);
  for (const [, path] of text.matchAll(/from '(\.[^']+)'/g)) withImports(join(dirname(file), path!), found);
  return found;
}

/** What a cmdlet's code says besides the names of its parameters. */
function codeOf(name: string): string {
  const homes = files.filter((file) => sources.get(file)!.includes(`'${name}'`));
  const all = new Set(homes.flatMap((file) => [...withImports(file)]));
  return Array.from(all, (file) => sources.get(file)!.replaceAll(/name: '\w+'/g, '')).join('\n');
}

describe('what a cmdlet takes it reads, refuses by name, or cannot heed', () => {
  test.each(cmdletShelves.flatMap(({ load }) => load()).map((cmdlet) => [cmdlet.name, cmdlet.parameters] as const))(
    '%s',
    (name, parameters) => {
      const code = codeOf(name);
      const unread = parameters
        .filter(
          ({ name: each, unsupported }) => !unsupported && !new RegExp(`['".]${each}\\b|\\b${each}[:,} ]`).test(code),
        )
        .map(({ name: each }) => each);
      const excused = new Set(withoutEffect[name]?.[1].split(' '));
      expect(unread.filter((each) => !excused.has(each))).toEqual([]);
    },
  );
});
