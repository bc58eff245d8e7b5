import { defineEvent } from '@cutover/base';
import type { SqlDatabase, UnitOfWork } from '@cutover/migration';

/** Published right before and right after each commit, `number` counting from 1 since the database was opened. */
export const commitEvent = defineEvent<{ moment: 'before' | 'after'; number: number }>('cloud.commit');

/** Transactions on the database's one connection; what is begun inside of another joins it. */
export function createUnitOfWork(database: SqlDatabase): UnitOfWork {
  let open = false;
  let number = 0;
  return {
    transaction: (work) => {
      if (open) return work();
      database.exec('BEGIN IMMEDIATE');
      open = true;
      try {
        const result = work();
        number++;
        commitEvent.publish({ moment: 'before', number });
        database.exec('COMMIT');
        commitEvent.publish({ moment: 'after', number });
        return result;
      } catch (error) {
        rollBack(database);
        throw error;
      } finally {
        open = false;
      }
    },
  };
}

/** SQLite itself has rolled back after some errors, a full disk for one. */
function rollBack(database: SqlDatabase): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // Nothing is open any more; the first error tells why.
  }
}
