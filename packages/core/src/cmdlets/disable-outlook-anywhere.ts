import { defineCmdlet, param } from '../define-cmdlet.ts';
import { domainController, identity, shouldProcess } from '../parameter-types.ts';

/** Lets Outlook in over HTTP no longer. Source: Exchange `Disable-OutlookAnywhere`. */
export const disableOutlookAnywhere = defineCmdlet({
  name: 'Disable-OutlookAnywhere',
  side: 'onPremises',
  synopsis: 'Lets Outlook in over HTTP no longer.',
  description: '',
  output: null,
  returns: 'none',
  sets: ['Identity', 'Server'],
  cutoverSets: ['Server', 'Identity'],
  confirms: { action: 'Disabling Outlook Anywhere', impact: 'High' },
  parameters: {
    Identity: param(identity, {
      type: 'VirtualDirectoryIdParameter',
      help: String.raw`Name of the virtual directory: EXCH-MSG-1\Rpc (Default Web Site), or of its server.`,
      sets: ['Identity'],
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
    }),
    Server: param(identity, {
      type: 'ServerIdParameter',
      help: 'Name of a server.',
      sets: ['Server'],
      pipeline: 'value and property',
    }),
    DomainController: domainController,
    ...shouldProcess,
  },
  examples: [{ title: 'Disable Outlook Anywhere', script: 'Disable-OutlookAnywhere -Confirm:$false' }],
});
