import type { VariableExpressionAst } from '../../syntax/ast.ts';
import type { VariablePath } from '../../syntax/variable-path.ts';
import { scriptError } from '../errors/script-error.ts';
import { folderOf } from '../errors/script-position.ts';
import { isOnDrive, readDriveVariable, writeDriveVariable } from '../../providers/variable-paths.ts';
import type { Frame } from '../engine/frame.ts';
import type { Scope } from '../engine/scope.ts';
import type { Variable } from '../engine/variable.ts';
import { undefinedVariable } from './strict-checks.ts';
import type { Compiler } from './compiler.ts';
import type { Expression } from './compiled.ts';

const constants: Readonly<Record<string, unknown>> = { true: true, false: false, null: null };

/** Where the code stands that names them. */
const placeVariables: Readonly<Record<string, (file: string) => string>> = {
  pscommandpath: (file) => file,
  psscriptroot: folderOf,
};

/** The name as scopes have it; `$PSItem` is `$_`. */
export function variableKey({ unqualifiedPath }: VariablePath): string {
  const key = unqualifiedPath.toLowerCase();
  return key === 'psitem' ? '_' : key;
}

export interface VariableOptions {
  /** The version of strict mode from which on the variable has to be set. */
  readonly strictFrom?: number;
}

/** Reading a variable. */
export function compileVariable(
  c: Compiler,
  ast: VariableExpressionAst,
  { strictFrom = 1 }: VariableOptions = {},
): Expression {
  const { path } = ast;
  const key = variableKey(path);
  if (path.drive !== undefined) return (frame) => readDrive(frame, path);
  if ((path.scope === undefined || path.scope === 'global') && key in constants) return () => constants[key];
  if (path.scope === undefined && key === '?') return (frame) => frame.session.succeeded;
  if (path.scope === undefined && key === 'error') return (frame) => frame.session.errors;
  const place = path.scope === undefined ? placeVariables[key] : undefined;
  if (place) return (frame) => frame.scope.variables.get(key)?.value ?? place(frame.source.file ?? '');
  const find = finder(c, path);
  return (frame) => {
    const variable = find(frame);
    return variable === undefined ? undefinedVariable(frame, ast, strictFrom) : (variable.value ?? null);
  };
}

/**
 * Reading a variable that is assigned at the same time: in a scope of the code's own a variable of that name around is
 * none of its. Source: the original has such a variable in a slot of the function, which nothing else fills.
 */
export function ownReader(c: Compiler, ast: VariableExpressionAst): Expression {
  const read = compileVariable(c, ast);
  const { path } = ast;
  if (path.drive !== undefined || path.scope !== undefined) return read;
  const key = variableKey(path);
  const slot = c.slotOf(key);
  return (frame) => {
    const { variables } = frame.scope;
    if (frame.slots !== variables.slots) return read(frame);
    const own = frame.slots[slot];
    if (own?.live) return own.value ?? null;
    return variables.get(key)?.value ?? (isShared(frame, key) ? read(frame) : null);
  };
}

/** A variable that is the same in all scopes. */
const isShared = ({ scope }: Frame, key: string): boolean => scope.find(key)?.options.includes('AllScope') === true;

/** Finds the variable that a path stands for, from the frame's scope outwards. */
export function finder(c: Compiler, path: VariablePath): (frame: Frame) => Variable | undefined {
  const key = variableKey(path);
  if (path.scope !== undefined) return (frame) => scopeFor(frame, path).variables.get(key);
  const slot = c.slotOf(key);
  return (frame) => {
    const kept = frame.slots[slot];
    return kept?.live ? kept : lookUp(frame, key, slot);
  };
}

/** Only what lies in the frame's own scope is kept: elsewhere a nearer variable might come between. */
function lookUp(frame: Frame, key: string, slot: number): Variable | undefined {
  const own = frame.scope.variables.get(key);
  if (!own) return frame.scope.find(key);
  frame.slots[slot] = own;
  return own;
}

/** The scope that `global:`, `script:` or `local:` stands for. */
export function scopeFor(frame: Frame, { scope }: VariablePath): Scope {
  if (scope === 'global') return frame.scope.global;
  return scope === 'script' ? frame.scope.script : frame.scope;
}

/** Setting a variable: in the frame's own scope unless the path names another. */
export function assigner(c: Compiler, path: VariablePath): (frame: Frame, value: unknown) => void {
  const key = variableKey(path);
  if (path.drive !== undefined) return (frame, value) => writeDrive(frame, path, value);
  if (path.scope !== undefined) return (frame, value) => assignIn(scopeFor(frame, path), path, value);
  if (key === 'null') return () => undefined;
  if (key in constants || key === 'error' || key === '?') return refuse(path.unqualifiedPath);
  const slot = c.slotOf(key);
  return (frame, value) => {
    const kept = frame.slots[slot];
    const stored = value;
    if (kept?.live) kept.assign(stored);
    else assignNew(frame, { path, key, slot, value: stored });
  };
}

function refuse(name: string): () => never {
  return () => {
    throw scriptError('VariableNotWritable', [name]);
  };
}

interface NewAssignment {
  readonly path: VariablePath;
  readonly key: string;
  readonly slot: number;
  readonly value: unknown;
}

function assignNew(frame: Frame, { path, key, slot, value }: NewAssignment): void {
  const inherited = frame.scope.find(key);
  if (inherited?.options.includes('AllScope') || inherited?.options.includes('Constant'))
    return inherited.assign(value);
  const existing = frame.scope.variables.get(key);
  if (existing) existing.assign(value);
  frame.slots[slot] = existing ?? frame.scope.define(path.unqualifiedPath, value);
}

function assignIn(scope: Scope, path: VariablePath, value: unknown): void {
  const variable = scope.setLocal(path.unqualifiedPath, value);
  if (path.scope === 'private') variable.options = ['Private'];
}

/** The drives that scripts use most have a way of their own; all others go by their provider. */
function readDrive({ session }: Frame, { drive = '', unqualifiedPath: name }: VariablePath): unknown {
  const kind = drive.toLowerCase();
  if (kind === 'env') return session.environment.get(name) ?? null;
  if (kind === 'using') throw scriptError('UsingWithoutInvokeCommand');
  if (/[*?[\]]/.test(kind) || !isOnDrive(session, { drive, name })) return null;
  return readDriveVariable(session, { drive, name });
}

function writeDrive({ session }: Frame, { drive = '', unqualifiedPath: name }: VariablePath, value: unknown): void {
  if (drive.toLowerCase() === 'env') return session.environment.set(name, value);
  if (!isOnDrive(session, { drive, name })) throw scriptError('DriveNotFound', [drive]);
  return writeDriveVariable(session, { drive, name }, value);
}
