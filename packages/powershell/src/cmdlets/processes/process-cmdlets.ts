import type { Cmdlet } from '../../runtime/engine/command.ts';
import { getProcess } from './get-process.ts';
import { stopProcess } from './stop-process.ts';
import { waitProcess } from './wait-process.ts';

export const processCmdlets: readonly Cmdlet[] = [getProcess, stopProcess, waitProcess];
