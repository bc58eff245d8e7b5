import { defineCmdlet, param } from '../define-cmdlet.ts';
import { mailboxComparison } from '../objects/mailbox-comparison.ts';
import { identity } from '../parameter-types.ts';

/** Compares a mailbox of the source with its copy, folder by folder. Ours: the product has no such cmdlet. */
export const compareMigratedMailbox = defineCmdlet({
  name: 'Compare-MigratedMailbox',
  synopsis: 'Compares a mailbox of the source with its copy, folder by folder.',
  description:
    'Reads the whole mailbox on both sides: counts, sizes and hashes of every folder, then of the mailbox. The last line names a file with all of it, to be handed over. Nothing is changed.',
  output: mailboxComparison,
  returns: 'many',
  extension: true,
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  parameters: {
    Identity: param(identity, {
      help: 'E-mail address or GUID of one user.',
      extension: true,
      type: 'MigrationUserIdParameter',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
      completes: 'user',
    }),
  },
  examples: [
    {
      title: 'Prove that a mailbox was copied whole',
      script: 'Compare-MigratedMailbox -Identity annb@contoso.com',
      expect: 'True',
    },
  ],
});
