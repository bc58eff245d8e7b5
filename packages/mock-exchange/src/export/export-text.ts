import type { Organisation } from '../organisation/organisation.ts';
import type { InformationStore } from '../store/information-store.ts';
import { type MailboxState, stateOf } from '../store/mailbox-state.ts';
import type { Message } from '../store/message.ts';
import { contentToJson } from './content-json.ts';
import { exportVersion } from './export-schema.ts';
import { folderToJson, lineageToJson } from './folder-json.ts';

/** What an export is made of. */
export interface Exported {
  readonly organisation: Organisation;
  readonly store: InformationStore;
  readonly profile: string;
}

/**
 * Everything that a server holds, as JSON in pieces: directory, accounts with passwords, rights, mailboxes with ids, change
 * numbers and contents. No more than one message is in memory at a time. `loadSeed` makes a seed of it.
 */
export function* exportText({ organisation, store, profile }: Exported): Generator<string> {
  const head = { export: exportVersion, profile, organisation };
  yield `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "mailboxes": [`;
  const publicFolders = organisation.publicDatabase?.legacyExchangeDN ?? [];
  for (const [index, owner] of [...store.owners, publicFolders].flat().entries()) {
    yield `${index === 0 ? '' : ','}\n    `;
    yield* mailboxText(owner, stateOf(store.mailbox(owner)!));
  }
  yield '\n  ]\n}\n';
}

function* mailboxText(owner: string, { lastChangeNumber, folders, messages }: MailboxState): Generator<string> {
  const head = { owner, lastChangeNumber, folders: folders.map(folderToJson) };
  yield `${JSON.stringify(head).slice(0, -1)},"messages":[`;
  let separator = '\n      ';
  for (const message of messages) {
    yield separator + JSON.stringify(messageToJson(message));
    separator = ',\n      ';
  }
  yield ']}';
}

function messageToJson(message: Message): unknown {
  const { id, folderId, associated, changeNumber, readChangeNumber, read, deliveredAt, modifiedAt, lineage, readers } =
    message;
  return {
    id,
    folderId,
    associated,
    changeNumber,
    readChangeNumber,
    read,
    deliveredAt: String(deliveredAt),
    modifiedAt: String(modifiedAt),
    ...(lineage === undefined ? {} : { lineage: lineageToJson(lineage) }),
    ...(readers === undefined ? {} : { readers: Object.fromEntries(readers) }),
    ...contentToJson(message.content()),
  };
}
