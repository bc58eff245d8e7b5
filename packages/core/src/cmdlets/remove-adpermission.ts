import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { adAce, domainController, extendedRights, identity, shouldProcess } from '../parameter-types.ts';

/** Takes a right to an object of the directory away. Source: Exchange `Remove-ADPermission`. */
export const removeADPermission = defineCmdlet({
  name: 'Remove-ADPermission',
  side: 'onPremises',
  synopsis: 'Takes a right to an object of the directory away.',
  description: '',
  output: null,
  returns: 'none',
  sets: ['AccessRights', 'Owner', 'Instance'],
  cutoverSets: ['AccessRights', 'Instance'],
  confirms: { action: 'Removing Active Directory permission', impact: 'High' },
  parameters: {
    ExtendedRights: param(extendedRights, {
      type: 'ExtendedRightIdParameter[]',
      help: 'The rights: Receive-As, which lets somebody read every mailbox of a database.',
      sets: ['AccessRights', 'Instance'],
    }),
    Identity: param(identity, {
      type: 'ADRawEntryIdParameter',
      help: 'Name of a mailbox database, or a mailbox.',
      mandatory: ['AccessRights', 'Owner'],
      position: 0,
      pipeline: 'value and property',
    }),
    Instance: param(adAce, {
      type: 'ADAcePresentationObject',
      help: 'A right as it was listed; what is given besides takes the place of its parts.',
      sets: ['Instance'],
      mandatory: true,
      pipeline: 'value and property',
    }),
    User: param(identity, {
      type: 'SecurityPrincipalIdParameter',
      help: 'Who has the right.',
      sets: ['AccessRights', 'Instance'],
      mandatory: ['AccessRights'],
    }),
    DomainController: domainController,
    ...refusedAll(
      {
        'ActiveDirectoryRights[]': ['AccessRights'],
        'ADSchemaObjectIdParameter[]': ['ChildObjectTypes', 'Properties'],
        SwitchParameter: ['Deny'],
        ActiveDirectorySecurityInheritance: ['InheritanceType'],
        ADSchemaObjectIdParameter: ['InheritedObjectType'],
      },
      { sets: ['AccessRights', 'Instance'] },
    ),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Take the right away again',
      script:
        'Add-ADPermission "Mailbox Store" -User annb@contoso.com -ExtendedRights Receive-As; Remove-ADPermission -Identity "Mailbox Store" -User annb@contoso.com -ExtendedRights Receive-As -Confirm:$false',
    },
  ],
});
