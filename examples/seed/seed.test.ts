import { join } from 'node:path';
import { systemClock } from '@cutover/base';
import { loadSeed, openSeed, type Mailbox } from '@cutover/mock-exchange';
import { expect, test } from 'vitest';

// An organisation of one's own: `mock-exchange-2003 --seed examples/seed/fabrikam/seed.json` serves it.
const seed = await loadSeed(join(import.meta.dirname, 'fabrikam/seed.json'));
const store = openSeed(seed, { clock: systemClock });

const mailboxOf = (alias: string): Mailbox => {
  const owner = seed.organisation.recipients.find((recipient) => recipient.alias === alias);
  return store.mailbox(owner!.legacyExchangeDN)!;
};
const filled = (mailbox: Mailbox): Record<string, number> =>
  Object.fromEntries(
    mailbox
      .descendants(mailbox.wellKnown('ipmSubtree'))
      .map(({ id, name }) => [name, mailbox.counts(id).normal] as const)
      .filter(([, count]) => count > 0),
  );

test('people come from the seed itself and from a directory in CSV', () => {
  const { recipients } = seed.organisation;
  expect(recipients.map(({ kind, alias }) => `${kind} ${alias}`)).toEqual([
    'mailbox guido',
    'contact ping',
    'mailbox lola',
    'group everybody',
  ]);
});

test('mail, appointments and contacts come from files, each to its folder', () => {
  expect(filled(mailboxOf('guido'))).toEqual({ Inbox: 1, old: 1, Calendar: 1, Contacts: 1, '2011': 2 });
});

test('or are written down in the seed', () => {
  expect(filled(mailboxOf('lola'))).toEqual({ Inbox: 1, Calendar: 1, 'København/Malmö': 1 });
});

test('what the files held and could not be understood is told', () => {
  expect(seed.problems?.map(({ reason }) => reason)).toEqual([
    "'CN=Laser 4,OU=Things,DC=fabrikam,DC=com' is neither user, group nor contact with mail",
    'its boundary does not occur in the body',
  ]);
});
