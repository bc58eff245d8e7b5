import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { adPermission } from '../objects/on-premises.ts';
import { adAce, domainController, extendedRights, identity, shouldProcess } from '../parameter-types.ts';

/** Gives somebody a right to an object of the directory. Source: Exchange `Add-ADPermission`. */
export const addADPermission = defineCmdlet({
  name: 'Add-ADPermission',
  side: 'onPremises',
  synopsis: 'Gives somebody a right to an object of the directory.',
  description: 'The right that a cutover migration needs is Receive-As on the database that holds the mailboxes.',
  output: adPermission,
  returns: 'many',
  sets: ['AccessRights', 'Owner', 'Instance'],
  cutoverSets: ['AccessRights', 'Instance'],
  confirms: { action: 'Adding Active Directory permission', impact: 'Medium' },
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
      help: 'Who is given the right.',
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
    ...refusedAll({ SecurityPrincipalIdParameter: ['Owner'] }, { sets: ['Owner'], mandatory: true }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Let an account read every mailbox of a database',
      script: 'Add-ADPermission -Identity "Mailbox Store" -User annb@contoso.com -ExtendedRights Receive-As',
      expect: 'Receive-As',
    },
  ],
});
