import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { exchangeServer } from '../objects/on-premises.ts';
import { domainController, fqdn, identity } from '../parameter-types.ts';

/** Lists the servers of the organization. Source: Exchange `Get-ExchangeServer`. */
export const getExchangeServer = defineCmdlet({
  name: 'Get-ExchangeServer',
  side: 'onPremises',
  synopsis: 'Lists the servers of the organization.',
  description: '',
  output: exchangeServer,
  returns: 'many',
  sets: ['Domain', 'Identity'],
  cutoverSets: ['Identity', 'Domain'],
  parameters: {
    Domain: param(fqdn, {
      type: 'Fqdn',
      help: 'Keeps the servers of this domain.',
      sets: ['Domain'],
      mandatory: true,
    }),
    DomainController: domainController,
    Identity: param(identity, {
      type: 'ServerIdParameter',
      help: 'Name of a server.',
      sets: ['Identity'],
      position: 0,
      pipeline: 'value and property',
    }),
    ...refusedAll({ SwitchParameter: ['Status'] }),
  },
  examples: [{ title: 'List the servers', script: 'Get-ExchangeServer', expect: 'EXCH-MSG-1' }],
});
