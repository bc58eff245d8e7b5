import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { outlookAnywhere } from '../objects/on-premises.ts';
import { domainController, identity } from '../parameter-types.ts';

/** Shows how Outlook Anywhere is set up. Source: Exchange `Get-OutlookAnywhere`. */
export const getOutlookAnywhere = defineCmdlet({
  name: 'Get-OutlookAnywhere',
  side: 'onPremises',
  synopsis: 'Shows how Outlook Anywhere is set up.',
  description: 'There is nothing to show while it is disabled.',
  output: outlookAnywhere,
  returns: 'many',
  sets: ['Server', 'Identity'],
  cutoverSets: ['Identity', 'Server'],
  parameters: {
    DomainController: domainController,
    Identity: param(identity, {
      type: 'VirtualDirectoryIdParameter',
      help: String.raw`Name of the virtual directory: EXCH-MSG-1\Rpc (Default Web Site), or of its server.`,
      sets: ['Identity'],
      position: 0,
      pipeline: 'value and property',
    }),
    Server: param(identity, {
      type: 'ServerIdParameter',
      help: 'Name of a server.',
      sets: ['Server'],
      mandatory: true,
      pipeline: 'value and property',
    }),
    ...refusedAll({ SwitchParameter: ['ADPropertiesOnly', 'ShowMailboxVirtualDirectories'] }),
  },
  examples: [
    {
      title: 'Show by which name Outlook finds the server from outside',
      script: 'Get-OutlookAnywhere | Format-List ExternalHostname',
      expect: 'mail.contoso.com',
    },
  ],
});
