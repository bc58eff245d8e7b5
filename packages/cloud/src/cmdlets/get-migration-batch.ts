import { getMigrationBatch, migrationErrors } from '@cutover/core';
import { implement } from '../implement.ts';
import { batchOutput } from './batch-output.ts';
import { resultSize } from './result-size.ts';

export const handler = implement(getMigrationBatch, async function* (context, parameters) {
  const { Endpoint, Identity, IncludeReport: includeReport, ResultSize, Status } = parameters;
  const diagnostic = parameters.Diagnostic === true || parameters.DiagnosticInfo !== undefined;
  const { migration, writeError } = context;
  if (Identity !== undefined) {
    const batch = migration.findBatch(Identity);
    // A missing object is non-terminating in Exchange: the pipeline goes on with the next identity.
    if (!batch) return writeError(migrationErrors.batchNotFound({ identity: Identity }), Identity);
    if (Status === undefined || batch.status === Status)
      yield batchOutput(context, batch, { includeReport, diagnostic });
    return;
  }
  if (Endpoint !== undefined && !migration.findEndpoint(Endpoint)) {
    return writeError(migrationErrors.endpointNotFound({ identity: Endpoint }), Endpoint);
  }
  const batches = migration
    .batches({ endpoint: Endpoint })
    .filter(({ status }) => Status === undefined || status === Status);
  for (const batch of resultSize(context, batches, ResultSize))
    yield batchOutput(context, batch, { includeReport, diagnostic });
});
