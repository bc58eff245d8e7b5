import type { CommandContext } from '@cutover/powershell';
import type { Module } from '@cutover/powershell/values';
import { importCommands, removeCommands } from './import-commands.ts';
import { newSessionId, type SessionTable } from './session-table.ts';

type Given = Readonly<Record<string, unknown>>;

interface Connection {
  readonly prefix: string;
  readonly module: Module;
}

/**
 * What Connect-ExchangeOnline does in a runspace: the cloud's commands come in sight under a prefix; without one they
 * have their own names back, whatever was imported under them.
 */
export function onlineConnections(table: SessionTable) {
  let open: Connection[] = [];
  const connect = (context: CommandContext, given: Given): void => {
    const { cloud: backend, passwords } = table.options;
    const prefix = textOf(given['Prefix']);
    const names = given['CommandName'] as readonly string[] | undefined;
    const module = `tmpEXO_${newSessionId().slice(0, 8)}`;
    const request = { backend, side: 'cloud', passwords, module, prefix, names, clobbers: true } as const;
    open.push({ prefix, module: importCommands(context, request) });
  };
  const disconnect = (context: CommandContext, given: Given): void => {
    const prefixes = given['ModulePrefix'] as readonly string[] | undefined;
    const closed = open.filter(({ prefix }) => prefixes?.includes(prefix) ?? given['ConnectionId'] === undefined);
    for (const { module } of closed) removeCommands(context, module);
    open = open.filter((one) => !closed.includes(one));
  };
  const actions: Readonly<Record<string, (context: CommandContext, given: Given) => void>> = {
    'Connect-ExchangeOnline': connect,
    'Disconnect-ExchangeOnline': disconnect,
  };
  return (context: CommandContext, given: Given): void => actions[context.name]?.(context, given);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
