import { Frame } from '../engine/frame.ts';
import { emptySlots } from '../engine/variable-table.ts';
import { scriptError } from '../errors/script-error.ts';

/** A frame in which `$using:` is read: that of whoever the block runs apart from. */
export function usingFrame({ session, source, streams }: Frame, slots: number): Frame {
  if (!session.usingScope) throw scriptError('UsingWithoutInvokeCommand');
  return new Frame({ session, scope: session.usingScope, source, slots: emptySlots(slots), streams });
}
