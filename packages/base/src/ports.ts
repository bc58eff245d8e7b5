/** Time as a port: real in production, stepped in tests, scaled in a rehearsal. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** Resolves after `ms` of this clock; rejects with the signal's reason when it is aborted first. */
  sleep(ms: number, options?: { signal?: AbortSignal | undefined }): Promise<void>;
}

/** Randomness as a port. Passwords and keys need a cryptographic source; tests may be given a seeded one. */
export interface Random {
  /** `length` random bytes. */
  bytes(length: number): Uint8Array;
}

/** Where new identifiers come from. */
export interface Ids {
  /** A GUID as text, lower case with hyphens. */
  guid(): string;
}
