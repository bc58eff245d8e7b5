import { z } from 'zod';
import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { distributionGroup } from '../objects/recipients.ts';
import { domainController, enumerators, identity, sortBy, unlimitedCount } from '../parameter-types.ts';
import { recipientTypeDetails } from '../objects/enumerations.ts';

/** Lists the distribution groups of the organization. Source: Exchange `Get-DistributionGroup`. */
export const getDistributionGroup = defineCmdlet({
  name: 'Get-DistributionGroup',
  side: 'both',
  synopsis: 'Lists the distribution groups of the organization.',
  description: '',
  output: distributionGroup,
  returns: 'many',
  sets: ['AnrSet', 'Identity', 'ManagedBySet'],
  cutoverSets: ['Identity', 'AnrSet', 'ManagedBySet'],
  parameters: {
    Anr: param(z.string().min(1), {
      type: 'String',
      help: 'Keeps what has this at the beginning of a name or address.',
      sets: ['AnrSet'],
    }),
    DomainController: domainController,
    Filter: param(z.string().min(1), {
      type: 'String',
      help: "Keeps the objects that meet a condition, for example: Department -eq 'Sales'.",
    }),
    Identity: param(identity, {
      type: 'DistributionGroupIdParameter',
      help: 'Name, alias, e-mail address or GUID of a group.',
      sets: ['Identity'],
      position: 0,
      pipeline: 'value and property',
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
      SwitchParameter: [
        'IgnoreDefaultScope',
        'IncludeAcceptMessagesOnlyFromDLMembersWithDisplayNames',
        'IncludeAcceptMessagesOnlyFromSendersOrMembersWithDisplayNames',
        'IncludeAcceptMessagesOnlyFromWithDisplayNames',
        'IncludeBypassModerationFromSendersOrMembersWithDisplayNames',
        'IncludeGrantSendOnBehalfToWithDisplayNames',
        'IncludeManagedByWithDisplayNames',
        'IncludeModeratedByWithDisplayNames',
        'ReadFromDomainController',
      ],
      OrganizationalUnitIdParameter: ['OrganizationalUnit'],
    }),
    ManagedBy: param(identity, {
      type: 'GeneralRecipientIdParameter',
      help: 'Keeps the groups of this manager.',
      sets: ['ManagedBySet'],
    }),
  },
  examples: [{ title: 'List all groups', script: 'Get-DistributionGroup' }],
});
