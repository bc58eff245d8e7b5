import { type MockExchange, renderMessage } from '@cutover/mock-exchange';

/** A message as a mail client should have it, its bytes in base64. */
export interface Rendering {
  readonly uid: number;
  readonly bytes: string;
}

/** Every message (those in and below the folder `without` aside) below the top that an owner sees, as it is rendered: what a client that reads the mailbox whole must have. */
export async function renderingsOf(
  mock: MockExchange,
  alias: string,
  { without }: { without?: string } = {},
): Promise<Rendering[]> {
  const { mailbox } = mock.mailbox(alias);
  const found: Rendering[] = [];
  const left = mailbox.children(mailbox.wellKnown('ipmSubtree')).filter(({ name }) => name === without);
  const leftOut = new Set(left.flatMap(({ id }) => [id, ...mailbox.descendants(id).map((below) => below.id)]));
  for (const folder of mailbox.descendants(mailbox.wellKnown('ipmSubtree'))) {
    if (leftOut.has(folder.id)) continue;
    for (const message of mailbox.messages(folder.id, { associated: false })) {
      const bytes = Buffer.from(await renderMessage(mock.organisation, message)).toString('base64');
      found.push({ uid: message.id, bytes });
    }
  }
  return found;
}
