import { z } from 'zod';
import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { umMailbox } from '../objects/on-premises.ts';
import { domainController, identity, shouldProcess } from '../parameter-types.ts';

/** Disables a mailbox for Unified Messaging. Source: Exchange `Disable-UMMailbox`. */
export const disableUMMailbox = defineCmdlet({
  name: 'Disable-UMMailbox',
  side: 'both',
  synopsis: 'Disables a mailbox for Unified Messaging.',
  description: 'It is done in the on-premises organization before the mailbox is migrated.',
  output: umMailbox,
  returns: 'one',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  confirms: { action: 'Disabling the mailbox for Unified Messaging', impact: 'High' },
  parameters: {
    Identity: param(identity, {
      type: 'MailboxIdParameter',
      help: 'Name, alias, e-mail address, sign-in name, GUID or distinguished name of a mailbox.',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
    }),
    KeepProperties: param(z.boolean(), {
      type: 'Boolean',
      help: 'Whether the extensions are kept for the time when it is enabled again, which is the default; $false forgets them.',
    }),
    DomainController: domainController,
    ...refusedAll({ SwitchParameter: ['IgnoreDefaultScope'] }),
    ...shouldProcess,
  },
  examples: [
    {
      title: 'Disable Unified Messaging before a migration',
      script:
        'Enable-UMMailbox annb@contoso.com -UMMailboxPolicy Standard; Disable-UMMailbox -Identity annb@contoso.com -Confirm:$false',
      expect: 'Ann Beebe',
    },
  ],
});
