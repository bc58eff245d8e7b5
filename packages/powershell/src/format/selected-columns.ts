import { type ResolvedColumn, expandAll, expandDefaults, expandParameters } from './expression.ts';
import type { FormatContext, FormatRequest } from './format-request.ts';
import { matchesWildcard } from './wildcard.ts';

interface SelectOptions extends FormatContext {
  readonly request: FormatRequest;
  /** Tables have a column for a property that the object lacks. */
  readonly keepMissing: boolean;
}

/** The columns of an object: those asked for, else those its type shows by default, else all. */
export function selectColumns(value: unknown, { source, request, keepMissing }: SelectOptions): ResolvedColumn[] {
  const chosen = request.columns?.length
    ? expandParameters(request.columns, value, { source, keepMissing })
    : defaultColumns(value, source);
  return chosen.filter(({ name }) => !request.exclude?.some((pattern) => matchesWildcard(name, pattern)));
}

function defaultColumns(value: unknown, source: FormatContext['source']): ResolvedColumn[] {
  const defaults = expandDefaults(value, source);
  return defaults.length > 0 ? defaults : expandAll(value, source);
}
