import { defineCmdlet, param } from '../define-cmdlet.ts';
import { shouldProcess, textOrTexts } from '../parameter-types.ts';

/** Closes the connections. Source: Exchange `Disconnect-ExchangeOnline`. */
export const disconnectExchangeOnline = defineCmdlet({
  name: 'Disconnect-ExchangeOnline',
  synopsis: 'Closes the connections.',
  description: '',
  output: null,
  returns: 'none',
  sets: ['DefaultParameterSet', 'ConnectionId', 'ModulePrefix'],
  cutoverSets: ['DefaultParameterSet', 'ConnectionId', 'ModulePrefix'],
  confirms: {
    action:
      'Running this cmdlet clears all active sessions created using Connect-ExchangeOnline or Connect-IPPSSession.',
    impact: 'High',
    isSentence: true,
  },
  parameters: {
    ConnectionId: param(textOrTexts, {
      type: 'String[]',
      help: 'Closes these alone.',
      sets: ['ConnectionId'],
      mandatory: true,
      pipeline: 'value and property',
    }),
    ModulePrefix: param(textOrTexts, {
      type: 'String[]',
      help: 'Closes the one with this prefix alone.',
      sets: ['ModulePrefix'],
      mandatory: true,
    }),
    ...shouldProcess,
  },
  examples: [{ title: 'Disconnect', script: 'Disconnect-ExchangeOnline -Confirm:$false' }],
});
