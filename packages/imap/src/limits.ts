/** Bounds on what a client may send, each with its reason. */
export const imapLimits = {
  /** A command without its literals; Exchange 2003 takes 10 KB, long sets of ids of today's clients need more. */
  commandText: 64 * 1024,
  /** A literal that is not a message: names, passwords and search texts are short. */
  literal: 16 * 1024,
  /** All literals of one command that carries no message. */
  literals: 64 * 1024,
  /** A message that is appended, unless the server is told otherwise: the default of Exchange 2003. */
  messageSize: 10 * 1024 * 1024,
  /** Ranges of one sequence set: what a client makes of a mailbox read in part. */
  ranges: 10_000,
  /** Keys of one search, each held against every message. */
  searchKeys: 500,
  /** Parentheses in one another. */
  depth: 50,
  /** Items of one FETCH. */
  fetchItems: 200,
  /** Commands in a row that cannot be read; a client that goes on is none of IMAP. */
  badCommands: 20,
  /** Parts in one another of a message whose structure is told. */
  partDepth: 100,
  /** Parts of one message. */
  parts: 10_000,
} as const;
