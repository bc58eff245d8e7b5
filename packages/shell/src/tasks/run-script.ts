import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { decodeScript, type Outcome, parse, type Runspace, usesInput } from '@cutover/powershell';
import type { Console } from '../console/console.ts';
import { promptText } from '../repl/prompt-text.ts';
import type { Task } from '../command-line/command-line.ts';

type ScriptTask = Extract<Task, { kind: 'file' | 'command' | 'standard input' }>;

/** Runs a script and gives the exit code that pwsh would give. */
export function runScript(task: ScriptTask, runspace: Runspace, console: Console): number {
  if (task.kind === 'file') return runFile(task, runspace, console);
  if (task.kind === 'command') {
    const given = { commandLine: task.arguments, ...inputFor(task.script, console) };
    return exitCodeOf(runspace.invoke(task.script, given), console);
  }
  return runLines(runspace, console, { echoes: task.prompts });
}

function runFile(
  { path, arguments: given }: ScriptTask & { kind: 'file' },
  runspace: Runspace,
  console: Console,
): number {
  const file = resolve(path);
  const script = decodeScript(readFileSync(file));
  const { ended, exitCode } = runspace.invoke(script, { file, commandLine: given, ...inputFor(script, console) });
  return ended === 'exit' ? exitCode : (console.askedExit?.() ?? exitCode);
}

/** Without an `exit`, what the host was asked for, or what `$?` was at the end: 0 or 1. */
function exitCodeOf({ ended, exitCode, succeeded }: Outcome, { askedExit }: Console): number {
  if (ended === 'exit') return exitCode;
  return askedExit?.() ?? (succeeded ? 0 : 1);
}

/** A script that speaks of `$input` gets what is piped into the command. */
function inputFor(script: string, { input }: Console): { input?: Iterable<string> } {
  const mayUse = input && /\$\{?[iI][nN][pP][uU][tT]\b/.test(script);
  return mayUse && usesInput(parse(script).ast) ? { input } : {};
}

/** Commands as they come on standard input: one that is not complete goes on to the next empty line. Source: InputLoop.Run. */
function runLines(runspace: Runspace, console: Console, { echoes }: { readonly echoes: boolean }): number {
  const { input = [], host, askedExit } = console;
  let code = 0;
  let block: string | undefined;
  const prompt = (): void => {
    if (echoes) host.write(block === undefined ? promptText(runspace) : '>> ');
  };
  const run = (script: string): boolean => {
    const outcome = runspace.invoke(script);
    code = exitCodeOf(outcome, console);
    return outcome.ended !== 'exit' && askedExit?.() === undefined;
  };
  prompt();
  for (const line of input) {
    if (echoes) host.write(`${line}\n`);
    const isEmpty = line.trim() === '';
    if (block !== undefined && !isEmpty) block += `\n${line}`;
    else if (block === undefined && isIncomplete(line)) block = line;
    else if (block !== undefined || !isEmpty) {
      const script = block ?? line;
      block = undefined;
      if (!run(script)) return code;
    }
    prompt();
  }
  if (block !== undefined) run(block);
  return code;
}

const isIncomplete = (script: string): boolean => parse(script).errors.some(({ incomplete }) => incomplete);
