import { z } from 'zod';
import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { recipient } from '../objects/recipients.ts';
import { domainController, enumerators, identity, sortBy, unlimitedCount } from '../parameter-types.ts';
import { recipientTypeDetails, recipientTypes } from '../objects/enumerations.ts';

/** Lists everything that mail can be addressed to. Source: Exchange `Get-Recipient`. */
export const getRecipient = defineCmdlet({
  name: 'Get-Recipient',
  side: 'both',
  synopsis: 'Lists everything that mail can be addressed to.',
  description: '',
  output: recipient,
  returns: 'many',
  sets: ['AnrSet', 'Identity', 'DatabaseSet', 'RecipientPreviewFilterSet'],
  cutoverSets: ['Identity', 'AnrSet', 'RecipientPreviewFilterSet'],
  onPremisesSets: ['DatabaseSet'],
  parameters: {
    Anr: param(z.string().min(1), {
      type: 'String',
      help: 'Keeps what has this at the beginning of a name or address.',
      sets: ['AnrSet'],
    }),
    Database: param(identity, {
      type: 'DatabaseIdParameter',
      help: 'Keeps the mailboxes of this database of the on-premises organization.',
      sets: ['AnrSet', 'DatabaseSet'],
      pipeline: 'value and property',
      onPremises: true,
    }),
    DomainController: domainController,
    Filter: param(z.string().min(1), {
      type: 'String',
      help: "Keeps the objects that meet a condition, for example: Department -eq 'Sales'.",
    }),
    Identity: param(identity, {
      type: 'RecipientIdParameter',
      help: 'Name, alias, e-mail address, sign-in name, GUID or distinguished name of a recipient.',
      sets: ['Identity'],
      position: 0,
      pipeline: 'value and property',
    }),
    RecipientPreviewFilter: param(z.string().min(1), {
      type: 'String',
      help: 'Keeps who would be in a dynamic distribution group with this condition.',
      sets: ['RecipientPreviewFilterSet'],
    }),
    RecipientType: param(enumerators(recipientTypes), {
      type: 'RecipientType[]',
      help: 'Keeps the objects of these types.',
      values: recipientTypes,
    }),
    RecipientTypeDetails: param(enumerators(recipientTypeDetails), {
      type: 'RecipientTypeDetails[]',
      help: 'Keeps the objects of these kinds.',
      values: recipientTypeDetails,
    }),
    ResultSize: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many objects to list at most, 1000 when it is left out; Unlimited lists all.',
    }),
    SortBy: sortBy,
    ...refusedAll({
      PSCredential: ['Credential'],
      SwitchParameter: ['IgnoreDefaultScope', 'IncludeSoftDeletedRecipients', 'ReadFromDomainController'],
      OrganizationalUnitIdParameter: ['OrganizationalUnit'],
      'String[]': ['Properties'],
      PropertySet: ['PropertySet'],
    }),
    ...refusedAll(
      {
        AuthenticationType: ['AuthenticationType'],
        MultiValuedProperty: ['Capabilities'],
        SwitchParameter: ['IncludeManagerWithDisplayName'],
      },
      { sets: ['AnrSet', 'Identity', 'RecipientPreviewFilterSet'] },
    ),
    ...refusedAll({ String: ['BookmarkDisplayName'], Boolean: ['IncludeBookmarkObject'] }, { sets: ['Identity'] }),
  },
  examples: [{ title: 'List all recipients', script: 'Get-Recipient', expect: 'Ann Beebe' }],
});
