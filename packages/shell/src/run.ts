import type { Backend } from '@cutover/core';
import { coreErrors, findCmdlet, toErrorRecord } from '@cutover/core/metadata';
import { shellErrors } from './errors.ts';
import { takeHostOptions } from './host-options.ts';
import { defaultDataFolder } from './host/data-folder.ts';
import { red, type Terminal } from './host/terminal.ts';
import { cmdletHelpText, usageText } from './help-text.ts';
import { errorText, runCmdlet } from './run-cmdlet.ts';

/** What the command is joined to: tests give their own. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  /** Connects to the service of a data folder, and starts it when none runs. */
  readonly connectService: (options: ServiceOptions) => Promise<Backend>;
  /** Is the service of a data folder, until nothing is left to do. */
  readonly runService: (options: ServiceOptions) => Promise<void>;
}

export interface ServiceOptions {
  readonly dataFolder: string;
  readonly signal: AbortSignal;
}

/** Runs one command line and gives its exit code; whatever goes wrong is printed. */
export async function run(argv: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings;
  let said = '';
  try {
    const { options, rest } = takeHostOptions(argv);
    const [command = '-Help', ...args] = rest;
    const found = findCmdlet(command);
    said = command === 'service' ? '' : (found?.name ?? command);
    const service = { dataFolder: options.data ?? defaultDataFolder(terminal.env), signal: surroundings.signal };
    if (found && !args.includes('-?')) {
      const connect = (): Promise<Backend> => surroundings.connectService(service);
      return await runCmdlet({ ...surroundings, cmdlet: found, argv: args, options, connect });
    }
    if (command === 'service') await runService(args, () => surroundings.runService(service));
    else terminal.out(textFor(found?.name ?? command, args));
    return 0;
  } catch (error) {
    if (surroundings.signal.aborted) return 130;
    terminal.err(`${red(terminal, errorText(toErrorRecord(error, { cmdlet: said })))}\n`);
    return 1;
  }
}

async function runService([argument]: readonly string[], runIt: () => Promise<void>): Promise<void> {
  if (argument !== undefined) throw shellErrors.serviceArgument({ argument });
  await runIt();
}

/** What a command that runs no cmdlet prints. */
function textFor(command: string, [first]: readonly string[]): string {
  const isHelp = /^(?:-h|-help|--help|-\?|\/\?)$/i.test(command);
  if (isHelp && first === undefined) return usageText();
  const name = isHelp ? first! : command;
  const cmdlet = findCmdlet(name);
  if (cmdlet) return cmdletHelpText(cmdlet);
  if (name.startsWith('-') || /\.ps1$/i.test(name)) throw shellErrors.languageNotSupported({ argument: name });
  throw coreErrors.unknownCmdlet({ name });
}
