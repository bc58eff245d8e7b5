import { WildcardPattern } from '../../dotnet/index.ts';

/** Whether a name fits one of the patterns. */
export const anyMatches = (patterns: readonly string[], name: string): boolean =>
  patterns.some((pattern) => pattern === '*' || new WildcardPattern(pattern).isMatch(name));
