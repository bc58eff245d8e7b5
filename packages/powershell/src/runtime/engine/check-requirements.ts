import { Version } from '../../dotnet/index.ts';
import type { ScriptRequirements } from '../../syntax/ast.ts';
import { scriptError } from '../errors/script-error.ts';
import type { CompiledScriptBlock } from '../compile/compiled.ts';
import { findModuleFile } from './find-module.ts';
import type { Session } from './session.ts';

const current = new Version(7, 6, 5);
const edition = 'Core';

/** Refuses a script whose `#requires` lines ask for what is not there. */
export function checkRequirements(session: Session, { ast }: CompiledScriptBlock, scriptName: string): void {
  const { requirements } = ast;
  if (!requirements) return;
  checkVersion(requirements, scriptName);
  const { editions, modules } = requirements;
  if (editions.length > 0 && !editions.some((each) => each.toLowerCase() === edition.toLowerCase())) {
    throw scriptError('ScriptRequiresUnmatchedPSEdition', [scriptName, editions.join(','), edition]);
  }
  const missing = modules.filter((name) => !hasModule(session, name));
  if (missing.length === 0) return;
  const told = missing.map((name) => `The module '${name}' cannot be found.`).join(' ');
  throw scriptError('ScriptRequiresMissingModules', [scriptName, told]);
}

function checkVersion({ version }: ScriptRequirements, scriptName: string): void {
  if (version === undefined) return;
  const wanted = Version.parse(version.includes('.') ? version : `${version}.0`);
  if (wanted.compareTo(current) <= 0) return;
  throw scriptError('ScriptRequiresUnmatchedPSVersion', [scriptName, version, current.toString()]);
}

function hasModule(session: Session, name: string): boolean {
  const key = name.toLowerCase();
  if (session.modules.has(key) || findModuleFile(session, name) !== undefined) return true;
  return hasCmdletsOf(session, key);
}

/** A cmdlet of each of the original's own modules. */
const samples: Readonly<Record<string, string>> = {
  'microsoft.powershell.core': 'get-command',
  'microsoft.powershell.management': 'get-item',
  'microsoft.powershell.security': 'get-credential',
  'microsoft.powershell.utility': 'get-date',
};

/** Looks at as few as it can, as a cmdlet is made when it is looked at: an embedder's are the last. */
function hasCmdletsOf({ commands }: Session, module: string): boolean {
  const names = samples[module] === undefined ? commands.names().toReversed() : [samples[module]];
  return names.some((name) => {
    const command = commands.get(name.toLowerCase());
    return command?.kind === 'cmdlet' && command.module?.toLowerCase() === module;
  });
}
