import { OrganisationBuilder, type MailboxBuilder, type Seed } from '@cutover/mock-exchange';
import { encodedLength, messagesOf, pools, type Workload, type WorkMessage } from './workload.ts';

/** The workload as an organisation; a body of n bytes of mail has n bytes in the store, as text of two bytes a character. */
export function workloadSeed(workload: Workload): Seed {
  const builder = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com', number: workload.seed });
  const pool = pools(workload.seed);
  for (let index = 0; index < workload.mailboxes; index++) {
    const fill = (mailbox: MailboxBuilder): void => {
      for (const message of messagesOf(workload, index)) add(mailbox, message, pool);
    };
    builder.user({ alias: `u${String(index).padStart(3, '0')}`, displayName: `User ${index}`, fill });
  }
  return builder.account({ userName: 'administrator' }).grantReceiveAs('administrator').build();
}

function add(mailbox: MailboxBuilder, message: WorkMessage, pool: ReturnType<typeof pools>): void {
  const { offset, bodyBytes, attachmentBytes, kind } = message;
  const data = pool.data.subarray(offset, offset + encodedLength(attachmentBytes));
  mailbox.add(message.folder, {
    type: 'mail',
    subject: message.subject,
    from: message.from,
    to: ['u000'],
    sentAt: message.sentAt,
    read: true,
    ...(kind === 'html'
      ? { html: pool.text.slice(offset, offset + bodyBytes) }
      : { text: pool.text.slice(offset, offset + bodyBytes / 2) }),
    ...(attachmentBytes > 0 ? { attachments: [{ name: 'document.doc', data }] } : {}),
  });
}
