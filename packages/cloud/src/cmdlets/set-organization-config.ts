import { setOrganizationConfig } from '@cutover/core';
import { implement } from '../implement.ts';

export const handler = implement(setOrganizationConfig, async function* ({ unitOfWork, values }, parameters) {
  unitOfWork.transaction(() => {
    for (const [name, value] of Object.entries(parameters)) if (value !== undefined) values.set(name, String(value));
  });
  yield* [];
});
