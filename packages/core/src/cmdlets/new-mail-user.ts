import { z } from 'zod';
import { defineCmdlet, param, refused, refusedAll } from '../define-cmdlet.ts';
import { mailUser } from '../objects/recipients.ts';
import { secureString, shouldProcess, smtpAddress } from '../parameter-types.ts';

/** Creates a mail user: who signs in here and has the mailbox elsewhere. Source: Exchange `New-MailUser`. */
export const newMailUser = defineCmdlet({
  name: 'New-MailUser',
  synopsis: 'Creates a mail user: who signs in here and has the mailbox elsewhere.',
  description: '',
  output: mailUser,
  returns: 'one',
  sets: [
    'DisabledUser',
    'EnabledUser',
    'EnableRoomMailboxAccount',
    'FederatedUser',
    'HVEAccount',
    'MicrosoftOnlineServicesFederatedUser',
    'MicrosoftOnlineServicesID',
  ],
  cutoverSets: ['MicrosoftOnlineServicesID', 'EnabledUser', 'DisabledUser'],
  confirms: { action: 'Creating the mail user', impact: 'Medium' },
  parameters: {
    Alias: param(z.string().min(1), { type: 'String', help: 'Short name.' }),
    DisplayName: param(z.string().min(1), { type: 'String', help: 'Name that people see.' }),
    ExternalEmailAddress: param(z.string().min(3), {
      type: 'ProxyAddress',
      help: 'Where mail goes to.',
      sets: ['DisabledUser', 'EnabledUser', 'FederatedUser', 'MicrosoftOnlineServicesID'],
      mandatory: ['DisabledUser', 'EnabledUser'],
    }),
    FirstName: param(z.string(), { type: 'String', help: 'First name.' }),
    LastName: param(z.string(), { type: 'String', help: 'Last name.' }),
    MicrosoftOnlineServicesID: param(smtpAddress, {
      type: 'WindowsLiveId',
      help: 'What the user signs in with.',
      sets: ['EnableRoomMailboxAccount', 'MicrosoftOnlineServicesFederatedUser', 'MicrosoftOnlineServicesID'],
      mandatory: ['MicrosoftOnlineServicesFederatedUser', 'MicrosoftOnlineServicesID'],
    }),
    Name: param(z.string().min(1), { type: 'String', help: 'Name of the mail user.', mandatory: true, position: 0 }),
    Password: param(secureString, {
      type: 'SecureString',
      help: 'The first password.',
      sets: ['EnabledUser', 'HVEAccount', 'MicrosoftOnlineServicesID'],
      mandatory: true,
    }),
    PrimarySmtpAddress: param(smtpAddress, { type: 'SmtpAddress', help: 'Address that mail is sent from.' }),
    ResetPasswordOnNextLogon: param(z.boolean(), {
      type: 'Boolean',
      help: 'Whether the password must be changed at the first sign-in.',
      sets: [
        'DisabledUser',
        'EnabledUser',
        'FederatedUser',
        'MicrosoftOnlineServicesFederatedUser',
        'MicrosoftOnlineServicesID',
      ],
    }),
    UserPrincipalName: param(smtpAddress, {
      type: 'String',
      help: 'What the user signs in with.',
      sets: ['EnabledUser'],
      mandatory: true,
    }),
    DomainController: refused({
      type: 'Fqdn',
      sets: [
        'DisabledUser',
        'EnabledUser',
        'FederatedUser',
        'MicrosoftOnlineServicesFederatedUser',
        'MicrosoftOnlineServicesID',
      ],
    }),
    ...refusedAll(
      { MailboxIdParameter: ['ArbitrationMailbox'], String: ['SamAccountName'] },
      {
        sets: [
          'DisabledUser',
          'EnabledUser',
          'FederatedUser',
          'MicrosoftOnlineServicesFederatedUser',
          'MicrosoftOnlineServicesID',
        ],
      },
    ),
    ...refusedAll(
      { String: ['FederatedIdentity'] },
      { sets: ['FederatedUser', 'MicrosoftOnlineServicesFederatedUser'], mandatory: true },
    ),
    ...refusedAll({ SwitchParameter: ['HVEAccount'] }, { sets: ['HVEAccount'] }),
    ...refusedAll({
      String: ['ImmutableId', 'Initials', 'MailboxRegion'],
      MultiValuedProperty: ['ModeratedBy'],
      Boolean: ['ModerationEnabled', 'RemotePowerShellEnabled'],
      OrganizationalUnitIdParameter: ['OrganizationalUnit'],
      TransportModerationNotificationFlags: ['SendModerationNotifications'],
    }),
    ...refusedAll(
      {
        MacAttachmentFormat: ['MacAttachmentFormat'],
        MessageBodyFormat: ['MessageBodyFormat'],
        MessageFormat: ['MessageFormat'],
        Boolean: ['UsePreferMessageFormat'],
      },
      { sets: ['DisabledUser', 'EnabledUser'] },
    ),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Create a mail user',
      script:
        'New-MailUser -Name Partner -ExternalEmailAddress partner@fabrikam.com -MicrosoftOnlineServicesID partner@contoso.com -Password (ConvertTo-SecureString Sesame-0pen -AsPlainText -Force)',
      expect: 'Partner',
    },
  ],
});
