import { describeGolden } from '../testing/golden.ts';
import { hex } from '../testing/hex.ts';
import { rfrInterface } from './rfr-interface.ts';

const { getNewDsa, getFqdnFromServerDn } = rfrInterface.operations;

describeGolden('RFR', [
  {
    // As impacket's hRfrGetNewDSA sends it.
    name: 'RfrGetNewDSA with an empty server name',
    codec: getNewDsa.request,
    value: { flags: 0, userDN: '/o=a', unused: null, server: { text: '' } },
    bytes: hex`00000000 05000000 00000000 05000000 2f6f3d6100 000000 00000000 00000200 04000200
      01000000 00000000 01000000 00`,
  },
  {
    name: 'RfrGetNewDSA answered',
    codec: getNewDsa.response,
    value: { unused: { text: null }, server: { text: 'gc' }, result: 0 },
    bytes: hex`00000200 00000000 04000200 08000200 03000000 00000000 03000000 676300 00 00000000`,
  },
  {
    name: 'RfrGetFQDNFromServerDN',
    codec: getFqdnFromServerDn.request,
    value: { flags: 0, length: 11, serverDN: '/o=x/cn=EX' },
    bytes: hex`00000000 0b000000 0b000000 00000000 0b000000 2f6f3d782f636e3d455800`,
  },
  {
    name: 'a server that is not known',
    codec: getFqdnFromServerDn.response,
    value: { fqdn: null, result: 0x8004010f },
    bytes: hex`00000000 0f010480`,
  },
]);
