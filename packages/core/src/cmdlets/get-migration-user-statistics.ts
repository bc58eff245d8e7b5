import { z } from 'zod';
import { defineCmdlet, param, refused } from '../define-cmdlet.ts';
import { migrationUserStatistics } from '../objects/migration-user-statistics.ts';
import { domainController, identity, partition, switchParameter } from '../parameter-types.ts';

/** Shows how far one user has come. Source: Exchange Online `Get-MigrationUserStatistics`. */
export const getMigrationUserStatistics = defineCmdlet({
  name: 'Get-MigrationUserStatistics',
  synopsis: 'Shows how far the migration of one user has come, and what went wrong.',
  description:
    'Counts, sizes and durations of one user; -IncludeSkippedItems lists what was left out, with the reason for each item.',
  output: migrationUserStatistics,
  returns: 'many',
  sets: ['(All)'],
  cutoverSets: ['(All)'],
  parameters: {
    Diagnostic: param(switchParameter, { type: 'SwitchParameter', help: 'Adds diagnostic information.' }),
    DiagnosticArgument: refused({ type: 'String' }),
    DiagnosticInfo: param(z.string().min(1), { type: 'String', help: 'Adds diagnostic information.' }),
    DomainController: domainController,
    Identity: param(identity, {
      type: 'MigrationUserIdParameter',
      help: 'E-mail address or GUID of one user.',
      mandatory: true,
      position: 0,
      pipeline: 'value and property',
      completes: 'user',
    }),
    IncludeCopilotReport: refused({ type: 'SwitchParameter' }),
    IncludeReport: param(switchParameter, { type: 'SwitchParameter', help: 'Adds the report of what was done.' }),
    IncludeSkippedItems: param(switchParameter, {
      type: 'SwitchParameter',
      help: 'Lists the items that were left out.',
    }),
    LimitSkippedItemsTo: param(z.int().nonnegative(), {
      type: 'Int32',
      help: 'How many skipped items to list at most.',
    }),
    Partition: partition,
    SkipSubscription: refused({ type: 'SwitchParameter' }),
  },
  examples: [
    {
      title: 'Show one user',
      script: 'Get-MigrationUserStatistics -Identity annb@contoso.com',
      expect: 'annb@contoso.com',
    },
    {
      title: 'Show what was left out',
      script: 'Get-MigrationUserStatistics -Identity annb@contoso.com -IncludeSkippedItems',
      expect: 'annb@contoso.com',
    },
  ],
});
