import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { adPermission } from '../objects/on-premises.ts';
import { domainController, identity } from '../parameter-types.ts';

/** Lists the rights to an object of the directory. Source: Exchange `Get-ADPermission`. */
export const getADPermission = defineCmdlet({
  name: 'Get-ADPermission',
  side: 'onPremises',
  synopsis: 'Lists the rights to an object of the directory.',
  description: '',
  output: adPermission,
  returns: 'many',
  sets: ['Owner', 'AccessRights'],
  cutoverSets: ['AccessRights'],
  parameters: {
    DomainController: domainController,
    Identity: param(identity, {
      type: 'ADRawEntryIdParameter',
      help: 'Name of a mailbox database, or a mailbox.',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
    }),
    User: param(identity, {
      type: 'SecurityPrincipalIdParameter',
      help: 'Keeps the rights of this account.',
      sets: ['AccessRights'],
    }),
    ...refusedAll({ SwitchParameter: ['Owner'] }, { sets: ['Owner'] }),
  },
  examples: [
    {
      title: 'Show who may read every mailbox of a database',
      script: 'Get-ADPermission -Identity "Mailbox Store"',
      expect: 'administrator',
    },
  ],
});
