import { describeGolden } from '../testing/golden.ts';
import { hex } from '../testing/hex.ts';
import { mgmtInterface } from './mgmt-interface.ts';

const { inquireInterfaceIds, isServerListening, inquirePrincipalName } = mgmtInterface.operations;

describeGolden('MGMT', [
  {
    name: 'two interfaces: the pointers stand before what they point to',
    codec: inquireInterfaceIds.response,
    value: {
      vector: {
        count: 2,
        ids: [
          { uuid: 'a4f1db00-ca47-1067-b31f-00dd010662da', majorVersion: 0, minorVersion: 81 },
          { uuid: mgmtInterface.uuid, majorVersion: 1, minorVersion: 0 },
        ],
      },
      status: 0,
    },
    bytes: hex`00000200 02000000 02000000 04000200 08000200
      00dbf1a4 47ca 6710 b31f 00dd010662da 0000 5100  80bda8af 8a7d c911 bef4 08002b102989 0100 0000  00000000`,
  },
  {
    name: 'the server listens',
    codec: isServerListening.response,
    value: { status: 0, listening: 1 },
    bytes: hex`00000000 01000000`,
  },
  {
    name: 'no principal',
    codec: inquirePrincipalName.response,
    value: { name: '', status: 0x6d3 },
    bytes: hex`01000000 00000000 01000000 00 000000 d3060000`,
  },
]);
