import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HeadReader } from './head-reader.ts';
import { HttpRefusal } from './http-refusal.ts';
import { parseRequestHead } from './request-head.ts';

const text =
  'RPC_IN_DATA /rpc/rpcproxy.dll?EXCH-MSG-1:6001 HTTP/1.1\r\nHost: mail.contoso.com\r\nContent-Length:  1073741824 \r\n\r\n';

describe('parseRequestHead', () => {
  test('a channel of an RPC client', () => {
    const head = parseRequestHead(text.trim());
    expect(head).toMatchObject({
      method: 'RPC_IN_DATA',
      path: '/rpc/rpcproxy.dll',
      query: 'EXCH-MSG-1:6001',
      version: '1.1',
      contentLength: 1073741824,
    });
    expect(head.headers.get('host')).toBe('mail.contoso.com');
  });

  test.each([
    ['http://mail.contoso.com/rpc/rpcproxy.dll?A:593', '/rpc/rpcproxy.dll', 'A:593'],
    ['HTTPS://mail.contoso.com:8443', '/', ''],
    ['/rpc/%72pcproxy.dll?%41:593', '/rpc/rpcproxy.dll', '%41:593'],
    ['*', '*', ''],
  ])('the target %s', (target, path, query) => {
    expect(parseRequestHead(`RPC_OUT_DATA ${target} HTTP/1.0`)).toMatchObject({ path, query, version: '1.0' });
  });

  test('a header that comes twice is one list', () => {
    const head = parseRequestHead('GET / HTTP/1.1\nAccept: a\nACCEPT: b');
    expect(head.headers.get('accept')).toBe('a, b');
  });

  test.each([
    ['no request line', ''],
    ['another protocol', 'GET / HTTP/2.0'],
    ['a header without colon', 'GET / HTTP/1.1\r\nHost'],
    ['a folded header', 'GET / HTTP/1.1\r\nHost: a\r\n b'],
    ['a length that is no number', 'GET / HTTP/1.1\r\nContent-Length: -1'],
    ['two lengths', 'GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2'],
    ['a bad escape', 'GET /%zz HTTP/1.1'],
  ])('%s is a bad request', (_name, head) => {
    expect(() => parseRequestHead(head)).toThrow(expect.objectContaining({ status: 400 }));
  });

  test('any text is a head or is refused', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (line, header) => {
        try {
          parseRequestHead(`GET ${line} HTTP/1.1\r\n${header}`);
        } catch (error) {
          expect(error).toBeInstanceOf(HttpRefusal);
        }
      }),
    );
  });
});

describe('HeadReader', () => {
  const bytes = Buffer.from(`\r\n${text}\x05\x00`, 'latin1');

  test('wherever the bytes are cut, the head is the same and what follows it is left', () => {
    for (let cut = 0; cut <= bytes.length; cut++) {
      const reader = new HeadReader({ limit: 1024 });
      const first = reader.push(bytes.subarray(0, cut));
      const done = first ?? reader.push(bytes.subarray(cut));
      expect(done?.text, `cut at ${cut}`).toBe(text.trim());
      const behind = first ? Buffer.concat([done!.rest, bytes.subarray(cut)]) : done!.rest;
      expect(Buffer.from(behind).toString('hex')).toBe('0500');
    }
  });

  test('two heads in one piece come one after the other', () => {
    const reader = new HeadReader({ limit: 1024 });
    const first = reader.push(Buffer.from('GET /1 HTTP/1.1\n\nGET /2 HTTP/1.1\n\n'));
    expect(first?.text).toBe('GET /1 HTTP/1.1');
    expect(reader.push(first!.rest)?.text).toBe('GET /2 HTTP/1.1');
  });

  test('more than the limit is refused before the head is complete', () => {
    const reader = new HeadReader({ limit: 64 });
    reader.push(Buffer.alloc(60, 'a'));
    expect(() => reader.push(Buffer.alloc(5, 'a'))).toThrow(expect.objectContaining({ status: 431 }));
  });
});
