import type { Cmdlet } from '../../runtime/engine/command.ts';
import { getPSCallStack } from './get-ps-call-stack.ts';
import { invokeCommand } from './invoke-command.ts';
import { invokeExpression } from './invoke-expression.ts';
import { setStrictMode } from './set-strict-mode.ts';

/** Cmdlets that run code or say how it runs. */
export const languageCmdlets: readonly Cmdlet[] = [getPSCallStack, invokeCommand, invokeExpression, setStrictMode];
