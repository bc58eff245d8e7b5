import { defineErrors } from '@cutover/base';
import type { BatchView } from '../records/batch.ts';
import type { UserStatus } from '../states/user-states.ts';
import { contactEntry, groupEntry, mailboxEntry } from './entries.ts';
import type { FakeStep } from './fake-source.ts';
import { type ServiceUnderTest, serviceUnderTest } from './service-under-test.ts';

/** Failures of a source, one that passes and one that does not. */
export const failures = defineErrors('fake', {
  lost: { category: 'ConnectionError', retry: true, message: () => 'The connection was lost.' },
  denied: { category: 'PermissionDenied', message: () => 'The account has no right to open the mailbox.' },
});

/** Two mailboxes with four messages, two groups of which one is in the other, and a contact. */
export function company(): ServiceUnderTest {
  const entries = [
    groupEntry('staff', ['sales', 'ann']),
    groupEntry('sales', ['bob', 'pat']),
    mailboxEntry('ann'),
    mailboxEntry('bob'),
    contactEntry('pat'),
  ];
  const under = serviceUnderTest(entries);
  under.source.deliver('ann', 'Inbox', [{ pieces: ['a', '1'] }, { pieces: ['a2'] }]);
  under.source.deliver('ann', 'Sent Items', [{ pieces: ['a3'] }]);
  under.source.deliver('bob', 'Inbox', [{ pieces: ['b1'] }]);
  return under;
}

/** `count` messages that can be told apart. */
export const bulk = (count: number): { pieces: string[] }[] =>
  Array.from({ length: count }, (_, index) => ({ pieces: [`bulk ${index}`] }));

export const batchOf = ({ service }: ServiceUnderTest, name = 'Cutover'): BatchView => service.findBatch(name)!;

/** States by alias. */
export const statesOf = ({ service }: ServiceUnderTest): Record<string, UserStatus> =>
  Object.fromEntries(service.users().map(({ emailAddress, status }) => [emailAddress.split('@')[0]!, status]));

/** Holds the source at the first step that meets the condition, until it is released or aborted. */
export function held(
  under: ServiceUnderTest,
  condition: (step: FakeStep) => boolean,
): { promise: Promise<void>; release(): void } {
  const arrived = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  under.source.onStep = (step) => {
    if (!condition(step)) return undefined;
    arrived.resolve();
    return new Promise((resolve, reject) => {
      void released.promise.then(resolve);
      step.signal?.addEventListener('abort', () => reject(step.signal?.reason as Error));
    });
  };
  const release = (): void => {
    under.source.onStep = () => undefined;
    released.resolve();
  };
  return { promise: arrived.promise, release };
}
