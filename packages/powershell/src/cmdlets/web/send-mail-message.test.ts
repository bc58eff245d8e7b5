import { expect, test } from 'vitest';
import type { OutgoingMail } from '../../host/mail.ts';
import type { Network } from '../../host/network.ts';
import { nodeFiles } from '../../host/node/node-files.ts';
import { createRunspace } from '../../runtime/runspace.ts';

function run(script: string, fail?: Error) {
  const mails: OutgoingMail[] = [];
  let text = '';
  const write = (part: string): void => void (text += part);
  const network: Network = {
    request: () => [],
    resolve: () => [],
    probe: () => ({ connected: false, address: '', milliseconds: 0 }),
    send: (mail) => {
      if (fail) throw fail;
      mails.push(mail);
    },
  };
  const capabilities = { network, files: nodeFiles(), folder: import.meta.dirname };
  createRunspace({ host: { write, writeError: write, width: 400 }, capabilities }).invoke(script);
  return { mails, text: text.trim() };
}

test('a mail goes out with all that was said, and a warning', () => {
  const { mails, text } =
    run(`$m = @{ From = 'Admin <a@contoso.com>'; To = 'b@contoso.com', 'c@contoso.com'; Subject = 'Über'
    Body = '<b>ü</b>'; BodyAsHtml = $true; Encoding = [Text.Encoding]::UTF8; SmtpServer = 'mail'; Port = 587; UseSsl = $true; Priority = 'High'
    Credential = [pscredential]::new('u', (ConvertTo-SecureString p -AsPlainText -Force)); DNO = 'OnFailure, Delay' }
    Get-Item web-errors.ts | Send-MailMessage @m`);
  expect(text).toMatch(/^WARNING: The command 'Send-MailMessage' is obsolete\./);
  expect(mails).toEqual([
    {
      server: 'mail',
      port: 587,
      encrypted: true,
      login: { user: 'u', password: 'p' },
      from: 'Admin <a@contoso.com>',
      to: ['b@contoso.com', 'c@contoso.com'],
      cc: [],
      bcc: [],
      replyTo: [],
      subject: 'Über',
      body: { text: '<b>ü</b>', isHtml: true },
      priority: 'high',
      notify: ['failure', 'delay'],
      attachments: [{ name: 'web-errors.ts', bytes: expect.any(Uint8Array) as Uint8Array }],
    },
  ]);
});

test('the server may come from $PSEmailServer; without -Encoding mail is ASCII', () => {
  const { mails } = run(
    "$PSEmailServer = 'relay'; Send-MailMessage b@x.de -From a@x.de -Subject 'für' -WarningAction Ignore",
  );
  expect(mails[0]).toMatchObject({ server: 'relay', port: 25, encrypted: false, subject: 'f?r', login: undefined });
});

test.each([
  ['-To b@x.de', 'no SMTP server was specified'],
  ['-To nobody -SmtpServer s', 'is not in the form required for an e-mail address'],
  ['-To b@x.de -SmtpServer s -Encoding utf32', "The encoding 'utf32' of Send-MailMessage is not supported yet"],
  ['-To b@x.de -SmtpServer s', 'Connection refused 127.0.0.1:25'],
])('Send-MailMessage %s is an error', (parameters, text) => {
  const script = `try { Send-MailMessage -From a@x.de ${parameters} -EA Stop -WarningAction Ignore } catch { "$_" }`;
  expect(run(script, new Error('connect ECONNREFUSED 127.0.0.1:25')).text).toContain(text);
});
