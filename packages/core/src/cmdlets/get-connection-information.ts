import { defineCmdlet, param } from '../define-cmdlet.ts';
import { connectionInformation } from '../objects/organisation.ts';
import { textOrTexts } from '../parameter-types.ts';

/** Lists the connections that are open. Source: Exchange `Get-ConnectionInformation`. */
export const getConnectionInformation = defineCmdlet({
  name: 'Get-ConnectionInformation',
  synopsis: 'Lists the connections that are open.',
  description: '',
  output: connectionInformation,
  returns: 'many',
  sets: ['Default', 'ConnectionId', 'ModulePrefix'],
  cutoverSets: ['Default', 'ConnectionId', 'ModulePrefix'],
  parameters: {
    ConnectionId: param(textOrTexts, {
      type: 'String[]',
      help: 'Keeps these alone.',
      sets: ['ConnectionId'],
      mandatory: true,
    }),
    ModulePrefix: param(textOrTexts, {
      type: 'String[]',
      help: 'Keeps the one with this prefix alone.',
      sets: ['ModulePrefix'],
      mandatory: true,
    }),
  },
  examples: [{ title: 'List the connections', script: 'Get-ConnectionInformation' }],
});
