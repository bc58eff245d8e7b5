import { le } from '@cutover/wire';
import { type GlobalId, globalId } from '@cutover/wire/ics';
import type { ObjectId } from './object-id.ts';
import { objectIdOf } from './object-id.ts';
import type { RawValues } from './sync-stream.ts';

const padded = le.struct('PaddedGid', { id: globalId, padding: le.u16 });

/** ExtendedErrorInfo, as far as it is used. [MS-OXCFXICS] 2.2.2.9 */
const extendedErrorInfo = le.struct('ExtendedErrorInfo', {
  version: le.u16,
  padding: le.u16,
  errorCode: le.u32,
  folder: padded,
  message: padded,
});

/** What an FXErrorInfo block tells: why an item was given up, and which if it says so. */
export interface ErrorInfo {
  readonly code: number;
  readonly id: ObjectId | undefined;
}

// The block's one property. [MS-OXCFXICS] 2.2.4.3.4
const errorTag = 0x00000102;
const unspecified = 0x80004005;

/** Reads the properties after FXErrorInfo; what does not follow the layout is an unspecified error. */
export function readErrorInfo(values: RawValues): ErrorInfo {
  const bytes = values.get(errorTag);
  if (bytes === undefined || bytes.length < extendedErrorInfo.leastSize) return { code: unspecified, id: undefined };
  const { errorCode, message } = extendedErrorInfo.decode(bytes, { trailing: 'ignore' });
  return { code: errorCode, id: isNothing(message.id) ? undefined : objectIdOf(message.id) };
}

function isNothing(id: GlobalId): boolean {
  return id.counter === 0;
}
