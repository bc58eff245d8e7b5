import { drivesOf } from '../providers/drives.ts';
import type { Session } from '../runtime/engine/session.ts';
import { shortTypeName } from '../runtime/types/display-type-name.ts';
import { typeNameOf } from '../runtime/types/type-of.ts';
import { parse } from '../syntax/parser/parse.ts';
import { allNodes } from './command-at-cursor.ts';
import { byName, type CompletionMatch, type CompletionRequest, type Found, same, startsWith } from './completion.ts';
import { safeValue } from './safe-value.ts';
import type { VariableExpressionAst } from '../syntax/ast.ts';
import { describedDrives, describedVariables, specialVariables } from './known-variables.ts';

const atCursor = /(\$|@(?!\{))(\{?)((?:[\w?^]+:)?[\w?^]*)$/;

/** `$na`, `@na`, `${na`, `$env:na`, also within a string. */
export function completeVariable({ before, session }: CompletionRequest): Found | undefined {
  const [typed, sign = '$', , word = ''] = atCursor.exec(before) ?? [];
  if (typed === undefined || (sign === '@' && word === '')) return undefined;
  const [, scope = '', name = ''] = /^(?:(\w+):)?(.*)$/.exec(word)!;
  const drive = drivesOf(session).find(scope);
  if (drive && !isScope(scope)) return { length: typed.length, matches: onDrive(session, scope, name) };
  const prefix = scope === '' ? sign : `${sign}${scope}:`;
  const matches = namesInSight(session, before).flatMap((found) =>
    startsWith(found, name) ? [match({ session, before, name: found }, prefix)] : [],
  );
  const drives = scope === '' && sign === '$' ? driveMatches(session, name) : [];
  return { length: typed.length, matches: [...matches, ...drives] };
}

const isScope = (name: string): boolean => /^(?:global|local|script|private|variable)$/i.test(name);

function onDrive(session: Session, drive: string, name: string): CompletionMatch[] {
  if (drive.toLowerCase() !== 'env') return [];
  return Array.from(session.environment.entries(), ([variable]) => variable)
    .filter((variable) => startsWith(variable, name))
    .toSorted(byName)
    .map((variable) => ({ text: `$env:${variable}`, list: variable, type: 'Variable', tip: variable }));
}

/** What the input itself sets comes first, in its order; then what the session has, then what is there by itself. */
function namesInSight(session: Session, before: string): string[] {
  const own = Array.from(allNodes(parse(before).ast)).flatMap((node) => {
    if (node.type === 'Parameter') return [node.name.path.unqualifiedPath];
    const isOwn = node.type === 'VariableExpression' && node.end < before.length && isSet(before, node.end);
    return isOwn ? [node.path.unqualifiedPath] : [];
  });
  const known = Object.keys(describedVariables);
  for (let scope: Session['scope'] | undefined = session.scope; scope; scope = scope.parent) {
    const names = Array.from(scope.variables.values(), ({ name }) => name);
    known.push(...names.filter((name) => !specialVariables.includes(name)));
  }
  const found = new Map<string, string>();
  for (const name of [...own, ...known.toSorted(byName), ...specialVariables]) {
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), name);
  }
  return [...found.values()];
}

/** An assignment, a loop's variable, a parameter. */
const isSet = (before: string, end: number): boolean => /^\s*(?:[-+*/%]?=(?!=)|in\b|[,)])/.test(before.slice(end));

interface VariableInSight {
  readonly session: Session;
  readonly before: string;
  readonly name: string;
}

function match(variable: VariableInSight, prefix: string): CompletionMatch {
  const { name } = variable;
  const text = /^[\w?^]+$/.test(name) ? prefix + name : `${prefix.charAt(0)}{${prefix.slice(1)}${name}}`;
  return { text, list: name, type: 'Variable', tip: tipOf(variable) };
}

function tipOf({ session, before, name }: VariableInSight): string {
  const type = typeShown({ session, before, name });
  if (type === undefined || specialVariables.includes(name)) return name;
  const description = describedVariables[name];
  return `[${type.replace(/^.*\./, '')}]$${name}${description ? ` - ${description}` : ''}`;
}

/** By the value, where that can be told; a parameter without a type is an Object. */
function typeShown({ session, before, name }: VariableInSight): string | undefined {
  if (/^(?:true|false)$/i.test(name)) return 'bool';
  if (/^error$/i.test(name)) return 'ArrayList';
  const { ast } = parse(before);
  const value = safeValue(session, variableNamed(name), ast);
  if (value !== undefined && value !== null) return shortTypeName(typeNameOf(value));
  const isParameter = Array.from(allNodes(ast)).some(
    (node) => node.type === 'Parameter' && same(node.name.path.unqualifiedPath, name),
  );
  return isParameter ? 'Object' : undefined;
}

function variableNamed(name: string): VariableExpressionAst {
  return {
    type: 'VariableExpression',
    start: 0,
    end: 0,
    splatted: false,
    path: { userPath: name, unqualifiedPath: name },
  };
}

function driveMatches(session: Session, word: string): CompletionMatch[] {
  return drivesOf(session)
    .all.filter(({ name }) => /^\w+$/.test(name) && startsWith(name, word) && word !== '')
    .map(({ name }) => ({ text: `$${name}:`, list: name, type: 'Variable', tip: describedDrives[name] ?? name }));
}
