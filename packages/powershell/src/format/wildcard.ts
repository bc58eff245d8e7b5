/** Whether a name matches a wildcard pattern (`*`, `?`, `[a-c]`), whatever its case. */
export function matchesWildcard(name: string, pattern: string): boolean {
  return toExpression(pattern).test(name);
}

const compiled = new Map<string, RegExp>();
/** More patterns than any session uses; then the cache begins anew. */
const cacheSize = 256;

function toExpression(pattern: string): RegExp {
  const known = compiled.get(pattern);
  if (known) return known;
  const body = pattern.replaceAll(
    /`(.)|\[([^\]]+)\]|[*?]|[^*?[`]+|[[`]/gs,
    (part: string, escaped?: string, set?: string) => {
      if (escaped !== undefined) return literal(escaped);
      if (set !== undefined) return `[${set.replaceAll(/[\\^\]]/g, String.raw`\$&`)}]`;
      if (part === '*') return '.*';
      return part === '?' ? '.' : literal(part);
    },
  );
  const expression = new RegExp(`^${body}$`, 'is');
  if (compiled.size >= cacheSize) compiled.clear();
  compiled.set(pattern, expression);
  return expression;
}

function literal(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
