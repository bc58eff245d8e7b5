import { getMailboxFolderStatistics, type MailboxFolder } from '@cutover/core';
import { resultSize } from '../../cmdlets/result-size.ts';
import { folderType, isInScope } from '../../objects/folder-type.ts';
import { recipientFor } from '../../recipients/find-recipients.ts';
import { implementOnPremises } from '../implement-on-premises.ts';
import { sourceOf, viewOf } from '../on-premises-context.ts';
import type { OnPremisesStatistics } from '../on-premises-organisation.ts';

type Folder = OnPremisesStatistics['folders'][number];

export const handler = implementOnPremises(getMailboxFolderStatistics, async function* (context, parameters) {
  const { FolderScope, Identity = '', ResultSize = 'Unlimited' } = parameters;
  const view = await viewOf(context);
  const recipient = recipientFor(view, Identity, { kind: 'mailbox' });
  const { mailboxGuid = recipient.guid } = sourceOf(view, recipient);
  const { folders } = await context.organisation.mailboxStatistics(mailboxGuid, context);
  const objects = folders.map((folder) => toFolder(folder, { alias: recipient.alias, folders }));
  const wanted = objects.filter(({ FolderType }) => isInScope(FolderType, FolderScope));
  yield* resultSize(context, wanted, ResultSize);
});

function toFolder(folder: Folder, { alias, folders }: { alias: string; folders: readonly Folder[] }): MailboxFolder {
  const below = folders.filter(({ path }) => path === folder.path || path.startsWith(`${folder.path}/`));
  return {
    Name: folder.name,
    FolderPath: folder.path,
    FolderId: folder.path,
    FolderType: folderType(folder, folders),
    ContainerClass: '',
    ItemsInFolder: folder.itemCount,
    FolderSize: folder.size,
    ItemsInFolderAndSubfolders: below.reduce((sum, { itemCount }) => sum + itemCount, 0),
    FolderAndSubfolderSize: below.reduce((sum, { size }) => sum + size, 0),
    NewestItemReceivedDate: null,
    OldestItemReceivedDate: null,
    Identity: `${alias}${folder.path.replaceAll('/', '\\')}`,
    IsValid: true,
    ObjectState: 'Unchanged',
  };
}
