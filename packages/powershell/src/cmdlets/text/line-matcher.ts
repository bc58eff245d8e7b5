import { escapeRegex, Regex, type RegexMatch } from '../../dotnet/index.ts';
import { switchOf, textsOf } from '../../runtime/binder/read-parameters.ts';
import type { CommandContext } from '../../runtime/engine/command-context.ts';
import { textRecord } from './text-errors.ts';

export interface LineMatch {
  readonly pattern: string;
  readonly matches: readonly RegexMatch[];
}

/** RegexOptions.IgnoreCase. */
const ignoreCase = 1;

/** How Select-String looks at a line: the first pattern that is found counts. Source: SelectStringCommand.DoMatch. */
export function lineMatcher(context: CommandContext): (line: string) => LineMatch | undefined {
  const { parameters } = context;
  const simple = switchOf(parameters, 'SimpleMatch');
  const all = switchOf(parameters, 'AllMatches');
  const inverse = switchOf(parameters, 'NotMatch');
  const options = switchOf(parameters, 'CaseSensitive') ? 0 : ignoreCase;
  const patterns = (textsOf(parameters, 'Pattern') ?? []).map((pattern) => ({
    pattern,
    regex: compile(context, simple ? escapeRegex(pattern) : pattern, options),
  }));
  return (line) => {
    for (const { pattern, regex } of patterns) {
      const first = regex.match(line);
      if (first) return inverse ? undefined : { pattern, matches: all && !simple ? [...regex.matches(line)] : [first] };
    }
    const last = patterns.at(-1)?.pattern ?? '';
    return inverse ? { pattern: last, matches: [] } : undefined;
  };
}

function compile(context: CommandContext, pattern: string, options: number): Regex {
  try {
    return new Regex(pattern, options);
  } catch (error) {
    return context.throwTerminating(textRecord('InvalidRegex', [pattern, (error as Error).message], pattern));
  }
}
