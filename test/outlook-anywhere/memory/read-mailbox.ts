import { connectOutlookAnywhere } from '@cutover/outlook-anywhere';

/** Reads every item of a mailbox by the port in the first argument, looking at each byte once; prints bytes and peak memory. */
const port = Number(process.argv[2]);
await using session = await connectOutlookAnywhere({
  exchangeServer: 'EXCH-MSG-1.contoso.com',
  rpcProxyServer: 'mail.contoso.com',
  credential: { userName: 'CONTOSO\\annb', password: 'Passw0rd!' },
  address: { host: '127.0.0.1', port },
  security: { scheme: 'http' },
});
await using mailbox = await session.openMailbox({ legacyExchangeDN: session.userDN!, asAdministrator: false });
let bytes = 0;
const sync = mailbox.syncContents(mailbox.wellKnownFolders.inbox);
for await (const change of sync) {
  if (change.kind !== 'item') continue;
  for await (const chunk of change.content) bytes += chunk.length;
}
const { maxRSS } = process.resourceUsage();
process.stdout.write(`${JSON.stringify({ bytes, peakMegabytes: maxRSS / 1024 })}\n`);
