import { similarNames } from '@cutover/base';
import parse from 'yargs-parser';
import { mockErrors } from '../errors.ts';
import type { MockExchangeOptions } from '../options.ts';
import { type CommandOption, type CommandOptionName, commandOptions } from './command-options.ts';

/** What the command is told. */
export interface CommandLine {
  readonly help: boolean;
  readonly version: boolean;
  /** Options of the server, the seed aside. */
  readonly server: MockExchangeOptions;
  readonly seed: string;
  readonly readyFile: string | undefined;
  /** Capture file of everything that was said. */
  readonly record: string | undefined;
  /** File with a plan of faults. */
  readonly faults: string | undefined;
  /** File for what was said, decoded. */
  readonly journal: string | undefined;
  /** File for all that the server holds at the end. */
  readonly export: string | undefined;
  /** Program and arguments of `exec`. */
  readonly program: readonly string[] | undefined;
}

const allOptions: readonly CommandOption[] = commandOptions;
const names = allOptions.map(({ name }) => name);
const switches = allOptions.filter(({ value }) => value === '').map(({ name }) => name);
const valued = names.filter((name) => !switches.includes(name));

type Values = Partial<Record<CommandOptionName, string>>;

/** Reads the arguments that follow the command's name; what is not understood is refused by name. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const [options, program] = args[0] === 'exec' ? splitExec(args.slice(1)) : [args, undefined];
  const values = valuesOf(options);
  return {
    help: asks(options, '--help', '-h'),
    version: asks(options, '--version'),
    server: serverOptionsOf(values),
    seed: values['seed'] ?? 'contoso',
    readyFile: values['ready-file'],
    record: values['record'],
    faults: values['faults'],
    journal: values['journal'],
    export: values['export'],
    program,
  };
}

function serverOptionsOf(values: Values): MockExchangeOptions {
  const options = allOptions.map(({ name, server }) => {
    const value = values[name as CommandOptionName];
    return value === undefined ? undefined : server?.(value);
  });
  return Object.assign({}, ...options) as MockExchangeOptions;
}

/** The options of `exec`, and the program behind `--`. */
function splitExec(args: readonly string[]): [options: readonly string[], program: readonly string[]] {
  const at = args.indexOf('--');
  const program = at < 0 ? [] : args.slice(at + 1);
  const options = at < 0 ? args : args.slice(0, at);
  if (program.length === 0 && !asks(options, '--help', '-h', '--version')) throw mockErrors.missingProgram({});
  return [options, program];
}

const asks = (options: readonly string[], ...switches: readonly string[]): boolean =>
  switches.some((one) => options.includes(one));

function valuesOf(args: readonly string[]): Values {
  const parsed = parse([...args], {
    array: valued,
    string: valued,
    boolean: [...switches, 'help', 'h', 'version'],
    configuration: {
      'camel-case-expansion': false,
      'boolean-negation': false,
      'dot-notation': false,
      'greedy-arrays': false,
    },
  });
  const { _: rest, help: _help, h: _h, version: _version, ...options } = parsed;
  const [stray] = rest;
  if (stray === 'exec') throw mockErrors.lateExec({});
  if (stray !== undefined) throw mockErrors.unknownArgument({ argument: String(stray) });
  return Object.fromEntries(Object.entries(options).map(([name, given]) => [name, singleValue(name, given)]));
}

function singleValue(name: string, given: unknown): string {
  if (!names.includes(name)) throw unknownOption(name);
  if (switches.includes(name)) return 'on';
  const values = (Array.isArray(given) ? given : [given]) as unknown[];
  if (values.length > 1) throw mockErrors.repeatedOption({ option: `--${name}` });
  const [value] = values;
  if (typeof value !== 'string' || value === '') throw mockErrors.missingValue({ option: `--${name}` });
  return value;
}

function unknownOption(name: string): Error {
  const similar = similarNames(name, names).map((one) => `--${one}`);
  return mockErrors.unknownOption({ option: `--${name}`, similar });
}
