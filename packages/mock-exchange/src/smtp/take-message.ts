import { mailDate } from '@cutover/content/render';
import { importMail } from '../mail/import-mail.ts';
import { deliverMail } from '../delivery/deliver-mail.ts';
import type { World } from '../world.ts';

/** What of a session a message tells. */
export interface MailEnvelope {
  readonly envelope: { readonly rcptTo: readonly { readonly address: string }[] };
  readonly hostNameAppearsAs: string;
  readonly remoteAddress: string;
  readonly secure: boolean;
}

/** Puts a message into the Inbox of everybody whom its envelope names, behind a field that says whence it came. */
export async function takeMessage(world: World, session: MailEnvelope, bytes: Uint8Array): Promise<void> {
  const { organisation, store } = world;
  const received = Buffer.from(receivedField(world, session), 'latin1');
  const content = await importMail(organisation, Buffer.concat([received, bytes]));
  const recipients = session.envelope.rcptTo.map(({ address }) => address);
  deliverMail({ organisation, store }, { content, recipients });
}

/** As the SMTP service of Windows Server 2003 writes it. RFC 5321 4.4 */
function receivedField({ organisation, clock }: World, session: MailEnvelope): string {
  const { hostNameAppearsAs: name, remoteAddress, secure } = session;
  const by = `${organisation.server.name} ${secure ? 'over TLS secured channel ' : ''}with Microsoft SMTPSVC(6.0.3790.1830)`;
  const from = `${name.replaceAll(/[^\x21-\x7e]/g, '')} ([${remoteAddress}])`;
  return `Received: from ${from} by ${by};\r\n\t ${mailDate(new Date(clock.now()))}\r\n`;
}
