import type { CommandContext } from '@cutover/powershell';
import type { Module } from '@cutover/powershell/values';
import { importCommands, removeCommands } from './import-commands.ts';
import type { SyncBackend } from '../world/sync-backend.ts';
import { newSessionId, type SessionTable } from './session-table.ts';

type Given = Readonly<Record<string, unknown>>;

interface Connection {
  readonly id: string;
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
    open.push({ id: lastConnection(backend), prefix, module: importCommands(context, request) });
  };
  const disconnect = (context: CommandContext, given: Given): void => {
    const closed = open.filter((connection) => isMeant(connection, given));
    for (const { module } of closed) removeCommands(context, module);
    open = open.filter((one) => !closed.includes(one));
  };
  const actions: Readonly<Record<string, (context: CommandContext, given: Given) => void>> = {
    'Connect-ExchangeOnline': connect,
    'Disconnect-ExchangeOnline': disconnect,
  };
  return (context: CommandContext, given: Given): void => actions[context.name]?.(context, given);
}

/** The one that was opened last. */
function lastConnection(backend: SyncBackend): string {
  let id = '';
  for (const message of backend.invoke('Get-ConnectionInformation', {})) {
    if (message.kind === 'record') id = String(message.record['ConnectionId']);
  }
  return id;
}

/** By its id, by its prefix, or as one of all. */
function isMeant({ id, prefix }: Connection, given: Given): boolean {
  const ids = given['ConnectionId'] as readonly string[] | undefined;
  const prefixes = given['ModulePrefix'] as readonly string[] | undefined;
  return ids?.includes(id) ?? prefixes?.includes(prefix) ?? true;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
