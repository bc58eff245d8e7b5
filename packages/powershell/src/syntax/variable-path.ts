/** What stands behind the `$` of a variable. Source: System.Management.Automation.VariablePath. */
export interface VariablePath {
  readonly userPath: string;
  /** The path without scope or drive. */
  readonly unqualifiedPath: string;
  readonly scope?: 'global' | 'local' | 'private' | 'script' | undefined;
  /** `env` of `$env:PATH`; a `variable:` prefix is no drive. */
  readonly drive?: string | undefined;
}

const variablePrefix = /^variable:/i;
const scopePrefix = /^(global|local|private|script):/i;

/** Cuts a variable's path into scope or drive and the rest; `$variable:global:x` is `$global:x`. */
export function parseVariablePath(userPath: string): VariablePath {
  const namespaced = variablePrefix.test(userPath);
  const path = namespaced ? userPath.replace(variablePrefix, '') : userPath;
  const scope = scopePrefix.exec(path)?.[1];
  if (scope !== undefined) {
    return { userPath, unqualifiedPath: path.slice(scope.length + 1), scope: scope.toLowerCase() as 'global' };
  }
  if (namespaced) return { userPath, unqualifiedPath: path };
  const colon = path.indexOf(':');
  if (colon < 0) return { userPath, unqualifiedPath: path };
  const unqualifiedPath = path.slice(colon + 1);
  return colon === 0 ? { userPath, unqualifiedPath } : { userPath, unqualifiedPath, drive: path.slice(0, colon) };
}
