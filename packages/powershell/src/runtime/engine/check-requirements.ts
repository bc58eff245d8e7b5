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
  return Array.from(session.commands.values()).some(
    (command) => command.kind === 'cmdlet' && command.module?.toLowerCase() === key,
  );
}
