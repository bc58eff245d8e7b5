/** An argument for a script: a bare value, or a parameter with or without one. */
export interface ScriptArgument {
  readonly name?: string;
  readonly value?: unknown;
}

const isDash = (character: string | undefined): boolean => character !== undefined && /[-–—―]/.test(character);

/** A script's arguments from a command line: `-Name`, `-Name:value`, `-Name: value` and bare values. Source: CollectPSArgs. */
export function scriptArguments(argv: readonly string[]): ScriptArgument[] {
  const collected: ScriptArgument[] = [];
  for (let index = 0; index < argv.length; index++) {
    const text = argv[index]!;
    const colon = text.indexOf(':');
    if (!isDash(text[0]) || text.length < 2) collected.push({ value: text });
    else if (colon < 0) collected.push({ name: text.slice(1) });
    else if (colon < text.length - 1) {
      collected.push({ name: text.slice(1, colon), value: booleanOr(text.slice(colon + 1)) });
    } else if (index + 1 < argv.length) collected.push({ name: text.slice(1, -1), value: argv[++index]! });
  }
  return collected;
}

/** `$true`, `true`, `$false` and `false` in any case are booleans. */
function booleanOr(text: string): unknown {
  const word = text.replace(/^\$/, '').trim().toLowerCase();
  if (word === 'true') return true;
  return word === 'false' ? false : text;
}
