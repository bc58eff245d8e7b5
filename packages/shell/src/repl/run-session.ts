import { existsSync, readFileSync } from 'node:fs';
import { type Completion, decodeScript, parse, type Runspace } from '@cutover/powershell';
import type { Console } from '../console/console.ts';
import type { ShellSession } from '../session.ts';
import { History } from './history.ts';
import { LineEditor } from './line-editor.ts';
import { promptText } from './prompt-text.ts';
import { suggest } from './suggest.ts';

export interface SessionOptions {
  readonly session: ShellSession;
  readonly console: Console;
  /** Where the lines are kept. */
  readonly historyFile: string;
  readonly colors: boolean;
  /** The organisation that the session speaks to, once it does. */
  readonly organisation: () => string | undefined;
}

/** Reads and runs what is typed until `exit` or Ctrl-D; gives the exit code. */
export async function runSession({
  session,
  console,
  historyFile,
  colors,
  organisation,
}: SessionOptions): Promise<number> {
  const complete = (line: string): readonly [string[], string] =>
    completions(session.complete(line, line.length), line);
  const editor = new LineEditor({ history: new History(historyFile), complete, colors });
  let block = '';
  for (;;) {
    console.endLine?.();
    console.flush();
    const line = await editor.read(block === '' ? promptOf(session, organisation()) : '>> ');
    if (line.kind === 'ended') return 0;
    if (line.kind === 'dropped') {
      block = '';
      continue;
    }
    block = block === '' ? line.text : `${block}\n${line.text}`;
    if (line.text.trim() !== '' && isIncomplete(block)) continue;
    const script = block;
    block = '';
    if (script.trim() === '') continue;
    const before = newestError(session);
    const { ended, exitCode, succeeded } = session.invoke(script);
    const asked = ended === 'exit' ? exitCode : console.askedExit?.();
    if (asked !== undefined) return asked;
    if (!succeeded && newestError(session) !== before) console.host.write(suggest(session));
  }
}

const isIncomplete = (script: string): boolean => parse(script).errors.some(({ incomplete }) => incomplete);

/** The record itself, to be told from another of the same text. */
function newestError(session: Runspace): unknown {
  let newest: unknown;
  session.invoke('$Error[0]', { aside: true, output: (value) => void (newest = value) });
  return newest;
}

/** What is shown before a line: where the session is, and what it is connected to. */
function promptOf(session: ShellSession, organisation: string | undefined): string {
  const text = promptText(session);
  const { enteredComputer } = session;
  if (enteredComputer !== undefined) return `[${enteredComputer}]: PS> `;
  return organisation === undefined ? text : text.replace(/^PS /, `PS [${organisation}] `);
}

/** Matches as node:readline takes them: whole texts, and what of the line they stand for. */
export function completions(
  { matches, replacementIndex, replacementLength }: Completion,
  line: string,
): readonly [string[], string] {
  return [matches.map(({ text }) => text), line.slice(replacementIndex, replacementIndex + replacementLength)];
}

/** Runs the script that a person keeps for every session, if there is one. */
export function runProfile(session: Runspace, file: string): void {
  if (existsSync(file)) session.invoke(decodeScript(readFileSync(file)), { file });
}
