import { generatedBytes, OrganisationBuilder, type MailboxBuilder, type Seed } from '@cutover/mock-exchange';
import { seededRandom } from '@cutover/base';

const folders = [['Inbox'], ['Inbox', 'Projects'], ['Sent Items'], ['Archive', '2003', 'Q4 / Übersicht']];

/** An organisation whose copy takes long enough to be killed in: `messages` a mailbox, two of them long ones. */
export function crashSeed({ mailboxes, messages }: { mailboxes: number; messages: number }): Seed {
  const builder = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com', number: 50 });
  for (let index = 0; index < mailboxes; index++) {
    const alias = `user${index}`;
    builder.user({ alias, displayName: `User ${index}`, fill: (mailbox) => fill(mailbox, { alias, messages }) });
  }
  builder.user({ alias: 'administrator', displayName: 'Administrator' });
  return builder.grantReceiveAs('administrator').build();
}

function fill(mailbox: MailboxBuilder, { alias, messages }: { alias: string; messages: number }): void {
  const random = seededRandom(Buffer.from(alias).reduce((sum, byte) => sum * 31 + byte, 7) >>> 0);
  for (let index = 0; index < messages; index++) {
    // Two of a mailbox's messages are so long that they are staged before they are adopted.
    const isLong = index % Math.ceil(messages / 2) === 7;
    const size = isLong ? 3_000_000 : random.integer(0, 20_000);
    const data = generatedBytes(size, `${alias}/${index}`);
    mailbox.add(random.pick(folders), {
      type: 'mail',
      subject: `Message ${index} of ${alias}`,
      from: 'administrator',
      to: [alias],
      sentAt: new Date(Date.UTC(2004, 0, 1) + index * 60_000),
      text: 'x'.repeat(random.integer(10, 3000)),
      read: index % 3 === 0,
      ...(index % 4 === 0 || isLong ? { attachments: [{ name: 'data.bin', data }] } : {}),
    });
  }
}
