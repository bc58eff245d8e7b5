import { generatedBytes, MockExchange, OrganisationBuilder } from '@cutover/mock-exchange';

/** Serves one mailbox with one message, whose attachment is as large as the first argument says; prints the port of HTTP. */
const size = Number(process.argv[2]);
const seed = new OrganisationBuilder({ name: 'Contoso', domain: 'contoso.com' })
  .user({
    alias: 'annb',
    displayName: 'Ann Beebe',
    password: 'Passw0rd!',
    fill: (mailbox) =>
      mailbox.add('inbox', {
        type: 'mail',
        subject: 'The film',
        sentAt: new Date('2004-05-03T09:30:00Z'),
        attachments: [{ name: 'film.avi', data: generatedBytes(size, 'film') }],
      }),
  })
  .build();
const mock = await MockExchange.start({ seed, httpPort: 0 });
process.stdout.write(`${new URL(mock.httpUrl!).port}\n`);
