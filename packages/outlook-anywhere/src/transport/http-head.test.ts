import { expect, test } from 'vitest';
import { offeredSchemes, parseHttpHead } from './http-head.ts';

const unauthorized = [
  'HTTP/1.1 401 Unauthorized',
  'Server: Microsoft-IIS/6.0',
  'WWW-Authenticate: NTLM',
  'WWW-Authenticate: Basic realm="mail.contoso.com"',
  'Content-Length: 83',
].join('\r\n');

test('the schemes that IIS offers, each with its parameters', () => {
  const head = parseHttpHead(unauthorized)!;
  expect(head).toMatchObject({ status: 401, reason: 'Unauthorized', minorVersion: 1 });
  expect([...offeredSchemes(head)]).toEqual([
    ['NTLM', ''],
    ['Basic', 'realm="mail.contoso.com"'],
  ]);
});

test('the reason of a failed RPC proxy keeps its code', () => {
  expect(parseHttpHead('HTTP/1.0 503 RPC Error: 6ba')).toMatchObject({ status: 503, reason: 'RPC Error: 6ba' });
});

test.each(['', 'SSH-2.0-OpenSSH_9.2', 'HTTP/2 200', 'HTTP/1.1 abc', '220 mail.contoso.com SMTP'])(
  '%j is no HTTP',
  (line) => {
    expect(parseHttpHead(line)).toBeUndefined();
  },
);
