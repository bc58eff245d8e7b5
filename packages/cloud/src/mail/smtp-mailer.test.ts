import { createServer, type Socket } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { smtpMailer } from './smtp-mailer.ts';

const sender = { from: 'migration@contoso.com' };
const mail = {
  id: '1',
  date: 0,
  to: ['admin@contoso.com'],
  subject: 'Status',
  text: 'Plain.',
  html: '<p>',
  attachments: [],
};

/** A mail server that knows as much as one mail needs, and keeps what it was told. */
async function mailServer(answerToData: string) {
  const heard: string[] = [];
  const server = createServer((socket: Socket) => {
    socket.write('220 ready\r\n');
    let inData = false;
    socket.on('data', (bytes) => {
      for (const line of bytes.toString().split('\r\n').filter(Boolean)) {
        heard.push(line);
        if (inData && line !== '.') continue;
        if (line === 'DATA') inData = true;
        else if (line === '.') inData = false;
        socket.write(line === 'DATA' ? '354 go on\r\n' : line === '.' ? `${answerToData}\r\n` : '250 ok\r\n');
      }
    });
    socket.on('error', () => undefined);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { heard, port, [Symbol.dispose]: () => void server.close() };
}

test('hands the mail to the server', async () => {
  using server = await mailServer('250 queued');
  await smtpMailer({ host: '127.0.0.1', port: server.port }, sender).send(mail, {});
  expect(server.heard).toContain('MAIL FROM:<migration@contoso.com>');
  expect(server.heard).toContain('RCPT TO:<admin@contoso.com>');
  expect(server.heard).toContain('Subject: Status');
});

test('a refusal is an error that can be tried again', async () => {
  using server = await mailServer('452 disk full');
  const sent = smtpMailer({ host: '127.0.0.1', port: server.port }, sender).send(mail, {});
  await expect(sent).rejects.toMatchObject({ code: 'cloud.mailNotSent', retry: true });
});
