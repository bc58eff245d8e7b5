/** Binds target, ledger and sync state: what `work` writes through any port is kept together or not at all. */
export interface UnitOfWork {
  /** Runs `work`, which must not wait for anything, and commits; a throw undoes everything. Nested calls join. */
  transaction<T>(work: () => T): T;
}
