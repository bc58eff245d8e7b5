import { expect, test } from 'vitest';
import { sourceNames } from './source-names.ts';

const connection = { host: '127.0.0.1', port: 8443, ca: 'PEM' };
const names = sourceNames({ 'autodiscover.contoso.com': connection, 'Mail.Contoso.com': {} });

test('an overridden host is found where the override says', () => {
  expect(names.addressOf!('AUTODISCOVER.contoso.com', 443)).toEqual(connection);
});

test('nobody else of its domain exists, nor speaks plain HTTP', async () => {
  for (const host of ['contoso.com', 'www.contoso.com']) expect(names.addressOf!(host, 443)).toBeNull();
  expect(names.addressOf!('autodiscover.contoso.com', 80)).toBeNull();
  expect(await names.servicesOf!('_autodiscover._tcp.contoso.com')).toEqual([]);
});

test('other domains are left to DNS', async () => {
  expect(names.addressOf!('autodiscover.fabrikam.com', 443)).toBeUndefined();
  expect(names.addressOf!('mycontoso.com', 443)).toBeUndefined();
  expect(await names.servicesOf!('_autodiscover._tcp.fabrikam.com')).toBeUndefined();
  expect(sourceNames({}).addressOf!('contoso.com', 443)).toBeUndefined();
});
