import { shortId } from '../../ics/index.ts';
import { le } from '../../le.ts';
import { yesNo } from '../fields.ts';
import { defineRop } from '../rop.ts';
import { taggedValue } from '../rop-value.ts';

/** [MS-OXCROPS] 2.2.7.1 */
export const submitMessage = defineRop({
  name: 'RopSubmitMessage',
  id: 0x32,
  handles: 'input',
  request: { submitFlags: le.u8 },
  response: {},
});

/** [MS-OXCROPS] 2.2.7.2 */
export const abortSubmit = defineRop({
  name: 'RopAbortSubmit',
  id: 0x34,
  handles: 'input',
  request: { folderId: shortId, messageId: shortId },
  response: {},
});

const textList = le.transform(
  le.rest(le.latin1z),
  (texts) => texts,
  (texts: readonly string[]) => [...texts],
);

/** [MS-OXCROPS] 2.2.7.3 */
export const getAddressTypes = defineRop({
  name: 'RopGetAddressTypes',
  id: 0x49,
  handles: 'input',
  request: {},
  response: { count: le.u16, types: le.sized(le.u16, textList) },
});

/** [MS-OXCROPS] 2.2.7.4 */
export const setSpooler = defineRop({
  name: 'RopSetSpooler',
  id: 0x47,
  handles: 'input',
  request: {},
  response: {},
});

/** [MS-OXCROPS] 2.2.7.5 */
export const spoolerLockMessage = defineRop({
  name: 'RopSpoolerLockMessage',
  id: 0x48,
  handles: 'input',
  request: { messageId: shortId, lockState: le.u8 },
  response: {},
});

/** [MS-OXCROPS] 2.2.7.6 */
export const transportSend = defineRop({
  name: 'RopTransportSend',
  id: 0x4a,
  handles: 'input',
  request: {},
  response: { noPropertiesReturned: yesNo, values: le.counted(le.u16, taggedValue) },
});

/** [MS-OXCROPS] 2.2.7.7 */
export const transportNewMail = defineRop({
  name: 'RopTransportNewMail',
  id: 0x51,
  handles: 'input',
  request: { messageId: shortId, folderId: shortId, messageClass: le.latin1z, messageFlags: le.u32 },
  response: {},
});

/** [MS-OXCROPS] 2.2.7.8 */
export const getTransportFolder = defineRop({
  name: 'RopGetTransportFolder',
  id: 0x6d,
  handles: 'input',
  request: {},
  response: { folderId: shortId },
});

/** [MS-OXCROPS] 2.2.7.9 */
export const optionsData = defineRop({
  name: 'RopOptionsData',
  id: 0x6f,
  handles: 'input',
  request: { addressType: le.latin1z, wantWin32: le.u8 },
  response: { reserved: le.u8, optionsInfo: le.prefixed(le.u16), helpFile: le.prefixed(le.u16) },
});
