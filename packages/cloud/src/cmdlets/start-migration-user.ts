import { bindingErrors, startMigrationUser } from '@cutover/core';
import { implement } from '../implement.ts';

const cmdlet = startMigrationUser.definition.name;

export const handler = implement(startMigrationUser, async function* ({ administrator, migration }, { Identity }) {
  if (Identity === undefined) throw bindingErrors.missingMandatoryParameter({ cmdlet, parameters: ['Identity'] });
  migration.startUser(Identity, { by: administrator });
  yield* [];
});
