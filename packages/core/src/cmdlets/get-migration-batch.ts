import { z } from 'zod';
import { defineCmdlet, param, refused } from '../define-cmdlet.ts';
import { migrationBatchStatuses } from '../objects/enumerations.ts';
import { migrationBatch } from '../objects/migration-batch.ts';
import { enumerator, identity, switchParameter, unlimitedCount } from '../parameter-types.ts';

/** Lists migration batches. Source: Exchange Online `Get-MigrationBatch`. */
export const getMigrationBatch = defineCmdlet({
  name: 'Get-MigrationBatch',
  synopsis: 'Lists migration batches with their state.',
  description: 'Without parameters it lists every batch of the organization, oldest first.',
  output: migrationBatch,
  returns: 'many',
  sets: ['Identity', 'BatchesFromEndpoint', 'BatchesByEndpoint', 'BatchesByStatus'],
  cutoverSets: ['Identity', 'BatchesByStatus', 'BatchesByEndpoint', 'BatchesFromEndpoint'],
  parameters: {
    Diagnostic: param(switchParameter, {
      type: 'SwitchParameter',
      sets: ['Identity', 'BatchesFromEndpoint'],
      help: 'Adds diagnostic information.',
    }),
    DiagnosticArgument: refused({ type: 'String', sets: ['Identity', 'BatchesFromEndpoint'] }),
    DiagnosticInfo: param(z.string().min(1), {
      type: 'String',
      sets: ['Identity', 'BatchesByEndpoint', 'BatchesByStatus'],
      help: 'Adds diagnostic information.',
    }),
    DomainController: refused({ type: 'Fqdn', sets: ['Identity', 'BatchesFromEndpoint'] }),
    Endpoint: param(identity, {
      type: 'MigrationEndpointIdParameter',
      help: 'Keeps the batches that use this endpoint.',
      sets: ['BatchesFromEndpoint', 'BatchesByEndpoint'],
      completes: 'endpoint',
    }),
    Identity: param(identity, {
      type: 'MigrationBatchIdParameter',
      help: 'Name or GUID of one batch.',
      sets: ['Identity'],
      position: 0,
      pipeline: 'value and property',
      completes: 'batch',
    }),
    IncludeReport: param(switchParameter, { type: 'SwitchParameter', help: 'Adds the report of what was done.' }),
    Partition: refused({ type: 'MailboxIdParameter', sets: ['Identity', 'BatchesByEndpoint', 'BatchesByStatus'] }),
    ResultSize: param(unlimitedCount, {
      type: 'Unlimited',
      help: 'How many batches to list at most, 1000 when it is left out; Unlimited lists all.',
      sets: ['Identity', 'BatchesByEndpoint', 'BatchesByStatus'],
    }),
    Status: param(enumerator(migrationBatchStatuses), {
      type: 'MigrationBatchStatus',
      help: 'Keeps the batches in this state.',
      sets: ['Identity', 'BatchesFromEndpoint', 'BatchesByStatus'],
      values: migrationBatchStatuses,
    }),
  },
  examples: [
    { title: 'Show one batch', script: 'Get-MigrationBatch -Identity Cutover', expect: 'Cutover' },
    {
      title: 'Find the batches that have synced',
      script: 'Get-MigrationBatch -Status Synced',
      expect: 'Cutover',
    },
  ],
});
