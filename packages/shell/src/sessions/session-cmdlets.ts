import type { Cmdlet } from '@cutover/powershell';
import { enterPSSession, exitPSSession } from './enter-pssession.ts';
import { getPSSession } from './get-pssession.ts';
import { importPSSession } from './import-pssession.ts';
import { newPSSessionOption } from './new-pssession-option.ts';
import { newPSSession } from './new-pssession.ts';
import { definePSSession } from './ps-session.ts';
import { removePSSession } from './remove-pssession.ts';
import type { SessionTable } from './session-table.ts';

/** The cmdlets by which scripts open sessions in organisations and take their commands, in the order of their labels. */
export function sessionCmdlets(table: SessionTable): Cmdlet[] {
  definePSSession();
  const made = [enterPSSession, exitPSSession, getPSSession, importPSSession, newPSSession, removePSSession];
  return [...made.map((make) => make(table)), newPSSessionOption];
}
