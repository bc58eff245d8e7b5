import { type CommandOption, commandOptions } from './command-options.ts';

const lineOf = ({ name, value, help }: Pick<CommandOption, 'name' | 'value' | 'help'>): string =>
  `  ${`--${name} ${value}`.padEnd(20)} ${help}`;

/** Text of --help. */
export const usage = (): string => `mock-exchange-2003 - an Exchange 2003 server that exists only for tests.

usage: mock-exchange-2003 [options]
       mock-exchange-2003 exec [options] -- PROGRAM [ARGUMENTS]

${[...commandOptions, { name: 'help', value: '', help: 'shows this' }].map(lineOf).join('\n')}

exec starts the server, runs the program, ends the server and gives the program's exit code. The program finds the ready
file's path in MOCK_EXCHANGE_READY_FILE, and the URL of each port that is open in MOCK_EXCHANGE_HTTPS_URL,
MOCK_EXCHANGE_HTTP_URL and so on; MOCK_EXCHANGE_URL is that of HTTPS.

The server ends with SIGINT or SIGTERM. Its certificate is signed by a throw-away authority, which the ready file holds.
`;
