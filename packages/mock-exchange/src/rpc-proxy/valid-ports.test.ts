import { expect, test } from 'vitest';
import { defaultValidPorts, isValidPort, parseRpcTarget, parseValidPorts } from './valid-ports.ts';

const ranges = parseValidPorts('SRV:6001-6002;srv.dom:6001-6002; SRV:6004 ;nonsense;SRV:;:80;srv.dom:593');

test.each([
  ['SRV', 6001, true],
  ['srv', 6002, true],
  ['Srv', 6003, false],
  ['SRV', 6004, true],
  ['srv.dom', 6004, false],
  ['SRV.DOM', 593, true],
  ['other', 6001, false],
])('%s:%i may be reached: %s', (server, port, allowed) => {
  expect(isValidPort(ranges, { server, port })).toBe(allowed);
});

test('an entry that is malformed is passed over', () => {
  expect(ranges).toHaveLength(4);
});

test('by default every port is open under both names of the server', () => {
  const value = defaultValidPorts({ name: 'srv.dom', netBiosName: 'SRV', legacyExchangeDN: '/o=x' });
  expect(value).toBe('SRV:593;SRV:6001-6002;SRV:6004;srv.dom:593;srv.dom:6001-6002;srv.dom:6004');
});

test.each([
  ['EXCH-MSG-1:6001', { server: 'EXCH-MSG-1', port: 6001 }],
  ['EXCH-MSG-1', undefined],
  ['EXCH-MSG-1:', undefined],
  ['a:1:2', undefined],
  ['a:1&b', undefined],
  ['', undefined],
])('the query %j', (query, target) => {
  expect(parseRpcTarget(query)).toEqual(target);
});
