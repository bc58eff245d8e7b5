import parse from 'yargs-parser';

/** One argument with a name, as it was typed; `true` for a name without a value. */
export interface NamedArgument {
  readonly name: string;
  readonly value: string | true;
}

/** A command line in pieces: names with values, and values without names. */
export interface CutArguments {
  readonly named: readonly NamedArgument[];
  readonly positional: readonly string[];
}

export interface CutOptions {
  /** Whether a name as typed is a switch, which takes a value only after a colon. */
  readonly isSwitch: (name: string) => boolean;
}

/**
 * Cuts arguments into names and values by PowerShell's rules for a command line: `-Name value`, `-Name:value`,
 * `-Switch`, `a, b` as one value, and nothing but values after `--`. What they mean is the binder's business.
 */
export function cutArguments(argv: readonly string[], { isSwitch }: CutOptions): CutArguments {
  const { tokens, rest } = normalize(argv);
  const names = [...new Set(tokens.flatMap((token) => nameOf(token) ?? []))];
  const takesNone = (name: string): boolean =>
    isSwitch(name) && !tokens.some((token) => token.startsWith(`--${name}=`));
  const parsed = parse(tokens, {
    boolean: names.filter(takesNone),
    string: names.filter((name) => !takesNone(name)),
    configuration: quiet,
  });
  const bare = new Set(tokens.flatMap((token, index) => (isBare(tokens, index) ? (nameOf(token) ?? []) : [])));
  const named = names.flatMap((name) => {
    const values: unknown[] = [parsed[name]].flat();
    return values.map((value) => ({ name, value: bare.has(name) && value === '' ? true : textOf(value) }));
  });
  return { named, positional: [...parsed._.map(String), ...rest] };
}

// The parser is to cut and nothing else: no aliases in other cases, no numbers, no nested objects.
const quiet: Partial<parse.Configuration> = {
  'boolean-negation': false,
  'camel-case-expansion': false,
  'dot-notation': false,
  'duplicate-arguments-array': true,
  'greedy-arrays': false,
  'parse-numbers': false,
  'parse-positional-numbers': false,
  'short-option-groups': false,
};

/** `-Name:value` → `--Name=value`, `-Name` → `--Name`; `a,` and `b` are joined; what stands after `--` is left alone. */
function normalize(argv: readonly string[]): { tokens: string[]; rest: readonly string[] } {
  const end = argv.indexOf('--');
  const tokens: string[] = [];
  for (const token of end < 0 ? argv : argv.slice(0, end)) {
    const last = tokens.at(-1);
    if (last?.endsWith(',')) tokens[tokens.length - 1] = last + token;
    else tokens.push(...named(token));
  }
  return { tokens, rest: end < 0 ? [] : argv.slice(end + 1) };
}

function named(token: string): string[] {
  const match = /^--?([A-Za-z_?][\w-]*)(?:[:=](.*))?$/s.exec(token);
  if (!match) return [token];
  const [, name, value] = match;
  return [value === undefined ? `--${name}` : `--${name}=${value}`];
}

const nameOf = (token: string): string | undefined => /^--([^=]+)/.exec(token)?.[1];

/** Whether a name stands there without any value after it. */
function isBare(tokens: readonly string[], index: number): boolean {
  const next = tokens[index + 1];
  return !tokens[index]!.includes('=') && (next === undefined || nameOf(next) !== undefined);
}

const textOf = (value: unknown): string | true => (value === true ? true : String(value));
