import type { Cmdlet } from '../../runtime/engine/command.ts';
import { setStrictMode } from './set-strict-mode.ts';

/** Cmdlets that say how code runs. */
export const languageCmdlets: readonly Cmdlet[] = [setStrictMode];
