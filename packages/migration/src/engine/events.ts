import { defineEvent } from '@cutover/base';
import type { BatchStatus } from '../states/batch-states.ts';
import type { UserStatus } from '../states/user-states.ts';

/** A batch has come into another state. */
export const batchEvent = defineEvent<{ batchGuid: string; name: string; status: BatchStatus }>('migration.batch');

/** A user has come into another state. */
export const userEvent = defineEvent<{ userGuid: string; emailAddress: string; status: UserStatus }>('migration.user');

/** Items of a mailbox were committed. */
export const progressEvent = defineEvent<{
  userGuid: string;
  emailAddress: string;
  items: number;
  bytes: number;
}>('migration.progress');
