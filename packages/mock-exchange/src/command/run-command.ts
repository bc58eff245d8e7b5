import { isSdkError } from '@cutover/base';
import { MockExchange } from '../mock-exchange.ts';
import { loadSeed } from '../seeds/load-seed.ts';
import { type CommandLine, parseCommandLine, usage } from './parse-command-line.ts';
import { describeServer, writeReadyFile } from './ready-file.ts';

/** What the command needs of the process that it runs in. */
export interface CommandHost {
  readonly args: readonly string[];
  out(text: string): void;
  error(text: string): void;
  /** Resolves when the server shall end. */
  readonly untilStopped: Promise<unknown>;
}

/** Runs mock-exchange-2003 until it is stopped; gives the exit code. */
export async function runCommand(host: CommandHost): Promise<number> {
  try {
    const line = parseCommandLine(host.args);
    if (line.help) host.out(usage);
    else await serve(line, host);
    return 0;
  } catch (error) {
    if (!isSdkError(error)) throw error;
    host.error(`mock-exchange-2003: ${error.message}\n`);
    return 1;
  }
}

async function serve(line: CommandLine, host: CommandHost): Promise<void> {
  const { host: address, port, httpPort } = line;
  const seed = await loadSeed(line.seed);
  for (const { path, reason } of seed.problems ?? []) host.error(`${path}: ${reason}\n`);
  await using mock = await MockExchange.start({
    seed,
    host: address,
    port,
    ...(httpPort === undefined ? {} : { httpPort }),
  });
  if (line.readyFile !== undefined) await writeReadyFile(line.readyFile, describeServer(mock));
  const urls = [mock.url, ...(mock.httpUrl === undefined ? [] : [mock.httpUrl])].join(' and ');
  host.out(`${mock.exchangeServer} (proxy ${mock.proxyServer}) listens on ${urls}; Ctrl-C ends it.\n`);
  await host.untilStopped;
}
