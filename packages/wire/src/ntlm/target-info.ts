import { type Codec, defineCodec } from '../codec.ts';
import { le } from '../le.ts';

/** Ids of AV pairs. [MS-NLMP] 2.2.2.1 */
export const AvId = {
  endOfList: 0,
  nbComputerName: 1,
  nbDomainName: 2,
  dnsComputerName: 3,
  dnsDomainName: 4,
  dnsTreeName: 5,
  flags: 6,
  timestamp: 7,
} as const;

/** One thing that a server says about itself; names are UTF-16. */
export interface AvPair {
  readonly id: number;
  readonly value: Uint8Array;
}

const pair = le.struct('AV_PAIR', { id: le.u16, value: le.prefixed(le.u16) });

/** The list of AV pairs; its terminator is written and read with it. [MS-NLMP] 2.2.2.1 */
export const targetInfo: Codec<AvPair[]> = defineCodec({
  leastSize: pair.leastSize,
  read: (reader) => {
    const pairs: AvPair[] = [];
    for (let next = pair.read(reader); next.id !== AvId.endOfList; next = pair.read(reader)) pairs.push(next);
    return pairs;
  },
  write: (writer, pairs) => {
    for (const one of pairs) pair.write(writer, one);
    pair.write(writer, { id: AvId.endOfList, value: new Uint8Array() });
  },
});

/** An AV pair that holds a name. */
export function avName(id: number, name: string): AvPair {
  return { id, value: Buffer.from(name, 'utf16le') };
}
