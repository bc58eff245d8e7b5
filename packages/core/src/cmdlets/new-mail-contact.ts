import { z } from 'zod';
import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { mailContact } from '../objects/recipients.ts';
import { domainController, shouldProcess } from '../parameter-types.ts';

/** Makes a mail contact. Source: Exchange `New-MailContact`. */
export const newMailContact = defineCmdlet({
  name: 'New-MailContact',
  synopsis: 'Makes a mail contact.',
  description: '',
  output: mailContact,
  returns: 'one',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Creating the mail contact', impact: 'Medium' },
  parameters: {
    Alias: param(z.string().min(1), { type: 'String', help: 'Short name.' }),
    DisplayName: param(z.string().min(1), { type: 'String', help: 'Name that people see.' }),
    DomainController: domainController,
    ExternalEmailAddress: param(z.string().min(3), {
      type: 'ProxyAddress',
      help: 'Where mail goes to.',
      mandatory: true,
    }),
    FirstName: param(z.string(), { type: 'String', help: 'First name.' }),
    LastName: param(z.string(), { type: 'String', help: 'Last name.' }),
    Name: param(z.string().min(1), { type: 'String', help: 'Name of the contact.', mandatory: true, position: 0 }),
    ...refusedAll({
      MailboxIdParameter: ['ArbitrationMailbox'],
      String: ['Initials'],
      MacAttachmentFormat: ['MacAttachmentFormat'],
      MessageBodyFormat: ['MessageBodyFormat'],
      MessageFormat: ['MessageFormat'],
      MultiValuedProperty: ['ModeratedBy'],
      Boolean: ['ModerationEnabled', 'UsePreferMessageFormat'],
      OrganizationalUnitIdParameter: ['OrganizationalUnit'],
      SmtpAddress: ['PrimarySmtpAddress'],
      TransportModerationNotificationFlags: ['SendModerationNotifications'],
    }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Make a contact',
      script: 'New-MailContact -Name Partner -ExternalEmailAddress partner@fabrikam.com',
      expect: 'Partner',
    },
  ],
});
