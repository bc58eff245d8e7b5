import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, definitions, type Backend, type CmdletDefinition } from '@cutover/core';
import { createShell, type Shell } from '@cutover/shell';
import { afterAll, beforeAll, expect, test } from 'vitest';

interface ParameterFact {
  readonly type: string;
  readonly sets?: readonly string[];
  readonly mandatory?: true | readonly string[];
}

interface CmdletFact {
  readonly sets: readonly string[];
  readonly parameters: Readonly<Record<string, ParameterFact>>;
}

const { cmdlets: facts } = JSON.parse(readFileSync(join(import.meta.dirname, '../facts/cmdlets.json'), 'utf8')) as {
  cmdlets: Record<string, CmdletFact>;
};

/** What each call came with: the shell binds, and nothing is carried out. */
const calls: string[][] = [];
const backend: Backend = {
  async *invoke(cmdlet, parameters) {
    calls.push([cmdlet, ...Object.keys(parameters)].toSorted());
    yield* [];
  },
  close: () => Promise.resolve(),
};

let shell: Shell;
beforeAll(async () => {
  shell = createShell({ session: connect(backend) });
  await shell.invoke(`
    $password = ConvertTo-SecureString p -AsPlainText -Force
    $credential = [pscredential]::new('u', $password)
    $found = [pscustomobject]@{ Identity = 'a'; User = 'b'; AccessRights = 'FullAccess'; ExchangeServer = 's' }`);
});
afterAll(() => shell.close());

const values: Readonly<Record<string, string>> = {
  Boolean: '$true',
  'Byte[]': '([byte[]](1, 2))',
  DateTime: '2026-03-01',
  ExchangeConnectionSettings: '$found',
  Guid: '0f0e0d0c-0b0a-0908-0706-050403020100',
  Int32: '3',
  MailboxAcePresentationObject: '$found',
  PSCredential: '$credential',
  SecureString: '$password',
  Stream: '([IO.MemoryStream]::new())',
  TimeSpan: '1:00',
};

function argumentOf(cmdlet: string, [name, { type }]: Entry): string {
  const known = definitionOf(cmdlet).parameters[name]!.values?.[0];
  return type === 'SwitchParameter' ? `-${name}` : `-${name} ${values[type] ?? known ?? 'abc'}`;
}

const definitionOf = (cmdlet: string): CmdletDefinition => definitions.find(({ name }) => name === cmdlet)!;

type Entry = readonly [name: string, fact: ParameterFact];

const isIn = ([, { sets }]: Entry, set: string): boolean => sets?.includes(set) ?? true;
const isMandatory = ([, { mandatory }]: Entry, set: string): boolean =>
  mandatory === true || (mandatory?.includes(set) ?? false);

/** What is most a set's own: without something that the default set has not, that one is taken. */
function chooserOf(entries: readonly Entry[], defaultSet: string | undefined): Entry[] {
  if (defaultSet === undefined || entries.every((entry) => isIn(entry, defaultSet))) return [];
  const own = entries.filter((entry) => !isIn(entry, defaultSet));
  return [own.toSorted(([, left], [, right]) => left.sets!.length - right.sets!.length)[0]!];
}

/** What the cloud's cmdlet takes in a set: what chooses and completes it, and what else there is. */
function parametersIn(cmdlet: string, set: string): { given: Entry[]; others: Entry[] } {
  const { cutoverSets, parameters } = definitionOf(cmdlet);
  const entries = Object.entries(facts[cmdlet]!.parameters)
    .filter(([name]) => !parameters[name]!.host && !parameters[name]!.onPremises)
    .filter((entry) => isIn(entry, set));
  const mandatory = entries.filter((entry) => isMandatory(entry, set));
  const isChosen = set === cutoverSets[0] || mandatory.some((entry) => !isIn(entry, cutoverSets[0]!));
  const given = [...mandatory, ...(isChosen ? [] : chooserOf(entries, cutoverSets[0]))];
  return { given, others: entries.filter((entry) => !given.includes(entry)) };
}

/** A call of a set with what it needs; and one more for each other parameter of it. */
function* callsOf(cmdlet: string, set: string): Generator<{ script: string; names: readonly string[] }> {
  const { given, others } = parametersIn(cmdlet, set);
  for (const added of [[], ...others.map((other) => [other])]) {
    const all = [...given, ...added];
    yield {
      script: [cmdlet, ...all.map((entry) => argumentOf(cmdlet, entry))].join(' '),
      names: [cmdlet, ...all.map(([name]) => name)].toSorted(),
    };
  }
}

/** What is told apart only in the on-premises organisation, or by nothing at all: the default set is taken, and asks for what it lacks. */
const likeTheDefault: Readonly<Record<string, readonly string[]>> = {
  'Get-MailboxStatistics': ['Database', 'Server'],
  'New-MailUser': ['EnableRoomMailboxAccount'],
  'New-Mailbox': ['InactiveMailbox', 'RemovedMailbox'],
  'Remove-MailboxPermission': ['Owner'],
};

/** Stays with the shell, which asks the Backend for pages instead. */
const kept = 'CsvStream';

const cases = definitions
  .filter(({ name, side = 'cloud' }) => name in facts && side !== 'onPremises')
  .map(({ name, sets }) => [name, sets.filter((set) => !likeTheDefault[name]?.includes(set))] as const);

test.each(cases)('%s binds in each of its sets, with each of its parameters', async (cmdlet, sets) => {
  const wanted = sets.flatMap((set) => [...callsOf(cmdlet, set)]);
  const scripts = [...new Map(wanted.map((call) => [call.script, call])).values()];
  calls.length = 0;
  const { errors } = await shell.invoke(
    ['$ConfirmPreference = "None"', ...scripts.map(({ script }) => script)].join('\n'),
  );
  expect(errors.map(({ message }) => message)).toEqual([]);
  const came = scripts.map(({ names }) => expect.arrayContaining(names.filter((name) => name !== kept)) as string[]);
  expect(calls.filter((call) => call.includes(cmdlet))).toEqual(came);
});
