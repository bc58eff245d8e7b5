import { expect, test } from 'vitest';
import { migrationErrors } from '../errors.ts';
import { company } from '../testing/company.ts';

const compared = (under: ReturnType<typeof company>, identity = 'ann@contoso.com') =>
  Array.fromAsync(under.service.compareMailbox(identity));

test('a mailbox that was copied is equal, folder by folder', async () => {
  await using under = company();
  await under.migrate();
  const folders = await compared(under);
  expect(folders).toMatchObject([
    { folder: 'Inbox', source: { items: 2, bytes: 4 }, target: { items: 2, bytes: 4 }, isEqual: true },
    { folder: 'Sent Items', source: { items: 1 }, isEqual: true },
  ]);
  for (const { source, target } of folders) expect(target).toEqual(source);
});

test('what is missing, other, too much or unreadable is counted', async () => {
  await using under = company();
  const [damaged] = under.source.deliver('ann', 'Inbox', [
    { breaks: migrationErrors.itemUnreadable({ reason: 'damaged' }) },
  ]);
  await under.migrate();
  const [first, second] = [...under.source.folder('ann', 'Inbox').messages.keys()];
  under.source.change('ann', 'Inbox', first!, { pieces: ['other'] });
  under.source.remove('ann', 'Inbox', second!);
  under.source.deliver('ann', 'Inbox', [{}, {}]);
  expect(damaged).toBeDefined();
  const [inbox] = await compared(under);
  expect(inbox).toMatchObject({ differing: 1, extra: 1, missing: 2, unreadable: 1, skipped: 1, isEqual: false });
});

test('what is no mailbox, or was not made yet, cannot be compared', async () => {
  await using under = company();
  await under.migrate();
  await expect(compared(under, 'staff@contoso.com')).rejects.toThrow(/only mailboxes/);
  await expect(compared(under, 'nobody@contoso.com')).rejects.toThrow(/can't be found/);
});
