import type { Cmdlet, CommandContext } from '@cutover/powershell';
import { anyMatches, Module } from '@cutover/powershell/values';
import { cmdletsOf } from '../migration/migration-cmdlets.ts';
import type { SyncBackend } from '../world/sync-backend.ts';
import type { PasswordSource } from '../migration/credentials.ts';

export interface ImportRequest {
  readonly backend: SyncBackend;
  readonly side: 'cloud' | 'onPremises';
  readonly passwords: PasswordSource;
  /** Name of the module that holds the commands. */
  readonly module: string;
  /** Stands before the noun of every command. */
  readonly prefix?: string | undefined;
  /** Patterns of the names, without prefix; all commands without them. */
  readonly names?: readonly string[] | undefined;
  /** Whether a command may take the place of one that was imported before. */
  readonly clobbers: boolean;
}

/** Puts the commands of a side in sight, as a module. */
export function importCommands({ session, writeWarning }: CommandContext, request: ImportRequest): Module {
  const { clobbers, module: name, names, prefix } = request;
  const cmdlets = cmdletsOf({ ...request, module: name })
    .filter(({ name: cmdlet }) => !staying.has(cmdlet) && (names === undefined || anyMatches(names, cmdlet)))
    .map((cmdlet) => renamed(cmdlet, prefix));
  const taken = clobbers ? [] : cmdlets.filter((cmdlet) => session.global.functions.has(cmdlet.name.toLowerCase()));
  if (taken.length > 0) writeWarning(shadowed(taken.map((cmdlet) => cmdlet.name)));
  const imported = cmdlets.filter((cmdlet) => !taken.includes(cmdlet));
  const module = new Module({ name, version: '1.0' });
  module.exports = {
    ...module.exports,
    functions: new Map(imported.map((cmdlet) => [cmdlet.name.toLowerCase(), cmdlet])),
  };
  session.modules.set(name.toLowerCase(), module);
  for (const cmdlet of imported) session.global.functions.set(cmdlet.name.toLowerCase(), cmdlet);
  return module;
}

/** Open and close connections, and so belong to none. */
const staying = new Set(['Connect-ExchangeOnline', 'Disconnect-ExchangeOnline', 'Get-ConnectionInformation']);

/** `Get-Mailbox` → `Get-CloudMailbox`. */
const renamed = (cmdlet: Cmdlet, prefix = ''): Cmdlet =>
  prefix === '' ? cmdlet : Object.create(cmdlet, { name: { value: cmdlet.name.replace('-', `-${prefix}`) } });

/** Source: what Import-PSSession warns of. */
const shadowed = (names: readonly string[]): string =>
  `Proxy creation has been skipped for the following command: '${names.join(', ')}', because it would shadow an existing local command.  Use the AllowClobber parameter if you want to shadow existing local commands.`;

/** Takes the commands of a module out of sight again. */
export function removeCommands({ session }: CommandContext, module: Module): void {
  const { functions } = session.global;
  for (const [key, command] of module.exports.functions) {
    if (functions.get(key) === command) functions.delete(key);
  }
  session.modules.delete(module.name.toLowerCase());
}
