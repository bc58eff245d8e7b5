import parse from 'yargs-parser';
import { mockErrors } from '../errors.ts';

/** What the command is told. */
export interface CommandLine {
  readonly help: boolean;
  readonly host: string;
  readonly port: number;
  readonly httpPort: number | undefined;
  readonly seed: string;
  readonly readyFile: string | undefined;
  /** Capture file of everything that was said. */
  readonly record: string | undefined;
  /** Program and arguments of `exec`. */
  readonly program: readonly string[] | undefined;
}

/** Text of --help. */
export const usage = `mock-exchange-2003 - an Exchange 2003 server that exists only for tests.

usage: mock-exchange-2003 [options]
       mock-exchange-2003 exec [options] -- PROGRAM [ARGUMENTS]

  --host ADDRESS     address to listen on (127.0.0.1)
  --port NUMBER      port of HTTPS, 0 for any free one (0)
  --http-port NUMBER port of plain HTTP as well, 0 for any free one (no plain HTTP)
  --seed NAME|FILE   what the server holds: contoso, workload, or a JSON file (contoso)
  --ready-file FILE  is written when the server listens: JSON with URLs, server names, accounts, certificate
  --record FILE      is written at the end: what was said, as a capture that Wireshark and tshark read
  --help             shows this

exec starts the server, runs the program, ends the server and gives the program's exit code. The program finds the ready
file's path in MOCK_EXCHANGE_READY_FILE, the URLs in MOCK_EXCHANGE_URL and MOCK_EXCHANGE_HTTP_URL.

The server ends with SIGINT or SIGTERM. Its certificate is signed by a throw-away authority, which the ready file holds.
`;

const names = ['host', 'port', 'http-port', 'seed', 'ready-file', 'record'] as const;
type Name = (typeof names)[number];

/** Reads the arguments that follow the command's name; what is not understood is refused by name. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const [options, program] = args[0] === 'exec' ? splitExec(args.slice(1)) : [args, undefined];
  const values = valuesOf(options);
  return {
    help: options.includes('--help') || options.includes('-h'),
    host: values['host'] ?? '127.0.0.1',
    port: portOf('port', values['port']) ?? 0,
    httpPort: portOf('http-port', values['http-port']),
    seed: values['seed'] ?? 'contoso',
    readyFile: values['ready-file'],
    record: values['record'],
    program,
  };
}

/** The options of `exec`, and the program behind `--`. */
function splitExec(args: readonly string[]): [options: readonly string[], program: readonly string[]] {
  const at = args.indexOf('--');
  const program = at < 0 ? [] : args.slice(at + 1);
  const options = at < 0 ? args : args.slice(0, at);
  const asksHelp = options.includes('--help') || options.includes('-h');
  if (program.length === 0 && !asksHelp) throw mockErrors.missingProgram({});
  return [options, program];
}

function valuesOf(args: readonly string[]): Partial<Record<Name, string>> {
  const parsed = parse([...args], {
    array: [...names],
    string: [...names],
    boolean: ['help', 'h'],
    configuration: {
      'camel-case-expansion': false,
      'boolean-negation': false,
      'dot-notation': false,
      'greedy-arrays': false,
    },
  });
  const { _: rest, help: _help, h: _h, ...options } = parsed;
  const [stray] = rest;
  if (stray !== undefined) throw mockErrors.unknownArgument({ argument: String(stray) });
  const entries = Object.entries(options).map(([name, given]) => [name, singleValue(name, given)]);
  return Object.fromEntries(entries) as Partial<Record<Name, string>>;
}

function singleValue(name: string, given: unknown): string {
  if (!names.includes(name as Name)) throw mockErrors.unknownOption({ option: `--${name}` });
  const values = (Array.isArray(given) ? given : [given]) as unknown[];
  if (values.length > 1) throw mockErrors.repeatedOption({ option: `--${name}` });
  const [value] = values;
  if (typeof value !== 'string' || value === '') throw mockErrors.missingValue({ option: `--${name}` });
  return value;
}

function portOf(name: Name, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65535) throw mockErrors.badPort({ option: `--${name}`, value });
  return Number(value);
}
