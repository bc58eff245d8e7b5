import { expect, test } from 'vitest';
import { createEnvironment } from './environment.ts';

const environmentOf = (names: { exchangeServer?: string; rpcProxyServer?: string }) =>
  createEnvironment({
    exchangeServer: 'EXCH-MSG-1',
    rpcProxyServer: 'mail.contoso.com',
    credential: { userName: 'CONTOSO\\annb', password: 'x' },
    ...names,
  });

test.each(['EXCH-MSG-1', 'EXCH-MSG-1.contoso.com', '616e6e62-4063-6f6e-746f-736f02000000@contoso.com'])(
  '%s names a mailbox server',
  (exchangeServer) => {
    expect(environmentOf({ exchangeServer })).toMatchObject({ exchangeServer });
  },
);

test.each([
  [{ exchangeServer: '' }],
  [{ exchangeServer: '@contoso.com' }],
  [{ exchangeServer: 'a b' }],
  [{ exchangeServer: 'a@b@c' }],
  [{ rpcProxyServer: 'guid@contoso.com' }],
])('%j names none', (names) => {
  expect(() => environmentOf(names)).toThrow('must be the name of a server');
});
