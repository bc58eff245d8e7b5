import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { reasonOf } from '../reason-of.ts';
import { mockErrors } from '../errors.ts';

interface ProgramOptions {
  /** What its environment has besides that of this process. */
  readonly environment: Readonly<Record<string, string>>;
  /** Resolves with the signal by which it shall end before it does so by itself. */
  readonly untilStopped: Promise<NodeJS.Signals>;
}

/** Runs a program on this process' terminal to its end; gives its exit code, 128 and the signal's number if one ended it. */
export function runProgram([program, ...args]: readonly string[], options: ProgramOptions): Promise<number> {
  const env = { ...process.env, ...options.environment };
  const child = spawn(program!, args, { stdio: 'inherit', env });
  void options.untilStopped.then((signal) => passOn(signal, child));
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => {
      reject(mockErrors.programNotStarted({ program: program!, reason: reasonOf(cause) }, { cause }));
    });
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal!]));
  });
}

function passOn(signal: NodeJS.Signals, child: ChildProcess): void {
  // One that was not started has no number, and the signal would go to the whole process group.
  if (child.pid === undefined) return;
  // A terminal has sent the interrupt to every process of its foreground already.
  if (signal === 'SIGINT' && process.stdin.isTTY) return;
  child.kill(signal);
}
