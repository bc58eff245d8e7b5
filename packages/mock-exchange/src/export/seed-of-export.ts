import type { Organisation } from '../organisation/organisation.ts';
import type { Seed } from '../seeds/seed.ts';
import type { MailboxState } from '../store/mailbox-state.ts';
import type { Message } from '../store/message.ts';
import { contentFromJson } from './content-json.ts';
import type { ExportFile } from './export-schema.ts';
import { folderFromJson, lineageFromJson } from './folder-json.ts';

type MailboxJson = ExportFile['mailboxes'][number];

/** The seed that starts a server as it was when it was exported, down to ids and change numbers. */
export function seedOfExport({ organisation, profile, mailboxes }: ExportFile): Seed {
  const known = new Map(mailboxes.map((mailbox) => [mailbox.owner.toLowerCase(), mailbox]));
  return {
    organisation: organisation as unknown as Organisation,
    profile,
    fill: () => undefined,
    state: ({ legacyExchangeDN }) => {
      const mailbox = known.get(legacyExchangeDN.toLowerCase());
      return mailbox && stateOfJson(mailbox);
    },
  };
}

const stateOfJson = ({ lastChangeNumber, folders, messages }: MailboxJson): MailboxState => ({
  lastChangeNumber,
  folders: folders.map(folderFromJson),
  messages: messages.map(messageOfJson),
});

/** The message; its content is made from the JSON whenever it is read. */
const messageOfJson = (json: MailboxJson['messages'][number]): Message => {
  const { deliveredAt, modifiedAt, properties, recipients, attachments, mime, lineage, readers, ...rest } = json;
  return {
    ...rest,
    deliveredAt: BigInt(deliveredAt),
    modifiedAt: BigInt(modifiedAt),
    ...(lineage === undefined ? {} : { lineage: lineageFromJson(lineage) }),
    ...(readers === undefined ? {} : { readers: new Map(Object.entries(readers)) }),
    content: () => contentFromJson({ properties, recipients, attachments, mime }),
  };
};
