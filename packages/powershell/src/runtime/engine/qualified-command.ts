import type { Command } from './command.ts';
import type { Session } from './session.ts';

/** A command by its module and its name: `Microsoft.PowerShell.Utility\Write-Host`. Both are in lower case. */
export function qualifiedCommand({ commands, modules }: Session, text: string): Command | undefined {
  const split = text.indexOf('\\');
  if (split <= 0) return undefined;
  const [module, name] = [text.slice(0, split), text.slice(split + 1)];
  const own = modules.get(module)?.exports.functions.get(name);
  if (own) return own;
  const command = commands.get(name);
  return command?.kind === 'cmdlet' && command.module?.toLowerCase() === module ? command : undefined;
}
