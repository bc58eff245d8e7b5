import { z } from 'zod';
import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { mailboxPermission } from '../objects/organisation.ts';
import {
  domainController,
  identity,
  inheritanceType,
  mailboxAce,
  mailboxRights,
  shouldProcess,
} from '../parameter-types.ts';
import { mailboxRightNames } from '../objects/enumerations.ts';

/** Gives somebody a right to a mailbox. Source: Exchange `Add-MailboxPermission`. */
export const addMailboxPermission = defineCmdlet({
  name: 'Add-MailboxPermission',
  side: 'both',
  synopsis: 'Gives somebody a right to a mailbox.',
  description: '',
  output: mailboxPermission,
  returns: 'one',
  sets: ['AccessRights', 'Owner', 'Instance'],
  cutoverSets: ['AccessRights', 'Instance'],
  confirms: { action: 'Adding the mailbox permission', impact: 'Medium' },
  parameters: {
    AccessRights: param(mailboxRights, {
      type: 'MailboxRights[]',
      values: mailboxRightNames,
      help: 'The rights, FullAccess for one.',
      sets: ['AccessRights', 'Instance'],
      mandatory: ['AccessRights'],
    }),
    AutoMapping: param(z.boolean(), {
      type: 'Boolean',
      help: 'Whether Outlook opens the mailbox by itself, $true when it is left out: then the mailbox names the user in its DelegateListLink, which -Filter knows.',
      sets: ['AccessRights', 'Instance'],
    }),
    DomainController: domainController,
    Identity: param(identity, {
      type: 'MailboxIdParameter',
      help: 'Name, alias, e-mail address, sign-in name, GUID or distinguished name of a mailbox.',
      mandatory: ['AccessRights', 'Owner'],
      position: 0,
      pipeline: 'value and property',
    }),
    InheritanceType: inheritanceType,
    Instance: param(mailboxAce, {
      type: 'MailboxAcePresentationObject',
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
    ...refusedAll({ SwitchParameter: ['GroupMailbox', 'IgnoreDefaultScope'] }),
    ...refusedAll({ SwitchParameter: ['Deny'] }, { sets: ['AccessRights', 'Instance'] }),
    ...refusedAll({ SecurityPrincipalIdParameter: ['Owner'] }, { sets: ['Owner'], mandatory: true }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Give full access',
      script:
        'Add-MailboxPermission -Identity annb@contoso.com -User administrator@contoso.com -AccessRights FullAccess',
      expect: 'FullAccess',
    },
  ],
});
