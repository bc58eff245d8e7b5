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
}

/** Text of --help. */
export const usage = `mock-exchange-2003 - an Exchange 2003 server that exists only for tests.

usage: mock-exchange-2003 [options]

  --host ADDRESS     address to listen on (127.0.0.1)
  --port NUMBER      port of HTTPS, 0 for any free one (0)
  --http-port NUMBER port of plain HTTP as well, 0 for any free one (no plain HTTP)
  --seed NAME|FILE   what the server holds: contoso, workload, or a JSON file (contoso)
  --ready-file FILE  is written when the server listens: JSON with URLs, server names, accounts, certificate
  --help             shows this

The server ends with SIGINT or SIGTERM. Its certificate is signed by a throw-away authority, which the ready file holds.
`;

const names = ['host', 'port', 'http-port', 'seed', 'ready-file'] as const;
type Name = (typeof names)[number];

/** Reads the arguments that follow the command's name; what is not understood is refused by name. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const values = valuesOf(args);
  return {
    help: args.includes('--help') || args.includes('-h'),
    host: values['host'] ?? '127.0.0.1',
    port: portOf('port', values['port']) ?? 0,
    httpPort: portOf('http-port', values['http-port']),
    seed: values['seed'] ?? 'contoso',
    readyFile: values['ready-file'],
  };
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
