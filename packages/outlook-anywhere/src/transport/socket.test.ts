import { createServer } from 'node:net';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { authority, expiredCertificate, serverCertificate } from '../testing/certificates.ts';
import { scriptedServer } from '../testing/scripted-server.ts';
import { openSocket } from './socket.ts';
import type { SocketTarget } from './socket-target.ts';

const never = new AbortController().signal;
const quiet = { bytes: () => undefined, end: () => undefined };
const targetOf = (port: number, more: Partial<SocketTarget> = {}): SocketTarget => ({
  proxy: 'mail.contoso.com',
  host: '127.0.0.1',
  port,
  tls: false,
  acceptUntrustedCertificates: false,
  minimumTls: 'TLSv1',
  ...more,
});

describe('openSocket', () => {
  test('bytes arrive in order, and the end is told once', async () => {
    await using server = await scriptedServer((socket) => void socket.end('220 hello'));
    let text = '';
    const reason = await new Promise<string>((end) => {
      void openSocket(targetOf(server.port), { bytes: (view) => (text += Buffer.from(view).toString()), end }, never);
    });
    expect({ text, reason }).toEqual({ text: '220 hello', reason: 'the other side closed it' });
  });

  test('a name that does not exist', async () => {
    const target = targetOf(443, { proxy: 'no-such-host.invalid', host: 'no-such-host.invalid' });
    await expect(openSocket(target, quiet, never)).rejects.toMatchObject({
      code: 'outlookAnywhere.hostNotFound',
      context: { proxy: 'no-such-host.invalid' },
    });
  });

  test('a port on which nobody listens', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    server.close();
    await once(server, 'close');
    await expect(openSocket(targetOf(port), quiet, never)).rejects.toMatchObject({
      code: 'outlookAnywhere.connectFailed',
      context: { reason: 'ECONNREFUSED' },
    });
  });

  test('an abort while connecting leaves nothing open', async () => {
    await using server = await scriptedServer(() => undefined);
    const controller = new AbortController();
    const opening = openSocket(targetOf(server.port, { tls: true }), quiet, controller.signal);
    controller.abort(new Error('stop'));
    await expect(opening).rejects.toThrow('stop');
    await expect.poll(() => server.open.size).toBe(0);
  });
});

describe('openSocket with TLS', () => {
  const cases: [what: string, certificate: string, more: Partial<SocketTarget>, code: string | undefined][] = [
    ['a trusted certificate', serverCertificate, { ca: authority }, undefined],
    ['an unknown authority', serverCertificate, {}, 'certificateNotTrusted'],
    ['another name', serverCertificate, { ca: authority, proxy: 'owa.contoso.com' }, 'certificateNameMismatch'],
    ['a certificate that is over', expiredCertificate, { ca: authority }, 'certificateExpired'],
    ['any certificate, if any is accepted', expiredCertificate, { acceptUntrustedCertificates: true }, undefined],
  ];

  test.each(cases)('%s', async (_what, certificate, more, code) => {
    await using server = await scriptedServer(() => undefined, { certificate });
    const opening = openSocket(targetOf(server.port, { tls: true, ...more }), quiet, never);
    if (code) await expect(opening).rejects.toMatchObject({ code: `outlookAnywhere.${code}` });
    else (await opening).close();
  });

  test('the error names the certificate', async () => {
    await using server = await scriptedServer(() => undefined, { certificate: serverCertificate });
    await expect(openSocket(targetOf(server.port, { tls: true }), quiet, never)).rejects.toThrow(
      "The SSL certificate of mail.contoso.com (CN=mail.contoso.com, issued by CN=Contoso Test CA) doesn't chain to a trusted authority",
    );
  });

  describe('a server that speaks TLS 1.0 alone, as Windows Server 2003', () => {
    const windows2003 = () =>
      scriptedServer(() => undefined, {
        certificate: serverCertificate,
        tls: { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' },
      });

    test('is spoken to', async () => {
      await using server = await windows2003();
      const socket = await openSocket(targetOf(server.port, { tls: true, ca: authority }), quiet, never);
      expect(socket.tls?.getProtocol()).toBe('TLSv1');
      socket.close();
    });

    test('is refused where a newer version is asked for', async () => {
      await using server = await windows2003();
      const target = targetOf(server.port, { tls: true, ca: authority, minimumTls: 'TLSv1.2' });
      await expect(openSocket(target, quiet, never)).rejects.toMatchObject({ code: 'outlookAnywhere.tlsFailed' });
    });
  });

  test('the best version that both sides have is taken', async () => {
    await using server = await scriptedServer(() => undefined, { certificate: serverCertificate });
    const socket = await openSocket(targetOf(server.port, { tls: true, ca: authority }), quiet, never);
    expect(socket.tls?.getProtocol()).toBe('TLSv1.3');
    socket.close();
  });

  test.each(['TLSv1.2', 'TLSv1.3'] as const)(
    'a second connection by %s resumes the first, checked as it was',
    async (version) => {
      await using server = await scriptedServer((socket) => void socket.write('x'), {
        certificate: serverCertificate,
        tls: { maxVersion: version },
      });
      const target = targetOf(server.port, { tls: true, ca: authority });
      const reused: (boolean | undefined)[] = [];
      for (let time = 0; time < 2; time++) {
        let bytes = 0;
        const socket = await openSocket(target, { ...quiet, bytes: (view) => void (bytes += view.length) }, never);
        await expect.poll(() => bytes).toBe(1);
        reused.push(socket.tls?.isSessionReused());
        expect(socket.tls?.authorized).toBe(true);
        socket.close();
      }
      expect(reused).toEqual([false, true]);
      const stranger = targetOf(server.port, { tls: true });
      await expect(openSocket(stranger, quiet, never)).rejects.toMatchObject({
        code: 'outlookAnywhere.certificateNotTrusted',
      });
    },
  );

  test('an authority that is none is refused', async () => {
    await using server = await scriptedServer(() => undefined, { certificate: serverCertificate });
    const ca = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----';
    await expect(openSocket(targetOf(server.port, { tls: true, ca }), quiet, never)).rejects.toMatchObject({
      code: 'outlookAnywhere.invalidOption',
    });
  });

  test('a server that speaks no TLS', async () => {
    await using server = await scriptedServer((socket) => void socket.end('HTTP/1.0 400 Bad Request\r\n\r\n'));
    await expect(openSocket(targetOf(server.port, { tls: true }), quiet, never)).rejects.toMatchObject({
      code: 'outlookAnywhere.tlsFailed',
    });
  });
});
