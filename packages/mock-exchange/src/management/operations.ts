import { z } from 'zod';
import { findMailboxUser, type Permission } from '../organisation/organisation.ts';
import type { OutlookAnywhereSettings } from '../organisation/outlook-anywhere.ts';
import type { MailboxUser } from '../organisation/recipient.ts';
import type { UnifiedMessaging } from '../organisation/unified-messaging.ts';
import { describeOrganisation, describeRecipients, isSamePermission } from './describe-organisation.ts';
import { mailboxStatistics } from './mailbox-statistics.ts';
import type { ManagedWorld } from './managed-world.ts';
import type { ManagementAnswer, Operation } from './operation.ts';
import { testOperations } from './test-operations.ts';

const text = z.string().min(1);
const authentication = z.enum(['Basic', 'Ntlm', 'Negotiate']);

const permission = z.union([
  z.strictObject({ right: z.literal('FullAccess'), account: text, mailbox: text }),
  z.strictObject({ right: z.literal('ReceiveAs'), account: text, database: text }),
]);

const outlookAnywhere = z.strictObject({
  externalHostname: text,
  clientAuthenticationMethod: authentication,
  iisAuthenticationMethods: z.array(authentication).min(1),
  sslOffloading: z.boolean(),
});

const unifiedMessaging = z.strictObject({ policy: text, extensions: z.array(text) });

const done: ManagementAnswer = { status: 204 };
const notFound: ManagementAnswer = { status: 404, body: { error: 'There is no such object.' } };
const ok = (body: unknown): ManagementAnswer => ({ status: 200, body });

const withMailbox = (
  world: ManagedWorld,
  guid: string,
  answer: (owner: MailboxUser) => ManagementAnswer,
): ManagementAnswer => {
  const owner = world.live.current.recipients.find(
    (one): one is MailboxUser => one.kind === 'mailbox' && one.mailboxGuid === guid.toLowerCase(),
  );
  return owner === undefined ? notFound : answer(owner);
};

function grant({ live }: ManagedWorld, given: Permission): ManagementAnswer {
  const { accounts, databases, permissions } = live.current;
  const has = accounts.some(({ userPrincipalName }) => userPrincipalName.toLowerCase() === given.account.toLowerCase());
  const target =
    given.right === 'FullAccess'
      ? findMailboxUser(live.current, given.mailbox)
      : databases.find(({ legacyExchangeDN }) => legacyExchangeDN.toLowerCase() === given.database.toLowerCase());
  if (!has || target === undefined) return notFound;
  if (!permissions.some((one) => isSamePermission(one, given))) live.change({ permissions: [...permissions, given] });
  return done;
}

function revoke({ live }: ManagedWorld, given: Permission): ManagementAnswer {
  const { permissions } = live.current;
  const left = permissions.filter((one) => !isSamePermission(one, given));
  if (left.length === permissions.length) return notFound;
  live.change({ permissions: left });
  return done;
}

function setUnifiedMessaging(
  { live }: ManagedWorld,
  owner: MailboxUser,
  setting: UnifiedMessaging | undefined,
): ManagementAnswer {
  const { unifiedMessaging: _before, ...rest } = owner;
  const changed: MailboxUser = setting === undefined ? rest : { ...rest, unifiedMessaging: setting };
  live.change({ recipients: live.current.recipients.map((one) => (one === owner ? changed : one)) });
  return done;
}

/** Everything that the endpoint does. */
export const operations: readonly Operation[] = [
  { method: 'GET', path: '/organisation', run: (world) => ok(describeOrganisation(world)) },
  { method: 'GET', path: '/recipients', run: ({ live }) => ok(describeRecipients(live.current)) },
  { method: 'GET', path: '/permissions', run: ({ live }) => ok(live.current.permissions) },
  {
    method: 'PUT',
    path: '/permissions',
    accepts: permission,
    run: (world, { body }) => grant(world, body as Permission),
  },
  {
    method: 'DELETE',
    path: '/permissions',
    accepts: permission,
    run: (world, { body }) => revoke(world, body as Permission),
  },
  {
    method: 'GET',
    path: '/mailboxes/:name/statistics',
    run: (world, { name }) =>
      withMailbox(world, name, ({ legacyExchangeDN }) => {
        const mailbox = world.store.mailbox(legacyExchangeDN);
        return mailbox === undefined ? notFound : ok(mailboxStatistics(mailbox));
      }),
  },
  {
    method: 'PUT',
    path: '/mailboxes/:name/unified-messaging',
    accepts: unifiedMessaging,
    run: (world, { name, body }) =>
      withMailbox(world, name, (owner) => setUnifiedMessaging(world, owner, body as UnifiedMessaging)),
  },
  {
    method: 'DELETE',
    path: '/mailboxes/:name/unified-messaging',
    run: (world, { name }) => withMailbox(world, name, (owner) => setUnifiedMessaging(world, owner, undefined)),
  },
  {
    method: 'PUT',
    path: '/outlook-anywhere',
    accepts: outlookAnywhere,
    run: ({ live }, { body }) => {
      live.change({ outlookAnywhere: body as OutlookAnywhereSettings });
      return done;
    },
  },
  {
    method: 'DELETE',
    path: '/outlook-anywhere',
    run: ({ live }) => {
      live.change({ outlookAnywhere: null });
      return done;
    },
  },
  ...testOperations,
];
