import { steppedClock } from '@cutover/base';
import { createMailbox } from '../memory-mailbox.ts';
import type { Mailbox } from '../mailbox.ts';

/** A new mailbox on a clock that stands still. */
export const emptyMailbox = (options: { inUse?: () => void } = {}): Mailbox =>
  createMailbox({
    ...options,
    guid: '11111111-2222-3333-4444-555555555555',
    replicaGuid: 'aabbccdd-eeff-0011-2233-445566778899',
    legacyExchangeDN: '/o=Contoso/ou=First Administrative Group/cn=Recipients/cn=annb',
    displayName: 'Ann Beebe',
    clock: steppedClock(Date.UTC(2004, 10, 1, 10)),
  });
