import { defineCmdlet, param, refusedAll } from '../define-cmdlet.ts';
import { identity, shouldProcess, switchParameter } from '../parameter-types.ts';

/** Removes a mailbox with everything in it. Source: Exchange `Remove-Mailbox`. */
export const removeMailbox = defineCmdlet({
  name: 'Remove-Mailbox',
  synopsis: 'Removes a mailbox with everything in it.',
  description: 'Nothing of it is kept: a later batch of the migration makes and fills it anew.',
  output: null,
  returns: 'none',
  sets: ['Identity', 'StoreMailboxIdentity', 'Default'],
  cutoverSets: ['Identity', 'Default'],
  confirms: { action: 'Removing the mailbox', impact: 'High' },
  parameters: {
    Force: param(switchParameter, { type: 'SwitchParameter', help: 'Does not ask.' }),
    Identity: param(identity, {
      type: 'MailboxIdParameter',
      help: 'Name, alias, e-mail address, sign-in name, GUID or distinguished name of a mailbox.',
      sets: ['Identity', 'Default'],
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
    }),
    ...refusedAll({ SwitchParameter: ['Migration', 'PublicFolder'] }),
    ...refusedAll(
      {
        SwitchParameter: [
          'Arbitration',
          'AuditLog',
          'AuxAuditLog',
          'IgnoreDefaultScope',
          'IgnoreLegalHold',
          'RemoveArbitrationMailboxWithOABsAllowed',
          'RemoveLastArbitrationMailboxAllowed',
          'SupervisoryReviewPolicy',
        ],
        Fqdn: ['DomainController'],
      },
      { sets: ['Identity', 'StoreMailboxIdentity'] },
    ),
    ...refusedAll(
      { DatabaseIdParameter: ['Database'], StoreMailboxIdParameter: ['StoreMailboxIdentity'] },
      { sets: ['StoreMailboxIdentity'], mandatory: true },
    ),
    ...refusedAll({ Boolean: ['Permanent'] }, { sets: ['Identity'] }),
    ...refusedAll(
      { SwitchParameter: ['PermanentlyDelete', 'RemoveCNFPublicFolderMailboxPermanently'] },
      { sets: ['Default'] },
    ),
    ...shouldProcess,
  },
  examples: [{ title: 'Remove a mailbox', script: 'Remove-Mailbox -Identity annb@contoso.com -Confirm:$false' }],
});
