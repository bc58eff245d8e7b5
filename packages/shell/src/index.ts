export {
  createShell,
  type Shell,
  type ShellInvokeOptions,
  type ShellOptions,
  type ShellOutcome,
} from './embed/create-shell.ts';
export type { PlainError } from './embed/protocol.ts';
