import type { Cmdlet } from '../../runtime/engine/command.ts';
import { getProcess } from './get-process.ts';
import { invokeItem } from './invoke-item.ts';
import { startProcess } from './start-process.ts';
import { stopProcess } from './stop-process.ts';
import { waitProcess } from './wait-process.ts';

export const processCmdlets: readonly Cmdlet[] = [getProcess, invokeItem, startProcess, stopProcess, waitProcess];
