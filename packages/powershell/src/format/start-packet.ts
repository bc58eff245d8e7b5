import type { FormatShape, StartPacket } from './format-packet.ts';

/** A start packet with everything at rest that a shape has no use for. */
export function startPacket(shape: FormatShape, given: Partial<Omit<StartPacket, 'kind' | 'shape'>> = {}): StartPacket {
  return {
    kind: 'start',
    shape,
    autoSize: false,
    columns: [],
    hideHeader: false,
    repeatHeader: false,
    perLine: 0,
    ...given,
  };
}
