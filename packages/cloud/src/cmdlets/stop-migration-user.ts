import { bindingErrors, stopMigrationUser } from '@cutover/core';
import { implement } from '../implement.ts';

const cmdlet = stopMigrationUser.definition.name;

export const handler = implement(stopMigrationUser, async function* ({ migration }, { Identity }) {
  if (Identity === undefined) throw bindingErrors.missingMandatoryParameter({ cmdlet, parameters: ['Identity'] });
  await migration.stopUser(Identity);
  yield* [];
});
