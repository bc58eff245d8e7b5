import { type Infer } from '../codec.ts';
import { le } from '../le.ts';
import { taggedValue } from './rop-value.ts';

/** What is done with a row of the permissions or of the rules. [MS-OXCPERM] 2.2.2.1.1, [MS-OXORULE] 2.2.1.3 */
export const rowChange = { add: 0x01, modify: 0x02, remove: 0x04 } as const;

/** The flag by which the rows that come take the place of all that are there. [MS-OXCPERM] 2.2.2.1, [MS-OXORULE] 2.2.1.1 */
export const replaceRows = 0x01;

const change = le.struct('RowChange', { flags: le.u8, values: le.counted(le.u16, taggedValue) });

/** Changes to the rows that belong to a folder. */
export const rowChanges = le.counted(le.u16, change);
/** One row to add, change or remove. */
export type RowChange = Infer<typeof change>;
