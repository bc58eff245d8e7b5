import type { Cmdlet } from '../../runtime/engine/command.ts';
import { newPSSessionOption } from './new-ps-session-option.ts';
import { addPSSnapin, getPSSnapin, removePSSnapin } from './snap-ins.ts';

/** What scripts say to have a session with Exchange, as far as it needs no connection. */
export const sessionCmdlets: readonly Cmdlet[] = [addPSSnapin, getPSSnapin, newPSSessionOption, removePSSnapin];
