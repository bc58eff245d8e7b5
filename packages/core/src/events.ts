import { defineEvent } from '@cutover/base';

/** What the SDK tells whoever listens on node:diagnostics_channel, under `cutover:core.…`; secrets are hidden. */
export const coreEvents = {
  /** A typed function called a cmdlet. */
  called: defineEvent<{ cmdlet: string; parameters: object }>('core.called'),
  /** The cmdlet came to its end, by an error or not; `records` came until then. */
  ended: defineEvent<{ cmdlet: string; records: number; error?: unknown }>('core.ended'),
  /** The REST endpoint answered one request; `attempt` counts from 1. */
  answered: defineEvent<{ url: string; status: number; attempt: number; requestId: string | undefined }>(
    'core.answered',
  ),
};
