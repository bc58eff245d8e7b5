import { z } from 'zod';
import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { umMailbox } from '../objects/on-premises.ts';
import { domainController, identity, sortBy, unlimitedCount } from '../parameter-types.ts';

/** Lists the mailboxes that are enabled for Unified Messaging. Source: Exchange `Get-UMMailbox`. */
export const getUMMailbox = defineCmdlet({
  name: 'Get-UMMailbox',
  side: 'both',
  synopsis: 'Lists the mailboxes that are enabled for Unified Messaging.',
  description: 'A mailbox is migrated only after Unified Messaging was disabled for it.',
  output: umMailbox,
  returns: 'many',
  sets: ['AnrSet', 'Identity'],
  cutoverSets: ['Identity', 'AnrSet'],
  parameters: {
    Anr: param(z.string().min(1), {
      type: 'String',
      help: 'Keeps what has this at the beginning of a name or address.',
      sets: ['AnrSet'],
    }),
    Filter: param(z.string().min(1), {
      type: 'String',
      help: "Keeps the objects that meet a condition, for example: Name -like 'A*'.",
    }),
    Identity: param(identity, {
      type: 'MailboxIdParameter',
      help: 'Name, alias, e-mail address, sign-in name, GUID or distinguished name of a mailbox.',
      sets: ['Identity'],
      position: 0,
      pipeline: 'value and property',
    }),
    ResultSize: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many objects to list at most, 1000 when it is left out; Unlimited lists all.',
    }),
    DomainController: domainController,
    SortBy: sortBy,
    ...refusedAll({
      PSCredential: ['Credential'],
      SwitchParameter: ['IgnoreDefaultScope', 'ReadFromDomainController'],
      OrganizationalUnitIdParameter: ['OrganizationalUnit'],
    }),
  },
  examples: [{ title: 'List the mailboxes with Unified Messaging', script: 'Get-UMMailbox -ResultSize Unlimited' }],
});
