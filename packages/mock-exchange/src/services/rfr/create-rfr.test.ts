import { rfrInterface } from '@cutover/wire/rfr';
import { describe, expect, test } from 'vitest';
import { sample } from '../nspi/testing/open-session.ts';
import { callerOf } from '../testing/caller.ts';
import { createRfr } from './create-rfr.ts';

const { getNewDsa, getFqdnFromServerDn } = rfrInterface.operations;
const call = callerOf(createRfr({ ports: [6002], organisation: () => sample }));

describe('RfrGetNewDSA', () => {
  test('names the server, and leaves out what the client left out', async () => {
    const server = { text: null };
    expect(await call(getNewDsa, { flags: 0, userDN: '/o=x', unused: null, server })).toEqual({
      unused: null,
      server: { text: 'EXCH-MSG-1.contoso.com' },
      result: 0,
    });
    const ask = { flags: 0, userDN: '/o=x', unused: { text: null }, server: null };
    expect(await call(getNewDsa, ask)).toEqual({ unused: { text: null }, server: null, result: 0 });
  });
});

describe('RfrGetFQDNFromServerDN', () => {
  const dn = sample.server.legacyExchangeDN;
  test.each([
    ['the server, case aside', dn.toUpperCase(), dn.length + 1, 'EXCH-MSG-1.contoso.com', 0],
    ['an unknown one', `${dn}x`, dn.length + 2, null, 0x8004010f],
    ['too short a length', dn, 9, null, 0x80070057],
    ['too great a length', dn, 1025, null, 0x80070057],
  ])('%s', async (_title, serverDN, length, fqdn, result) => {
    expect(await call(getFqdnFromServerDn, { flags: 0, length, serverDN })).toEqual({ fqdn, result });
  });
});
