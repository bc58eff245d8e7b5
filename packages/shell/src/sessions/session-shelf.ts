import type { Cmdlet } from '@cutover/powershell';
import { once, type Shelf } from '@cutover/powershell/values';
import { sessionCmdlets } from './session-cmdlets.ts';
import type { SessionTable } from './session-table.ts';

/** The cmdlets of sessions, which a start without them does not make. */
export const sessionShelf = (table: () => SessionTable): Shelf<Cmdlet> => ({
  labels: [
    ['Enter-PSSession', 'etsn'],
    ['Exit-PSSession', 'exsn'],
    ['Get-PSSession', 'gsn'],
    ['Import-PSSession', 'ipsn'],
    ['New-PSSession', 'nsn'],
    ['Remove-PSSession', 'rsn'],
    'New-PSSessionOption',
  ],
  load: once(() => sessionCmdlets(table())),
});
