import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import {
  domainController,
  identity,
  inheritanceType,
  mailboxAce,
  mailboxRights,
  shouldProcess,
  switchParameter,
} from '../parameter-types.ts';
import { mailboxRightNames } from '../objects/enumerations.ts';

/** Takes a right to a mailbox away. Source: Exchange `Remove-MailboxPermission`. */
export const removeMailboxPermission = defineCmdlet({
  name: 'Remove-MailboxPermission',
  side: 'both',
  synopsis: 'Takes a right to a mailbox away.',
  description: '',
  output: null,
  returns: 'none',
  sets: ['AccessRights', 'Instance', 'Owner', 'ClearAutoMapping', 'ResetDefault'],
  cutoverSets: ['AccessRights', 'Instance', 'ClearAutoMapping', 'ResetDefault'],
  confirms: { action: 'Removing the mailbox permission', impact: 'High' },
  parameters: {
    AccessRights: param(mailboxRights, {
      type: 'MailboxRights[]',
      values: mailboxRightNames,
      help: 'The rights.',
      sets: ['AccessRights', 'Instance'],
      mandatory: ['AccessRights'],
    }),
    DomainController: domainController,
    Identity: param(identity, {
      type: 'MailboxIdParameter',
      help: 'Name, alias, e-mail address, sign-in name, GUID or distinguished name of a mailbox.',
      mandatory: ['AccessRights', 'ClearAutoMapping', 'ResetDefault'],
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
      help: 'Whose right it is.',
      sets: ['AccessRights', 'Instance'],
      mandatory: ['AccessRights'],
    }),
    ...refusedAll({ SwitchParameter: ['IgnoreDefaultScope'] }),
    ...refusedAll(
      { SwitchParameter: ['BypassMasterAccountSid'] },
      { sets: ['AccessRights', 'Owner', 'ClearAutoMapping'] },
    ),
    ClearAutoMapping: param(switchParameter, {
      type: 'SwitchParameter',
      help: "Keeps the rights, but nobody's Outlook opens the mailbox by itself any longer.",
      sets: ['ClearAutoMapping'],
    }),
    ...refusedAll({ SwitchParameter: ['Deny'] }, { sets: ['AccessRights', 'Instance'] }),
    ...refusedAll({ SwitchParameter: ['GroupMailbox'] }, { sets: ['AccessRights', 'Instance', 'Owner'] }),
    ResetDefault: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Takes every right that was given away.',
      sets: ['ResetDefault'],
    }),
    ...refusedAll({ SwitchParameter: ['SoftDeletedMailbox'] }, { sets: ['AccessRights'] }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Take a right away',
      script:
        'Add-MailboxPermission -Identity annb@contoso.com -User administrator@contoso.com -AccessRights FullAccess; Remove-MailboxPermission -Identity annb@contoso.com -User administrator@contoso.com -AccessRights FullAccess -Confirm:$false',
      expect: 'FullAccess',
    },
  ],
});
