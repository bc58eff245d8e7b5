/**
 * Scripts of administrators within a program: objects and streams come back typed, and what a script asks is answered by the program.
 */
import { embeddedOrganisation } from '@cutover/cloud';
import { connect } from '@cutover/core';
import { MockExchange } from '@cutover/mock-exchange';
import { createShell } from '@cutover/shell';

await using exchange = await MockExchange.start();
const { password } = exchange.accounts.find(({ userName }) => userName === 'administrator')!;
const { port } = new URL(exchange.url);
const place = { host: '127.0.0.1', port: Number(port), ca: exchange.certificateAuthority };
await using session = connect(
  embeddedOrganisation({ data: ':memory:', connections: { [exchange.proxyServer]: place } }),
);

await using shell = createShell({
  session,
  // The person in front of the scripts. Whatever stays without an answer is an error of the script: it never waits in vain.
  answers: ({ text, secret }) => {
    if (secret) return password;
    return text.startsWith('User') ? String.raw`CONTOSO\administrator` : 'Contoso';
  },
  onProgress: ({ activity, status }) => console.log(`${activity}: ${status}`),
});

const made = await shell.invoke(
  `param($Server, $Proxy)
   $name = Read-Host 'Name of the endpoint'
   $credential = Get-Credential
   Write-Progress -Activity 'Looking' -Status $Proxy
   New-MigrationEndpoint -ExchangeOutlookAnywhere -Name $name -ExchangeServer $Server -RpcProxyServer $Proxy -Credentials $credential`,
  { parameters: { Server: exchange.exchangeServer, Proxy: exchange.proxyServer } },
);
const [endpoint] = made.output as { Identity: string; MaxConcurrentMigrations: number }[];
console.log(`${endpoint!.Identity} copies ${endpoint!.MaxConcurrentMigrations} mailboxes at once.`);

// Variables and functions live on from script to script; errors and warnings are told apart from the output.
await shell.invoke('function Get-Name { Get-MigrationEndpoint | ForEach-Object Identity }');
const { output, errors, warnings } = await shell.invoke(
  "Get-Name; Get-MigrationBatch Missing; Write-Warning 'careful'",
);
console.log(
  output,
  warnings,
  errors.map(({ message }) => message),
);

// A script is stopped as by Ctrl-C: what it does in `finally` is done, and the shell goes on.
const { ended, information } = await shell.invoke("try { Start-Sleep 3600 } finally { Write-Host 'cleaned up' }", {
  signal: AbortSignal.timeout(500),
});
console.log(ended, information);
