import { access, constants, mkdtempDisposable, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isSdkError } from '@cutover/base';
import { mockErrors } from '../errors.ts';
import { printEntry } from '../journal/print-entry.ts';
import { MockExchange } from '../mock-exchange.ts';
import { loadSeed } from '../seeds/load-seed.ts';
import { type CommandLine, parseCommandLine } from './parse-command-line.ts';
import { encodePcapng } from '../tap/pcapng.ts';
import { packageVersion } from '../version.ts';
import { environmentOf } from './environment-of.ts';
import { describeServer, writeReadyFile } from './ready-file.ts';
import { readFaultPlan } from './read-fault-plan.ts';
import { reasonOf } from '../reason-of.ts';
import { runProgram } from './run-program.ts';
import { usage } from './usage.ts';

/** What the command needs of the process that it runs in. */
export interface CommandHost {
  readonly args: readonly string[];
  out(text: string): void;
  error(text: string): void;
  /** Resolves, with the signal that said so, when the server shall end. */
  readonly untilStopped: Promise<NodeJS.Signals>;
}

/** Runs mock-exchange-2003 until it is stopped, or until the program of `exec` has ended; gives the exit code. */
export async function runCommand(host: CommandHost): Promise<number> {
  try {
    const line = parseCommandLine(host.args);
    if (!line.help && !line.version) return await serve(line, host);
    host.out(line.help ? usage() : `${packageVersion()}\n`);
    return 0;
  } catch (error) {
    if (!isSdkError(error)) throw error;
    host.error(`mock-exchange-2003: ${error.message}\n`);
    return 1;
  }
}

async function serve(line: CommandLine, host: CommandHost): Promise<number> {
  const seed = await loadSeed(line.seed);
  for (const { path, reason } of seed.problems ?? []) host.error(`${path}: ${reason}\n`);
  await assertWritable(line);
  const faults = line.faults === undefined ? undefined : await readFaultPlan(line.faults);
  const options = { ...line.server, seed, tap: line.record !== undefined, ...(faults && { faults }) };
  await using mock = await MockExchange.start({ managementPort: 0, ...options });
  const exitCode = line.program === undefined ? await announce(mock, line, host) : await exec(mock, line, host);
  await writeWhatWasSaid(mock, line);
  if (line.export !== undefined) await mock.exportTo(line.export);
  return exitCode;
}

async function announce(mock: MockExchange, { readyFile }: CommandLine, host: CommandHost): Promise<number> {
  if (readyFile !== undefined) await writeReadyFile(readyFile, describeServer(mock));
  const urls = Object.values(mock.urls).join(' and ');
  host.out(`${mock.exchangeServer} (proxy ${mock.proxyServer}) listens on ${urls}; Ctrl-C ends it.\n`);
  await host.untilStopped;
  return 0;
}

async function exec(mock: MockExchange, { readyFile, program }: CommandLine, host: CommandHost): Promise<number> {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'mock-exchange-'));
  const path = resolve(readyFile ?? join(folder.path, 'ready.json'));
  const authority = join(folder.path, 'authority.pem');
  await Promise.all([writeReadyFile(path, describeServer(mock)), writeFile(authority, mock.certificateAuthority)]);
  const environment = environmentOf(mock, { readyFile: path, authority });
  return await runProgram(program!, { environment, untilStopped: host.untilStopped });
}

async function writeWhatWasSaid(mock: MockExchange, line: CommandLine): Promise<void> {
  if (line.record !== undefined) await writeFileOf('record', line, encodePcapng(mock.tap.pdus));
  if (line.journal === undefined) return;
  const lines = mock.journal.entries.map((entry) => `${printEntry(entry)}\n`);
  await writeFileOf('journal', line, lines.join(''));
}

/** That a file cannot be written at the end is said before anything else is done. */
async function assertWritable(line: CommandLine): Promise<void> {
  for (const option of ['record', 'journal'] as const)
    if (line[option] !== undefined) await writeFileOf(option, line, '');
  if (line.export === undefined) return;
  // What is there already stays: the server may begin with it.
  await orTell('export', line, (path) => access(dirname(resolve(path)), constants.W_OK));
}

const writeFileOf = (option: FileOption, line: CommandLine, content: string | Uint8Array): Promise<void> =>
  orTell(option, line, (path) => writeFile(path, content));

type FileOption = 'record' | 'journal' | 'export';

async function orTell(option: FileOption, line: CommandLine, write: (path: string) => Promise<void>): Promise<void> {
  const path = line[option]!;
  try {
    await write(path);
  } catch (cause) {
    throw mockErrors.recordNotWritten({ option: `--${option}`, path, reason: reasonOf(cause) }, { cause });
  }
}
