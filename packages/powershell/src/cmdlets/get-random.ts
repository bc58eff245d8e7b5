import { numberOf } from '../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../runtime/engine/command-context.ts';
import type { Cmdlet } from '../runtime/engine/command.ts';
import type { Session } from '../runtime/engine/session.ts';
import { defaultRandomSet, getRandom, randomParameters } from './objects/get-random-command.ts';
import { numbersOfSeed, type RandomNumbers, randomNumbers } from './objects/random-numbers.ts';

export const getRandomObject: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-Random',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.GetRandomCommand',
  defaultSet: defaultRandomSet,
  parameters: [{ name: 'SetSeed', type: 'Int32', validate: [{ kind: 'notNull' }] }, ...randomParameters],
  create: (context) => getRandom(context, numbersOf(context)),
};

/** The generators of sessions that were given a seed. */
const seeded = new WeakMap<Session, RandomNumbers>();

function numbersOf({ host, parameters, session }: CommandContext): RandomNumbers {
  const seed = numberOf(parameters, 'SetSeed');
  if (seed !== undefined) seeded.set(session, numbersOfSeed(seed));
  return seeded.get(session) ?? randomNumbers(host.random);
}
