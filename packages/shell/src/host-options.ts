import { shellErrors } from './errors.ts';

/** Options of the command itself, which begin with two dashes and may stand anywhere before `--`. */
export interface HostOptions {
  readonly data: string | undefined;
  readonly json: boolean;
}

/** Takes the command's own options out of its arguments. */
export function takeHostOptions(argv: readonly string[]): { options: HostOptions; rest: string[] } {
  let data: string | undefined;
  let json = false;
  const rest: string[] = [];
  const end = argv.includes('--') ? argv.indexOf('--') : argv.length;
  for (let index = 0; index < argv.length; index++) {
    const token = argv[index]!;
    const [, inline] = /^--data=(.*)$/s.exec(token) ?? [];
    if (index >= end) rest.push(token);
    else if (token === '--json') json = true;
    else if (token === '--data') data = argv[++index];
    else if (inline !== undefined) data = inline;
    else rest.push(token);
    if ((token === '--data' || inline === '') && !data) throw shellErrors.optionValueMissing({ option: 'data' });
  }
  return { options: { data, json }, rest };
}
