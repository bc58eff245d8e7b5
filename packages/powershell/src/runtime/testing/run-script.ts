import type { Files } from '../../host/files.ts';
import { createRunspace } from '../runspace.ts';

export interface ScriptRun {
  /** What was shown, errors apart. */
  readonly shown: string;
  readonly errors: string;
  readonly exitCode: number;
}

/** Where a script of a test runs. */
export interface RunOptions {
  readonly files?: Files;
  readonly folder?: string;
}

/** Runs a script in a runspace of its own. */
export function runScript(script: string, { files, folder = '/' }: RunOptions = {}): ScriptRun {
  let shown = '';
  let errors = '';
  const host = {
    write: (text: string) => void (shown += text),
    writeError: (text: string) => void (errors += text),
    width: 80,
  };
  const capabilities = files ? { files, folder } : {};
  const { exitCode } = createRunspace({ host, capabilities }).invoke(script, { file: '/script.ps1' });
  return { shown, errors, exitCode };
}
