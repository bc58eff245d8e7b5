import { le } from '../../le.ts';
import { room } from '../fields.ts';
import { defineRop } from '../rop.ts';

/** [MS-OXCROPS] 2.2.9.1 */
export const openStream = defineRop({
  name: 'RopOpenStream',
  id: 0x2b,
  handles: 'both',
  request: { tag: le.u32, openModeFlags: le.u8 },
  response: { streamSize: le.u32 },
});

/** [MS-OXCROPS] 2.2.9.2 */
export const readStream = defineRop({
  name: 'RopReadStream',
  id: 0x2c,
  handles: 'input',
  request: { byteCount: room(le.u32) },
  response: { data: le.prefixed(le.u16) },
  failureValue: { data: new Uint8Array() },
});

/** [MS-OXCROPS] 2.2.9.6 */
export const getStreamSize = defineRop({
  name: 'RopGetStreamSize',
  id: 0x5e,
  handles: 'input',
  request: {},
  response: { streamSize: le.u32 },
});
