import type { Cmdlet } from '../../runtime/engine/command.ts';
import { getClipboard, setClipboard } from './clipboard.ts';
import { getProcess } from './get-process.ts';
import { withoutCredential } from '../files/without-credential.ts';
import { invokeItem } from './invoke-item.ts';
import { startProcess } from './start-process.ts';
import { stopProcess } from './stop-process.ts';
import { waitProcess } from './wait-process.ts';

export const processCmdlets: readonly Cmdlet[] = [
  getClipboard,
  getProcess,
  withoutCredential(invokeItem),
  setClipboard,
  startProcess,
  stopProcess,
  waitProcess,
];
