import {
  completeMigrationBatch,
  getMailboxStatistics,
  mailboxSignIn,
  newMigrationBatch,
  newMigrationEndpoint,
  psCredential,
  testMailboxSignIn,
} from '@cutover/core';
import { expect, test } from 'vitest';
import { organisationUnderTest, source, type OrganisationUnderTest } from '../testing/organisation-under-test.ts';

/** A company with its first copies, and Ann's first password out of the status mail. */
async function migrated({ session, organisation }: OrganisationUnderTest): Promise<string> {
  await newMigrationEndpoint(session, { Name: 'Contoso', ...source });
  await newMigrationBatch(session, { Name: 'Cutover', SourceEndpoint: 'Contoso', AutoStart: true });
  await organisation.untilIdle();
  const [mail] = organisation.sentMail;
  return /^ann@contoso\.com,Synced,\d+,\d+,(\w{8}),/m.exec(mail!.attachments[0]!.content)![1]!;
}

test('the first password only lets its owner choose another', async () => {
  await using world = organisationUnderTest();
  const first = await migrated(world);
  const signIn = async (password: string, NewPassword?: string) =>
    mailboxSignIn.schema.parse(
      await testMailboxSignIn(world.session, { Credential: psCredential('Ann@contoso.com', password), NewPassword }),
    );
  expect(await signIn(first)).toMatchObject({ Result: 'PasswordChangeRequired', LastLogonTime: null });
  await expect(signIn(first, first)).rejects.toMatchObject({ code: 'cloud.newPasswordUnfit' });
  await expect(signIn(first, 'short')).rejects.toThrow(/at least 8 characters/);
  const chosen = 'Ann chose this 1';
  expect(await signIn(first, chosen)).toMatchObject({ UserPrincipalName: 'ann@contoso.com', Result: 'Success' });
  expect(await signIn(chosen)).toMatchObject({ Result: 'Success', LastLogonTime: new Date(world.clock.now()) });
  await expect(signIn(first)).rejects.toMatchObject({ code: 'cloud.signInRefused' });
  const [statistics] = await getMailboxStatistics(world.session, { Identity: 'ann@contoso.com' });
  expect(statistics!.LastLogonTime).toEqual(new Date(world.clock.now()));
});

test('who is not there is told what a wrong password is told', async () => {
  await using world = organisationUnderTest();
  await migrated(world);
  const message = async (userName: string) => {
    const Credential = psCredential(userName, 'Wr0ng-Pa55word');
    const error: unknown = await testMailboxSignIn(world.session, { Credential }).catch((reason: unknown) => reason);
    return String(error).replace(userName, 'NAME');
  };
  expect(await message('nobody@contoso.com')).toBe(await message('ann@contoso.com'));
  expect(await message('ann@contoso.com')).not.toContain('Wr0ng');
});

test('a sign-in before the completion is warned of', async () => {
  await using world = organisationUnderTest();
  const Credential = psCredential('ann@contoso.com', await migrated(world));
  await testMailboxSignIn(world.session, { Credential });
  expect(world.warnings).toEqual([
    expect.stringMatching(/ann@contoso\.com isn't complete \(Synced\).*should not sign in/),
  ]);
  world.warnings.length = 0;
  await completeMigrationBatch(world.session, { Identity: 'Cutover' });
  await world.organisation.untilIdle();
  await testMailboxSignIn(world.session, { Credential });
  expect(world.warnings).toEqual([]);
});
