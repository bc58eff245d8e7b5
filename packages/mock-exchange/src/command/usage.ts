import { type CommandOption, commandOptions } from './command-options.ts';

type Line = Pick<CommandOption, 'name' | 'value' | 'help'>;

const lines: readonly Line[] = [
  ...commandOptions,
  { name: 'version', value: '', help: 'shows the version' },
  { name: 'help', value: '', help: 'shows this' },
];
const callOf = ({ name, value }: Line): string => `--${name} ${value}`.trimEnd();
const width = Math.max(...lines.map((line) => callOf(line).length));
const lineOf = (line: Line): string => `  ${callOf(line).padEnd(width)}  ${line.help}`;

/** Text of --help. */
export const usage = (): string => `mock-exchange-2003 - an Exchange 2003 server that exists only for tests.

usage: mock-exchange-2003 [options]
       mock-exchange-2003 exec [options] -- PROGRAM [ARGUMENTS]

${lines.map(lineOf).join('\n')}

exec starts the server, runs the program, ends the server and gives the program's exit code; a signal goes on to the
program. The program finds in its environment:

  MOCK_EXCHANGE_READY_FILE                   the path of the ready file
  MOCK_EXCHANGE_CA_FILE                      the certificate that it has to trust, in PEM
  MOCK_EXCHANGE_URL                          the URL of HTTPS
  MOCK_EXCHANGE_HTTP_URL, …                  that of each other port that is open
  MOCK_EXCHANGE_USER, MOCK_EXCHANGE_PASSWORD the administrator, or the first account

The server ends with SIGINT or SIGTERM. Its certificate is signed by a throw-away authority, which the ready file holds.
`;
