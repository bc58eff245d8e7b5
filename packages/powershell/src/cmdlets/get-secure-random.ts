import type { Cmdlet } from '../runtime/engine/command.ts';
import { defaultRandomSet, getRandom, randomParameters } from './objects/get-random-command.ts';
import { randomNumbers } from './objects/random-numbers.ts';

export const getSecureRandom: Cmdlet = {
  kind: 'cmdlet',
  name: 'Get-SecureRandom',
  module: 'Microsoft.PowerShell.Utility',
  implementingType: 'Microsoft.PowerShell.Commands.GetSecureRandomCommand',
  defaultSet: defaultRandomSet,
  parameters: randomParameters,
  create: (context) => getRandom(context, randomNumbers(context.host.random)),
};
