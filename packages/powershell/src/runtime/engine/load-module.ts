import { joinPath, leafOf, parentOf } from '../../providers/path-text.ts';
import { scriptError } from '../errors/script-error.ts';
import { Dictionary } from '../values/dictionary.ts';
import { listOf } from '../values/enumerate.ts';
import { toText } from '../values/to-text.ts';
import { callBlockForValue } from './call-block.ts';
import { findModuleFile, findModuleOf } from './find-module.ts';
import { importModule } from './import-exports.ts';
import { Module } from './module.ts';
import type { ModuleLoader } from './module-loader.ts';
import { anyMatches } from './name-patterns.ts';
import { openModule, runModule } from './run-module.ts';
import { readText } from './script-files.ts';
import type { Session } from './session.ts';
import type { Streams } from './streams.ts';

export interface ModuleLoad {
  readonly session: Session;
  readonly streams: Streams;
  readonly path: string;
  readonly args?: readonly unknown[];
}

/** Loads a module of a file, whatever is loaded already. */
export function loadModule(load: ModuleLoad): Module {
  const { session, streams, path, args } = load;
  if (/\.psd1$/i.test(path)) return loadManifest(load);
  const module = new Module({ name: nameOf(path), path });
  runModule({ session, streams, module, block: session.compile(readText(session, path), path), args: args ?? [] });
  return module;
}

const nameOf = (path: string): string => leafOf(path).replace(/\.(?:psd1|psm1|ps1)$/i, '');

/** The table of a manifest. */
export function readManifest(session: Session, streams: Streams, path: string): Dictionary {
  const value = callBlockForValue({ session, streams }, session.compile(readText(session, path), path));
  if (value instanceof Dictionary) return value;
  throw scriptError('ManifestWithoutTable', [path]);
}

/** A module that a manifest describes, without its code. */
export function manifestModule(table: Dictionary, path: string): Module {
  const text = (key: string) => toText(table.get(key) ?? '');
  const root = text('RootModule') || text('ModuleToProcess');
  const module = new Module({
    name: nameOf(path),
    path,
    moduleType: root === '' ? 'Manifest' : 'Script',
    version: text('ModuleVersion') || '0.0',
  });
  module.description = text('Description');
  module.author = text('Author');
  module.guid = text('GUID') || module.guid;
  module.privateData = table.get('PrivateData') ?? null;
  return module;
}

function loadManifest({ session, streams, path, args }: ModuleLoad): Module {
  const table = readManifest(session, streams, path);
  const module = manifestModule(table, path);
  openModule(session, module);
  for (const nested of textsOf(table.get('NestedModules'))) loadNested({ session, streams, path }, module, nested);
  const root = toText(table.get('RootModule') ?? table.get('ModuleToProcess') ?? '');
  if (root !== '') {
    const file = findModuleFile(session, joinPath(parentOf(path), root));
    if (file === undefined) throw scriptError('ModuleNotFound', [root], { target: root });
    runModule({ session, streams, module, block: session.compile(readText(session, file), file), args: args ?? [] });
  } else module.exports = exportsOfAll(module);
  restrictExports(module, table);
  return module;
}

function loadNested({ session, streams, path }: ModuleLoad, module: Module, name: string): void {
  const file = findModuleFile(session, name, parentOf(path)) ?? findModuleFile(session, joinPath(parentOf(path), name));
  if (file === undefined) throw scriptError('ModuleNotFound', [name], { target: name });
  importModule(loadModule({ session, streams, path: file }), module.scope!);
}

const exportsOfAll = ({ scope }: Module): Module['exports'] => ({
  functions: scope!.functions,
  variables: new Map(),
  aliases: scope!.aliases,
});

/** A manifest lets out what it names; a kind that it does not name it lets out as the module does. */
function restrictExports(module: Module, table: Dictionary): void {
  const { functions, variables, aliases } = module.exports;
  const kept = <T>(all: ReadonlyMap<string, T>, key: string): ReadonlyMap<string, T> => {
    if (!table.has(key)) return all;
    const patterns = textsOf(table.get(key));
    return new Map(Array.from(all).filter(([name]) => anyMatches(patterns, name)));
  };
  module.exports = {
    functions: kept(functions, 'FunctionsToExport'),
    variables: kept(variables, 'VariablesToExport'),
    aliases: kept(aliases, 'AliasesToExport'),
  };
}

function textsOf(value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  return (listOf(value) ?? [value]).map((each) => toText(each));
}

/** Loads modules for code that needs one while it runs. */
export const moduleLoader: ModuleLoader = {
  load: (session, name, folder) => {
    const path = findModuleFile(session, name, folder);
    return path === undefined ? undefined : loadModule({ session, streams: session.streams, path });
  },
  loadOf: (session, functionName) => {
    const path = findModuleOf(session, functionName);
    return path === undefined ? undefined : loadModule({ session, streams: session.streams, path });
  },
};
